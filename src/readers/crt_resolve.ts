import { picked } from "./picked.ts";
import type { ErrorKind, Resolution, Resolver } from "./resolve.ts";
import type { Setting, Settings, View } from "./view.ts";

/**
 * Where the common runtime takes a profile's credentials from (aws-c-auth:
 * credentials_provider_profile.c, as the default chain uses it): keys, a role, a process.
 *
 * SSO and login it does not know there ("not yet supported from profile provider"), though it has an SSO
 * provider that a program may make by itself; such a profile has nothing for it, and others are asked.
 */
export const resolveCrt: Resolver = (
  view: View,
  profile: string,
): Resolution => {
  const files = [view.files.config, view.files.credentials].filter((file) =>
    file !== undefined
  );
  if (files.every((file) => file.error)) {
    const error: ErrorKind = files.length > 0 ? "file" : "profile-missing";
    return {
      error,
      message:
        "Profile credentials parser could not load or parse a credentials or config file.",
      from: [],
    };
  }
  return provider(view, { name: profile, visited: [] }) ??
    { source: "none", from: ssoOrLogin(view.profiles.get(profile)) };
};

function ssoOrLogin(settings: Settings | undefined): readonly Setting[] {
  return picked(
    settings,
    "sso_session",
    "sso_account_id",
    "sso_role_name",
    "sso_start_url",
    "sso_region",
    "login_session",
  );
}

interface Step {
  readonly name: string;
  /** The profiles that led here, first to last (`source_profiles_table`). */
  readonly visited: readonly string[];
  /** The `source_profile` that named it. */
  readonly via?: Setting;
}

/** `s_credentials_provider_new_profile_internal`; nothing when the profile has no credentials. */
function provider(
  view: View,
  { name, visited, via }: Step,
): Resolution | undefined {
  const from = via ? [via] : [];
  const settings = view.profiles.get(name);
  if (!settings) {
    const error: ErrorKind = via ? "source-missing" : "profile-missing";
    return {
      error,
      message:
        `Profile credentials provider could not load a profile at ${name}.`,
      from,
    };
  }
  const hasKeys = settings.has("aws_access_key_id") ||
    settings.has("aws_secret_access_key");
  // "self-reference chain of length 1 is allowed with static credentials"
  if (visited.includes(name) && (visited.length > 1 || !hasKeys)) {
    const message =
      "Failed to resolve credentials because the profile contains a cycle in the assumeRole chain.";
    return { error: "cycle", message, from };
  }
  const role = settings.get("role_arn");
  if (role && (!via || !hasKeys)) {
    return roleOf(view, {
      name,
      settings,
      role,
      visited: visited.includes(name) ? visited : [...visited, name],
    });
  }
  const process = settings.get("credential_process");
  if (process && !hasKeys) return processOf(process);
  return keys(settings, via);
}

interface Role {
  readonly name: string;
  readonly settings: Settings;
  readonly role: Setting;
  readonly visited: readonly string[];
}

/** `s_create_sts_based_provider`: of several sources the first counts, without a word. */
function roleOf(view: View, { settings, role, visited }: Role): Resolution {
  const from = picked(
    settings,
    "role_arn",
    "source_profile",
    "credential_source",
  );
  const source = settings.get("source_profile");
  const credentialSource = settings.get("credential_source");
  if (!source && !credentialSource) return webIdentity(settings);
  const base = source
    ? provider(view, { name: source.value, visited, via: source }) ??
      sourceEmpty(source)
    : named(credentialSource!);
  const made = !("error" in base) || base.message === sourceFailure;
  if (made && isBlank(role)) {
    return {
      error: "other",
      message: "role_arn is necessary for querying STS",
      from,
    };
  }
  return "error" in base
    ? base
    : { source: "role", role_arn: role.value, base, from };
}

/** Without a token file the provider is not made, and nothing is logged. */
function webIdentity(settings: Settings): Resolution {
  const token = settings.get("web_identity_token_file");
  if (!token) {
    const message =
      "a role without source_profile, credential_source or web_identity_token_file";
    return {
      error: "role-no-source",
      message,
      from: picked(settings, "role_arn"),
    };
  }
  const from = picked(
    settings,
    "role_arn",
    "web_identity_token_file",
    "role_session_name",
  );
  for (
    const [key, what] of [["role_arn", "role arn"], [
      "web_identity_token_file",
      "token file path",
    ]]
  ) {
    if (!isBlank(settings.get(key)!)) continue;
    return {
      error: "other",
      message:
        `Failed to resolve ${what} during sts web identity provider initialization.`,
      from,
    };
  }
  return { source: "web-identity", from };
}

function named(source: Setting): Resolution {
  if (
    /^(?:Ec2InstanceMetadata|Environment|EcsContainer)$/i.test(source.value)
  ) return { source: "none", from: [source] };
  return {
    error: "credential-source",
    message: `invalid credential_source property: ${source.value}`,
    from: [source],
  };
}

function processOf(process: Setting): Resolution {
  if (!isBlank(process)) return { source: "process", from: [process] };
  const message =
    "Failed to resolve credentials_process command during process credentials provider initialization.";
  return { error: "other", message, from: [process] };
}

/** aws-c-auth/aws_profile.c:aws_credentials_new_from_profile; neither key may be empty. */
function keys(
  settings: Settings,
  via: Setting | undefined,
): Resolution | undefined {
  const from = picked(
    settings,
    "aws_access_key_id",
    "aws_secret_access_key",
    "aws_session_token",
  );
  const pair = ["aws_access_key_id", "aws_secret_access_key"].map((key) =>
    settings.get(key)
  );
  if (pair.every((key) => key && !isBlank(key))) {
    return { source: "static", from };
  }
  if (pair.every((key) => !key)) return undefined;
  return {
    error: "partial-keys",
    message: sourceFailure,
    from: via ? [via, ...from] : from,
  };
}

/** What the client says when it is asked for the credentials: till then it is content. */
function sourceEmpty(source: Setting): Resolution {
  return { error: "source-empty", message: sourceFailure, from: [source] };
}

const sourceFailure =
  "Valid credentials could not be sourced by a profile provider";

function isBlank({ value, nested }: Setting): boolean {
  return value === "" && !nested;
}
