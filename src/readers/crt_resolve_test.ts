import { deepEqual } from "node:assert/strict";
import { caseSources } from "../../conformance/case_sources.ts";
import { plainResolution } from "../../conformance/plain_resolution.ts";
import { recordedCases } from "../../conformance/recorded_cases.ts";
import { openDocuments } from "../model/document.ts";
import { crt } from "./crt.ts";
import { resolveCrt } from "./crt_resolve.ts";

/** The client has the text of a block as the name of a profile; here a block has no value. */
const otherwise = ["py-dict-as-name"];

Deno.test("resolveCrt() picks the source that the released client picks, or fails in its words", () => {
  for (const { profile, answer, ...one } of recordedCases("crt")) {
    if (profile === undefined || otherwise.includes(one.id)) continue;
    const view = crt(openDocuments(caseSources(one)));
    deepEqual(
      plainResolution(resolveCrt(view, profile), view.error?.path),
      answer.resolve,
      one.id,
    );
  }
});
