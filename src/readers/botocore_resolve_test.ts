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

Deno.test("resolveBotocore() tells the kind of error, and the settings that it is about", () => {
  const found = (config: string) => {
    const bytes = new TextEncoder().encode(config);
    const source = { path: "config", kind: "config", bytes } as const;
    const resolution = resolveBotocore(botocore(openDocuments([source])), "p");
    const from = resolution.from.map(({ key }) => key);
    return ["error" in resolution ? resolution.error : "", ...from];
  };
  const role = "[profile p]\nrole_arn = r\n";
  const session = "[profile p]\nsso_session = s\nsso_account_id = 1\n";
  deepEqual(found("x"), ["file"]);
  deepEqual(found(""), ["profile-missing"]);
  deepEqual(found(role), ["role-no-source", "role_arn"]);
  deepEqual(found(`${role}source_profile = q`), [
    "source-missing",
    "source_profile",
  ]);
  deepEqual(found(`${role}source_profile = p`), ["cycle", "source_profile"]);
  deepEqual(found(`${role}source_profile = q\n[profile q]`), [
    "source-empty",
    "source_profile",
  ]);
  deepEqual(found(`${role}credential_source = x`), [
    "credential-source",
    "credential_source",
  ]);
  deepEqual(found(session), ["sso-session-missing", "sso_session"]);
  deepEqual(found(`${session}[sso-session s]`), [
    "sso-incomplete",
    "sso_session",
    "sso_account_id",
  ]);
  deepEqual(
    found(`${session}sso_region = a\n[sso-session s]\nsso_region = b`),
    ["sso-mismatch", "sso_region", "sso_region"],
  );
  deepEqual(found("[profile p]\naws_access_key_id = A"), [
    "partial-keys",
    "aws_access_key_id",
  ]);
});
