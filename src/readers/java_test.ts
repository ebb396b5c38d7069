import { deepEqual } from "node:assert/strict";
import { caseSources } from "../../conformance/case_sources.ts";
import { recordedCases } from "../../conformance/recorded_cases.ts";
import matrix from "../../testdata/conformance/parser_matrix.json" with {
  type: "json",
};
import { openDocuments } from "../model/document.ts";
import { java } from "./java.ts";
import { readAs } from "./read_as.ts";

/** The transcription that was recorded lets a block replace another; the released package keeps the settings of both. */
const otherwise = ["cred-nested"];

Deno.test("java() reads every recorded case as the client does", () => {
  for (const recorded of matrix.cases) {
    if (otherwise.includes(recorded.id)) continue;
    const view = java(openDocuments(caseSources(recorded)));
    deepEqual(readAs(view), recorded.results.java, recorded.id);
  }
});

Deno.test("java() reads every case as the released client answers it", () => {
  for (const one of recordedCases("java")) {
    const view = java(openDocuments(caseSources(one)));
    deepEqual(readAs(view), one.answer.read, one.id);
  }
});
