import { deepEqual } from "node:assert/strict";
import { caseSources } from "../../conformance/case_sources.ts";
import { plainResolution } from "../../conformance/plain_resolution.ts";
import { recordedCases } from "../../conformance/recorded_cases.ts";
import { openDocuments } from "../model/document.ts";
import { js } from "./js.ts";
import { resolveJs } from "./js_resolve.ts";

Deno.test("resolveJs() picks the source that the released client picks, or fails in its words", () => {
  for (const { profile, answer, ...one } of recordedCases("js")) {
    if (profile === undefined) continue;
    const view = js(openDocuments(caseSources(one)));
    const resolution = resolveJs(view, profile);
    const plain = plainResolution(resolution, view.error?.path);
    deepEqual(plain, answer.resolve, one.id);
  }
});
