import { deepEqual } from "node:assert/strict";
import { caseSources } from "../../conformance/case_sources.ts";
import { recordedCases } from "../../conformance/recorded_cases.ts";
import matrix from "../../testdata/conformance/parser_matrix.json" with {
  type: "json",
};
import { openDocuments } from "../model/document.ts";
import { botocore } from "./botocore.ts";
import { readAs } from "./read_as.ts";

Deno.test("botocore() reads every recorded case as the client does", () => {
  for (const recorded of matrix.cases) {
    const view = botocore(openDocuments(caseSources(recorded)));
    deepEqual(readAs(view), recorded.results.botocore, recorded.id);
  }
});

Deno.test("botocore() reads every case as the released client answers it", () => {
  for (const one of recordedCases("botocore")) {
    const view = botocore(openDocuments(caseSources(one)));
    deepEqual(readAs(view), one.answer.read, one.id);
  }
});
