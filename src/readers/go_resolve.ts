import {
  type GoProfile,
  goProfile,
  hasKeys,
  legacyKeys,
} from "./go_profile.ts";
import { goQuote } from "./go_quote.ts";
import type { Resolution, Resolver } from "./resolve.ts";
import type { View } from "./view.ts";

/**
 * Where the Go client takes a profile's credentials from: what `LoadDefaultConfig` with the
 * profile's name comes to (config/resolve_credentials.go:resolveCredsFromProfile).
 */
export const resolveGo: Resolver = (view: View, name: string): Resolution => {
  if (view.error) {
    return { error: "file", message: view.error.message, from: [] };
  }
  const profile = goProfile(view, name);
  return "error" in profile ? profile : credentials(profile);
};

function credentials(profile: GoProfile): Resolution {
  const base = firstOf(profile);
  const role_arn = profile.get("role_arn");
  if ("error" in base || role_arn === "") return base;
  // Its own role is the one that the web identity gets.
  if (!profile.source && base.source === "web-identity") return base;
  const from = profile.from("role_arn", "source_profile", "credential_source");
  if (profile.get("mfa_serial") !== "") {
    // AssumeRoleTokenProviderNotSetError: a program has to set it, no file can.
    const message =
      "assume role with MFA enabled, but AssumeRoleTokenProvider session option not set.";
    return { error: "other", message, from: profile.from("mfa_serial") };
  }
  return { source: "role", role_arn, base, from };
}

function firstOf(profile: GoProfile): Resolution {
  const { get, from, source } = profile;
  if (source) return credentials(source);
  if (hasKeys(profile)) {
    return {
      source: "static",
      from: from(
        "aws_access_key_id",
        "aws_secret_access_key",
        "aws_session_token",
      ),
    };
  }
  if (get("credential_source") !== "") return named(profile);
  if (get("web_identity_token_file") !== "") {
    const role = get("role_arn");
    // Only a profile that was met again has lost its role here.
    if (role === "") {
      return {
        error: "other",
        message: "role ARN is not set",
        from: from("web_identity_token_file"),
      };
    }
    return {
      source: "web-identity",
      from: from("web_identity_token_file", "role_arn", "role_session_name"),
    };
  }
  if (get("sso_session") !== "" || legacyKeys.some((key) => get(key) !== "")) {
    return sso(profile);
  }
  if (get("login_session") !== "") {
    return { source: "login", from: from("login_session") };
  }
  if (get("credential_process") !== "") {
    return { source: "process", from: from("credential_process") };
  }
  return { source: "none", from: [] };
}

/** `resolveCredsFromSource`: what is named lies outside of the files. */
function named({ get, from }: GoProfile): Resolution {
  const found = from("credential_source");
  if (
    /^(?:EcsContainer|Ec2InstanceMetadata|Environment)$/.test(
      get("credential_source"),
    )
  ) {
    return { source: "none", from: found };
  }
  const message =
    "credential_source values must be EcsContainer, Ec2InstanceMetadata, or Environment";
  return { error: "credential-source", message, from: found };
}

/** `validateSSOConfiguration`. Beside a session, nothing asks for an account or a role. */
function sso(profile: GoProfile): Resolution {
  const { name, get, session } = profile;
  const keys = [
    "sso_session",
    "sso_start_url",
    "sso_region",
    "sso_account_id",
    "sso_role_name",
  ];
  const from = [
    ...profile.from(...keys),
    ...["sso_start_url", "sso_region"].map((key) => session?.get(key)).filter((
      setting,
    ) => setting !== undefined),
  ];
  const of = (key: string) =>
    session ? session.get(key)?.value ?? "" : get(key);
  const required = session
    ? ["sso_region", "sso_start_url"]
    : ["sso_region", "sso_start_url", "sso_account_id", "sso_role_name"];
  const missing = required.filter((key) => of(key) === "");
  if (missing.length > 0) {
    const message = `profile ${
      goQuote(name)
    } is configured to use SSO but is missing required configuration: ${
      missing.join(", ")
    }`;
    return { error: "sso-incomplete", message, from };
  }
  for (const key of session ? required : []) {
    const setting = profile.from(key);
    if (setting.length === 0 || get(key) === of(key)) continue;
    const message = `${key} in profile ${
      goQuote(name)
    } must match ${key} in sso-session `;
    return {
      error: "sso-mismatch",
      message,
      from: [...setting, session!.get(key)!],
    };
  }
  return {
    source: "sso",
    ...(session && { session: get("sso_session") }),
    start_url: of("sso_start_url"),
    region: of("sso_region"),
    account: get("sso_account_id"),
    role: get("sso_role_name"),
    from,
  };
}
