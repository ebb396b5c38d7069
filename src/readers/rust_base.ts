import type { ErrorKind, Resolution } from "./resolve.ts";
import type { Setting, Settings, View } from "./view.ts";

interface Base {
  readonly name: string;
  readonly profile: Settings;
}

/**
 * What a profile gives without a role (repr.rs:base_provider). A key counts when it is there, even
 * with an empty value. Nothing when the profile has no credentials at all; `none` is a source that
 * lies outside of the files.
 */
export function rustBase(view: View, base: Base): Resolution | undefined {
  const { profile } = base;
  const source = profile.get("credential_source");
  if (source) return named(source);
  const webIdentity = profile.get("web_identity_token_file");
  if (webIdentity) {
    const role = profile.get("role_arn");
    if (role) return { source: "web-identity", from: [webIdentity, role, ...given(profile, ["role_session_name"])] };
    return invalid(base, { error: "other", message: "`web_identity_token_file` was specified but `role_arn` was missing", from: [webIdentity] });
  }
  const inline = given(profile, ["sso_session", "sso_start_url", "sso_region", "sso_account_id", "sso_role_name"]);
  if (inline.length > 0) return sso(view, base, inline);
  const login = profile.get("login_session");
  if (login) return { source: "login", from: [login] };
  const process = profile.get("credential_process");
  if (process) return { source: "process", from: [process] };
  return keys(base);
}

/** exec.rs:NamedProviderFactory; the name in any case. */
function named(source: Setting): Resolution {
  if (/^(?:environment|ec2instancemetadata|ecscontainer)$/i.test(source.value)) return { source: "none", from: [source] };
  const message = `profile referenced \`${source.value}\` provider but that provider is not supported`;
  return { error: "credential-source", message, from: [source] };
}

/** repr.rs:static_creds_from_profile. */
function keys(base: Base): Resolution | undefined {
  const { profile } = base;
  const from = given(profile, ["aws_access_key_id", "aws_secret_access_key", "aws_session_token"]);
  if (from.length === 0) return undefined;
  for (const key of ["aws_access_key_id", "aws_secret_access_key"]) {
    if (!profile.has(key)) return invalid(base, { error: "partial-keys", message: `profile missing ${key}`, from });
  }
  return { source: "static", from };
}

/** repr.rs:sso_from_profile: beside a session, a start URL or region is refused even if it is the same. */
function sso(view: View, { name, profile }: Base, inline: readonly Setting[]): Resolution {
  const wrong = (error: ErrorKind, what: string, from: readonly Setting[]): Resolution => ({
    error,
    message: `profile \`${name}\` has invalid SSO config: ${what}`,
    from,
  });
  const session = profile.get("sso_session");
  let of = profile;
  if (session) {
    for (const key of ["sso_start_url", "sso_region"]) {
      const setting = profile.get(key);
      const what = `\`${key}\` can only be specified in the [sso-session] config when a session name is given`;
      if (setting) return wrong("sso-both-forms", what, [session, setting]);
    }
    const section = view.sessions.get(session.value);
    if (!section) {
      const message = `sso-session named \`${session.value}\` (referenced by profile \`${name}\`) was not found`;
      return { error: "sso-session-missing", message, from: [session] };
    }
    of = section;
  }
  const account = profile.get("sso_account_id");
  const role = profile.get("sso_role_name");
  if (!account !== !role) {
    const [set, missing] = account ? ["sso_account_id", "sso_role_name"] : ["sso_role_name", "sso_account_id"];
    return wrong("sso-incomplete", `if \`${set}\` is set, then \`${missing}\` must also be set`, given(profile, [set]));
  }
  const region = of.get("sso_region");
  const url = of.get("sso_start_url");
  if (!region || !url) {
    const message = `profile \`${name}\` was not defined: \`${region ? "sso_start_url" : "sso_region"}\` was missing`;
    return { error: "sso-incomplete", message, from: inline };
  }
  const from = session ? [...inline, url, region] : inline;
  if (!account || !role) return { source: "token", from };
  return {
    source: "sso",
    ...(session && { session: session.value }),
    start_url: url.value,
    region: region.value,
    account: account.value,
    role: role.value,
    from,
  };
}

function invalid({ name }: Base, { error, message, from }: { error: ErrorKind; message: string; from: readonly Setting[] }): Resolution {
  return { error, message: `invalid credential source in \`${name}\`: ${message}`, from };
}

function given(profile: Settings, names: readonly string[]): readonly Setting[] {
  return names.map((name) => profile.get(name)).filter((setting) => setting !== undefined);
}
