import type { Profile } from "./index.ts";

/** The ways in which a profile can say where its credentials come from. */
export type CredentialKind =
  | "keys"
  | "role"
  | "process"
  | "sso"
  | "web-identity"
  | "login";

const keysOf: Readonly<Record<CredentialKind, readonly string[]>> = {
  keys: ["aws_access_key_id", "aws_secret_access_key"],
  role: ["role_arn"],
  process: ["credential_process"],
  sso: ["sso_session", "sso_start_url", "sso_account_id", "sso_role_name"],
  "web-identity": ["web_identity_token_file"],
  login: ["login_session"],
};

/** The kinds of which a profile names at least a part, empty values left out. */
export function credentialKinds(profile: Profile): readonly CredentialKind[] {
  return (Object.keys(keysOf) as CredentialKind[])
    .filter((kind) =>
      keysOf[kind].some((key) =>
        profile.get(key) && profile.get(key)!.value !== ""
      )
    );
}
