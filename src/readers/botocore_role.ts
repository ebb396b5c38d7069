import { botocoreProfile } from "./botocore_provider.ts";
import { picked } from "./picked.ts";
import { pythonRepr } from "./python_text.ts";
import type { ErrorKind, Resolution } from "./resolve.ts";
import type { Setting, Settings, View } from "./view.ts";

interface Step {
  readonly name: string;
  /** `_visited_profiles`: the profile asked for, and those that it led to. */
  readonly visited: readonly string[];
}

/** `credentials.py:AssumeRoleProvider`: a profile with `role_arn` and no web identity, or nothing. */
export function botocoreRole(view: View, step: Step): Resolution | undefined {
  const profile = view.profiles.get(step.name);
  return profile && hasRole(profile)
    ? assumed(view, { ...step, profile })
    : undefined;
}

/** `_has_assume_role_config_vars` */
function hasRole(profile: Settings): boolean {
  return profile.has("role_arn") && !profile.has("web_identity_token_file");
}

/** `_has_static_credentials`: half a pair is enough. */
function hasKeys(profile: Settings): boolean {
  return profile.has("aws_access_key_id") ||
    profile.has("aws_secret_access_key");
}

/** `_load_creds_via_assume_role`, `_get_role_config` */
function assumed(
  view: View,
  { name, profile, visited }: Step & { profile: Settings },
): Resolution {
  const from = picked(
    profile,
    "role_arn",
    "source_profile",
    "credential_source",
  );
  const source = profile.get("source_profile");
  const named = profile.get("credential_source");
  if (named && source) {
    const message =
      `The profile "${name}" contains both source_profile and credential_source.`;
    return { error: "role-two-sources", message, from };
  }
  const base = named
    ? environment(name, named)
    : source
    ? fromProfile(view, { name, source, visited })
    : undefined;
  if (!base) {
    const message =
      "Partial credentials found in assume-role, missing: source_profile or credential_source";
    return { error: "role-no-source", message, from };
  }
  if ("error" in base) return base;
  const role = profile.get("role_arn")!;
  if (role.nested) {
    // The dict is only refused when it is sent.
    const message = "role_arn is a block of settings, not a value";
    return { error: "other", message, from: [role] };
  }
  return { source: "role", role_arn: role.value, base, from };
}

/** `_validate_credential_source`, in the case that is written there; what it names lies outside of the files. */
function environment(name: string, source: Setting): Resolution {
  if (/^(?:Environment|EcsContainer|Ec2InstanceMetadata)$/.test(source.value)) {
    return { source: "none", from: [source] };
  }
  const message =
    `The credential source "${source.value}" referenced in profile "${name}" is not valid.`;
  return { error: "credential-source", message, from: [source] };
}

/** `_validate_source_profile`, `_resolve_credentials_from_profile` */
function fromProfile(
  view: View,
  { name, source, visited }: Step & { source: Setting },
): Resolution {
  const from = [source];
  const fail = (error: ErrorKind, message: string): Resolution => ({
    error,
    message,
    from,
  });
  if (source.nested) return fail("other", "unhashable type: 'dict'");
  const profile = view.profiles.get(source.value);
  if (!profile) {
    return fail(
      "source-missing",
      `The source_profile "${source.value}" referenced in the profile "${name}" does not exist.`,
    );
  }
  // A profile may be its own source for the sake of its keys.
  const own = source.value === name && hasKeys(profile);
  if (visited.includes(source.value) && !own) {
    return fail(
      "cycle",
      "Infinite loop in credential configuration detected. Attempting to load " +
        `from profile ${source.value} which has already been visited. ` +
        `Visited profiles: [${visited.map(pythonRepr).join(", ")}]`,
    );
  }
  const step = { name: source.value, visited: [...visited, source.value] };
  if (hasRole(profile) && !hasKeys(profile)) {
    return assumed(view, { ...step, profile });
  }
  return botocoreProfile(view, source.value) ?? fail(
    "source-empty",
    `The source profile "${source.value}" must have credentials.`,
  );
}
