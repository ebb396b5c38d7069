import { picked } from "./picked.ts";
import { rustBase } from "./rust_base.ts";
import type { Resolution, Resolver } from "./resolve.ts";
import type { Setting, Settings, View } from "./view.ts";

/**
 * Where the Rust client takes a profile's credentials from (aws-config/src/profile/credentials:
 * repr.rs:resolve_chain, exec.rs:from_repr).
 */
export const resolveRust: Resolver = (
  view: View,
  profile: string,
): Resolution => {
  if (view.error) {
    return { error: "file", message: view.error.message, from: [] };
  }
  // "If there are no profiles, allow flowing into the next provider"
  if (
    view.profiles.size === 0 ||
    (profile === "default" && !view.profiles.has(profile))
  ) {
    return {
      error: "profile-missing",
      message: "No profiles were defined",
      from: [],
    };
  }
  // ProfileDidNotContainCredentials is no error to the provider: it has nothing, and others are asked.
  return next(view, { name: profile, visited: [] }) ??
    { source: "none", from: [] };
};

interface Step {
  readonly name: string;
  /** The profiles that led here, first to last. */
  readonly visited: readonly string[];
  /** The `source_profile` that named it. */
  readonly via?: Setting;
}

function next(
  view: View,
  { name, visited, via }: Step,
): Resolution | undefined {
  const profile = view.profiles.get(name);
  const from = via ? [via] : [];
  if (!profile) {
    const by = visited[visited.length - 1] ?? "the root profile";
    const message =
      `profile \`${name}\` was not defined: could not find source profile ${name} referenced from ${by}`;
    return { error: via ? "source-missing" : "profile-missing", message, from };
  }
  if (visited.includes(name)) {
    const loop = visited.map((one) => JSON.stringify(one)).join(", ");
    const message =
      `profile formed an infinite loop. first we loaded [${loop}], then attempted to reload ${name}`;
    return { error: "cycle", message, from };
  }
  const path = [...visited, name];
  // "After the first item in the chain, we will prioritize static credentials if they exist"
  const keys = picked(profile, "aws_access_key_id", "aws_secret_access_key");
  if (via && keys.length === 2) {
    return {
      source: "static",
      from: [...keys, ...picked(profile, "aws_session_token")],
    };
  }

  const role = profile.has("web_identity_token_file")
    ? undefined
    : profile.get("role_arn");
  if (!role) {
    const base = rustBase(view, { name, profile });
    if (!via) return base;
    return refusalOf(base, { name, from });
  }
  return assumed(view, { name, profile, role, path });
}

/** `chain_provider`: a role needs exactly one of the two sources. */
function assumed(
  view: View,
  { name, profile, role, path }: {
    name: string;
    profile: Settings;
    role: Setting;
    path: readonly string[];
  },
): Resolution | undefined {
  const source = profile.get("source_profile");
  const credentialSource = profile.get("credential_source");
  const invalid = (
    error: "role-two-sources" | "role-no-source",
    message: string,
  ): Resolution => ({
    error,
    message: `invalid credential source in \`${name}\`: ${message}`,
    from: picked(
      profile,
      "role_arn",
      "source_profile",
      "credential_source",
    ),
  });
  if (source && credentialSource) {
    return invalid(
      "role-two-sources",
      "profile contained both source_profile and credential_source. Only one or the other can be defined",
    );
  }
  if (!source && !credentialSource) {
    return invalid(
      "role-no-source",
      "profile must contain `source_profile` or `credential_source` but neither were defined",
    );
  }
  // A profile that is its own source is read once more, its role left out.
  const own = !source || source.value === name;
  const base = own
    ? rustBase(view, { name, profile })
    : next(view, { name: source.value, visited: path, via: source });
  if (!base || "error" in base) return base;
  // exec.rs:from_repr gives up the whole chain when its base is good for a token alone.
  if (base.source === "token") return tokenOnly(base.from);
  return {
    source: "role",
    role_arn: role.value,
    base,
    from: picked(
      profile,
      "role_arn",
      "source_profile",
      "credential_source",
    ),
  };
}

/** What goes wrong in a source profile is said to be an invalid source. */
function refusalOf(
  base: Resolution | undefined,
  { name, from }: { name: string; from: readonly Setting[] },
): Resolution {
  const wrap = (message: string) =>
    `invalid credential source in \`${name}\`: could not load source profile: ${message}`;
  if (!base) {
    return {
      error: "source-empty",
      message: wrap(
        `profile \`${name}\` did not contain credential information`,
      ),
      from,
    };
  }
  if (!("error" in base)) return base;
  // Which providers there are is found out later, in exec.rs.
  return base.error === "credential-source"
    ? base
    : { ...base, message: wrap(base.message) };
}

function tokenOnly(from: readonly Setting[]): Resolution {
  const message =
    "selected profile will resolve an access token instead of credentials since it doesn't have " +
    "`sso_account_id` and `sso_role_name` set. Specify both `sso_account_id` and `sso_role_name` to let this " +
    "profile resolve credentials.";
  return { error: "sso-incomplete", message, from };
}
