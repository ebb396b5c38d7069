import { deepEqual } from "node:assert/strict";
import { caseSources } from "../../conformance/case_sources.ts";
import { recordedCases } from "../../conformance/recorded_cases.ts";
import matrix from "../../testdata/conformance/parser_matrix.json" with {
  type: "json",
};
import { openDocuments } from "../model/document.ts";
import { crt } from "./crt.ts";
import { readAs } from "./read_as.ts";

Deno.test("crt() reads every recorded case as the client does", () => {
  for (const recorded of matrix.cases) {
    const view = crt(openDocuments(caseSources(recorded)));
    deepEqual(readAs(view), recorded.results.crt, recorded.id);
  }
});

Deno.test("crt() reads every case as the released client answers it", () => {
  for (const one of recordedCases("crt")) {
    const view = crt(openDocuments(caseSources(one)));
    deepEqual(readAs(view), one.answer.read, one.id);
  }
});
