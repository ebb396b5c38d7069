import { deepEqual } from "node:assert/strict";
import { caseSources } from "../../conformance/case_sources.ts";
import { plainResolution } from "../../conformance/plain_resolution.ts";
import { recordedCases } from "../../conformance/recorded_cases.ts";
import { openDocuments } from "../model/document.ts";
import { botocore } from "./botocore.ts";
import { resolveBotocore } from "./botocore_resolve.ts";

Deno.test("resolveBotocore() picks the source that the released client picks, or fails in its words", () => {
  for (const { profile, answer, ...one } of recordedCases("botocore")) {
    if (profile === undefined) continue;
    const view = botocore(openDocuments(caseSources(one)));
    const resolution = resolveBotocore(view, profile);
    const plain = plainResolution(resolution, view.error?.path);
    deepEqual(plain, answer.resolve, one.id);
  }
});
