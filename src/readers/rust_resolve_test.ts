import { deepEqual } from "node:assert/strict";
import { caseSources } from "../../conformance/case_sources.ts";
import { plainResolution } from "../../conformance/plain_resolution.ts";
import { recordedCases } from "../../conformance/recorded_cases.ts";
import { openDocuments } from "../model/document.ts";
import { rust } from "./rust.ts";
import { resolveRust } from "./rust_resolve.ts";

/** The client has the text of a block as the name of a profile or a provider; here a block has no value. */
const otherwise: readonly string[] = ["py-dict-as-name", "py-dict-session"];

Deno.test("resolveRust() picks the source that the released client picks, or fails in its words", () => {
  for (const { profile, answer, ...one } of recordedCases("rust")) {
    if (profile === undefined || otherwise.includes(one.id)) continue;
    const view = rust(openDocuments(caseSources(one)));
    deepEqual(
      plainResolution(resolveRust(view, profile), view.error?.path),
      answer.resolve,
      one.id,
    );
  }
});

Deno.test("resolveRust() tells the kind of error, and the settings that it is about", () => {
  const found = (config: string) => {
    const bytes = new TextEncoder().encode(config);
    const resolution = resolveRust(
      rust(openDocuments([{ path: "config", kind: "config", bytes }])),
      "p",
    );
    return [
      "error" in resolution ? resolution.error : "",
      ...resolution.from.map(({ key }) => key),
    ];
  };
  const role = "[profile p]\nrole_arn = r\n";
  deepEqual(found("junk"), ["file"]);
  deepEqual(found(""), ["profile-missing"]);
  deepEqual(found("[profile p]\naws_access_key_id = A"), [
    "partial-keys",
    "aws_access_key_id",
  ]);
  deepEqual(found(role), ["role-no-source", "role_arn"]);
  deepEqual(found(`${role}source_profile = q`), [
    "source-missing",
    "source_profile",
  ]);
  deepEqual(found(`${role}source_profile = q\n[profile q]`), [
    "source-empty",
    "source_profile",
  ]);
  deepEqual(
    found(
      `${role}source_profile = q\n[profile q]\nrole_arn = s\nsource_profile = p`,
    ),
    ["cycle", "source_profile"],
  );
  deepEqual(found(`${role}source_profile = p\ncredential_source = x`), [
    "role-two-sources",
    "role_arn",
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
    found("[profile p]\nsso_session = s\nsso_region = x\n[sso-session s]"),
    ["sso-both-forms", "sso_session", "sso_region"],
  );
});
