import { jsSso } from "./js_sso.ts";
import { picked } from "./picked.ts";
import type { Resolution, Resolver } from "./resolve.ts";
import type { Settings, View } from "./view.ts";

/**
 * Where the JavaScript SDK takes a profile's credentials from: `fromIni`
 * (`@aws-sdk/credential-provider-ini`, resolveProfileData.ts), which the default chain calls.
 */
export const resolveJs: Resolver = (
  view: View,
  profile: string,
): Resolution => {
  const made = next(view, { name: profile, asked: profile, visited: {} });
  if (made) return made;
  if (view.profiles.has(profile)) return { source: "none", from: [] };
  return { error: "profile-missing", message: notResolved(profile), from: [] };
};

interface Step {
  readonly name: string;
  /** The profile at the beginning. */
  readonly asked: string;
  /** `visitedProfiles`: the sources that led here, as an object's keys. */
  readonly visited: Readonly<Record<string, true>>;
  /** `isAssumeRoleRecursiveCall` */
  readonly source?: boolean;
}

function notResolved(profile: string): string {
  return `Could not resolve credentials using profile: [${profile}] in configuration/credentials file(s).`;
}

/** `resolveProfileData`; undefined where it finds nothing. */
function next(view: View, step: Step): Resolution | undefined {
  const profile = view.profiles.get(step.name);
  if (!profile) return undefined;
  if (Object.keys(step.visited).length > 0 && hasKeys(profile)) {
    return keys(profile);
  }
  if (step.source || isRole(profile)) {
    return assumed(view, { ...step, profile });
  }
  if (hasKeys(profile)) return keys(profile);
  if (has(profile, "web_identity_token_file") && has(profile, "role_arn")) {
    return {
      source: "web-identity",
      from: picked(
        profile,
        "web_identity_token_file",
        "role_arn",
        "role_session_name",
      ),
    };
  }
  if (has(profile, "credential_process")) {
    return { source: "process", from: picked(profile, "credential_process") };
  }
  const sso = jsSso(view, profile);
  if (sso) return sso;
  if (has(profile, "login_session")) {
    return { source: "login", from: picked(profile, "login_session") };
  }
  return undefined;
}

/** A key that only opens a block has no value: JS knows its settings under keys of their own. */
function has(profile: Settings, key: string): boolean {
  return value(profile, key) !== undefined;
}

function value(profile: Settings, key: string): string | undefined {
  return profile.get(key)?.value || undefined;
}

/** `isStaticCredsProfile` */
function hasKeys(profile: Settings): boolean {
  return has(profile, "aws_access_key_id") &&
    has(profile, "aws_secret_access_key");
}

function keys(profile: Settings): Resolution {
  const from = picked(
    profile,
    "aws_access_key_id",
    "aws_secret_access_key",
    "aws_session_token",
  );
  return { source: "static", from };
}

/** `isAssumeRoleProfile`: with both sources, or none, the role is passed over. */
function isRole(profile: Settings): boolean {
  return has(profile, "role_arn") &&
    has(profile, "source_profile") !== has(profile, "credential_source");
}

/** `resolveAssumeRoleCredentials` */
function assumed(
  view: View,
  { name, asked, visited, profile }: Step & { profile: Settings },
): Resolution {
  const role_arn = value(profile, "role_arn");
  const sourceName = value(profile, "source_profile");
  if (sourceName && sourceName in visited) {
    const message =
      `Detected a cycle attempting to resolve credentials for profile ${asked}. ` +
      `Profiles visited: ${Object.keys(visited).join(", ")}`;
    return { error: "cycle", message, from: picked(profile, "source_profile") };
  }
  const base = sourceName
    ? fromProfile(view, { name: sourceName, asked, visited, by: profile })
    : environment(name, profile);
  // Behind another profile, a `credential_source` needs no role.
  if (!role_arn) return base;
  if ("error" in base && base.error === "credential-source" && !sourceName) {
    return base;
  }
  if (has(profile, "mfa_serial")) {
    // `mfaCodeProvider`: a program has to bring it, no file can.
    const message =
      `Profile ${name} requires multi-factor authentication, but no MFA code callback was provided.`;
    return { error: "other", message, from: picked(profile, "mfa_serial") };
  }
  if ("error" in base) return base;
  const from = picked(
    profile,
    "role_arn",
    "source_profile",
    "credential_source",
  );
  return { source: "role", role_arn, base, from };
}

function fromProfile(
  view: View,
  { name, asked, visited, by }: Step & { by: Settings },
): Resolution {
  const profile = view.profiles.get(name);
  const source = profile && !has(profile, "role_arn") &&
    has(profile, "credential_source");
  const step = { name, asked, visited: { ...visited, [name]: true as const } };
  return next(view, { ...step, source }) ?? {
    error: profile ? "source-empty" : "source-missing",
    message: notResolved(name),
    from: picked(by, "source_profile"),
  };
}

/** `resolveCredentialSource`, in the case that is written there; what it names lies outside of the files. */
function environment(name: string, profile: Settings): Resolution {
  const from = picked(profile, "credential_source");
  const source = value(profile, "credential_source")!;
  if (/^(?:EcsContainer|Ec2InstanceMetadata|Environment)$/.test(source)) {
    return { source: "none", from };
  }
  const message =
    `Unsupported credential source in profile ${name}. Got ${source}, ` +
    "expected EcsContainer or Ec2InstanceMetadata or Environment.";
  return { error: "credential-source", message, from };
}
