import { deepEqual } from "node:assert/strict";
import { caseSources } from "../../conformance/case_sources.ts";
import { plainResolution } from "../../conformance/plain_resolution.ts";
import { recordedCases } from "../../conformance/recorded_cases.ts";
import { openDocuments } from "../model/document.ts";
import { go } from "./go.ts";
import { resolveGo } from "./go_resolve.ts";

Deno.test("resolveGo() picks the source that the released client picks, or fails in its words", () => {
  for (const { profile, answer, ...one } of recordedCases("go")) {
    if (profile === undefined) continue;
    const view = go(openDocuments(caseSources(one)));
    deepEqual(
      plainResolution(resolveGo(view, profile), view.error?.path),
      answer.resolve,
      one.id,
    );
  }
});

Deno.test("resolveGo() tells the kind of error, and the settings that it is about", () => {
  const found = (config: string) => {
    const bytes = new TextEncoder().encode(config);
    const resolution = resolveGo(
      go(openDocuments([{ path: "config", kind: "config", bytes }])),
      "p",
    );
    return [
      "error" in resolution ? resolution.error : "",
      ...resolution.from.map(({ key }) => key),
    ];
  };
  const role = "[profile p]\nrole_arn = r\n";
  deepEqual(found('region = "\n'), ["file"]);
  deepEqual(found(""), ["profile-missing"]);
  deepEqual(found("[profile p]\naws_access_key_id = A"), [
    "partial-keys",
    "aws_access_key_id",
  ]);
  deepEqual(found("[profile p]\nmax_attempts = x"), ["other", "max_attempts"]);
  deepEqual(found(`${role}source_profile = q`), [
    "source-missing",
    "source_profile",
  ]);
  deepEqual(found(`${role}source_profile = q\n[profile q]`), [
    "source-empty",
    "source_profile",
  ]);
  deepEqual(found(`${role}source_profile = p\ncredential_source = x`), [
    "role-two-sources",
    "source_profile",
    "credential_source",
  ]);
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
  deepEqual(
    found(
      "[profile p]\nsso_session = s\nsso_region = x\n[sso-session s]\nsso_region = y\nsso_start_url = u",
    ),
    ["sso-mismatch", "sso_region", "sso_region"],
  );
});
