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

Deno.test("resolveJs() tells the kind of error, and the settings that it is about", () => {
  const found = (config: string) => {
    const bytes = new TextEncoder().encode(config);
    const source = { path: "config", kind: "config", bytes } as const;
    const resolution = resolveJs(js(openDocuments([source])), "p");
    const from = resolution.from.map(({ key }) => key);
    return ["error" in resolution ? resolution.error : "", ...from];
  };
  const role = "[profile p]\nrole_arn = r\n";
  deepEqual(found(""), ["profile-missing"]);
  deepEqual(found(`${role}source_profile = q`), [
    "source-missing",
    "source_profile",
  ]);
  deepEqual(found(`${role}source_profile = p`), ["cycle", "source_profile"]);
  deepEqual(
    found(`${role}source_profile = q\n[profile q]\nregion = x`),
    ["source-empty", "source_profile"],
  );
  deepEqual(found(`${role}credential_source = x`), [
    "credential-source",
    "credential_source",
  ]);
  deepEqual(found("[profile p]\nsso_session = s"), [
    "sso-session-missing",
    "sso_session",
  ]);
  deepEqual(found("[profile p]\nsso_region = x"), [
    "sso-incomplete",
    "sso_region",
  ]);
});
