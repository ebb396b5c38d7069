import { picked } from "./picked.ts";
import type { ErrorKind, Resolution } from "./resolve.ts";
import { rustSso, ssoKeys } from "./rust_sso.ts";
import type { Setting, Settings, View } from "./view.ts";

/** A profile whose credentials are asked for. */
export interface RustBase {
  readonly name: string;
  readonly profile: Settings;
}

/**
 * What a profile gives without a role (repr.rs:base_provider). A key counts when it is there, even
 * with an empty value. Nothing when the profile has no credentials at all; `none` is a source that
 * lies outside of the files.
 */
export function rustBase(view: View, base: RustBase): Resolution | undefined {
  const { profile } = base;
  const source = profile.get("credential_source");
  if (source) return named(source);
  const webIdentity = profile.get("web_identity_token_file");
  if (webIdentity) {
    const role = profile.get("role_arn");
    if (role) {
      return {
        source: "web-identity",
        from: [webIdentity, role, ...picked(profile, "role_session_name")],
      };
    }
    return invalid(base, {
      error: "other",
      message:
        "`web_identity_token_file` was specified but `role_arn` was missing",
      from: [webIdentity],
    });
  }
  if (ssoKeys.some((key) => profile.has(key))) return rustSso(view, base);
  const login = profile.get("login_session");
  if (login) return { source: "login", from: [login] };
  const process = profile.get("credential_process");
  if (process) return { source: "process", from: [process] };
  return keys(base);
}

/** exec.rs:NamedProviderFactory; the name in any case. */
function named(source: Setting): Resolution {
  if (
    /^(?:environment|ec2instancemetadata|ecscontainer)$/i.test(source.value)
  ) return { source: "none", from: [source] };
  const message =
    `profile referenced \`${source.value}\` provider but that provider is not supported`;
  return { error: "credential-source", message, from: [source] };
}

/** repr.rs:static_creds_from_profile. */
function keys(base: RustBase): Resolution | undefined {
  const { profile } = base;
  const from = picked(
    profile,
    "aws_access_key_id",
    "aws_secret_access_key",
    "aws_session_token",
  );
  if (from.length === 0) return undefined;
  for (const key of ["aws_access_key_id", "aws_secret_access_key"]) {
    if (!profile.has(key)) {
      return invalid(base, {
        error: "partial-keys",
        message: `profile missing ${key}`,
        from,
      });
    }
  }
  return { source: "static", from };
}

function invalid(
  { name }: RustBase,
  { error, message, from }: {
    error: ErrorKind;
    message: string;
    from: readonly Setting[];
  },
): Resolution {
  return {
    error,
    message: `invalid credential source in \`${name}\`: ${message}`,
    from,
  };
}
