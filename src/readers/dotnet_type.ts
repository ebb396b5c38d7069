import type { Settings } from "./view.ts";

/** Where a .NET profile takes its credentials from (`CredentialProfileTypeDetector`). */
export type DotnetType =
  | "sso"
  | "static"
  | "role"
  | "role-credential-source"
  | "web-identity"
  | "process"
  | "login";

const sso = [
  "sso_account_id",
  "sso_region",
  "sso_registration_scopes",
  "sso_role_name",
  "sso_start_url",
  "sso_session",
];

/** The keys that make a type: each of these sets, exactly, and no other key with a value. */
const types: readonly (readonly [DotnetType, RegExp])[] = [
  ["process", /^credential_process$/],
  [
    "role",
    /^(?:external_id )?(?:mfa_serial )?role_arn (?:role_session_name )?source_profile$/,
  ],
  [
    "role-credential-source",
    /^credential_source role_arn(?: role_session_name)?$/,
  ],
  ["web-identity", /^role_arn (?:role_session_name )?web_identity_token_file$/],
  [
    "static",
    /^aws_access_key_id aws_secret_access_key(?: aws_session_token)?$/,
  ],
  ["login", /^login_session$/],
];

const counted = [
  "aws_access_key_id",
  "aws_secret_access_key",
  "aws_session_token",
  "credential_process",
  "credential_source",
  "external_id",
  "login_session",
  "mfa_serial",
  "role_arn",
  "role_session_name",
  "source_profile",
  "web_identity_token_file",
];

/** The keys that count for the type of a profile, in alphabetical order; one without a value does not. */
export function countedKeys(settings: Settings): readonly string[] {
  return counted.filter((key) => settings.get(key)?.value);
}

/**
 * The type of a profile: SSO if there is any key of it, else the one whose keys are exactly those
 * that are there. One that fits but for `login_session` is of the type without it; any other is `login`.
 */
export function dotnetType(settings: Settings): DotnetType | undefined {
  if (sso.some((key) => settings.get(key)?.value)) return "sso";
  const keys = countedKeys(settings);
  const exact = typeOf(keys);
  if (exact || !keys.includes("login_session")) return exact;
  return typeOf(keys.filter((key) => key !== "login_session")) ?? "login";
}

function typeOf(keys: readonly string[]): DotnetType | undefined {
  const all = keys.join(" ");
  return types.find(([, pattern]) => pattern.test(all))?.[0];
}
