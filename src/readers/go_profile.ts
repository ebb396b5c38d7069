import { type GoFailure, goRefusal } from "./go_refusal.ts";
import type { Setting, Settings, View } from "./view.ts";
import { trimmed } from "./white_space.ts";

/** A profile as `SharedConfig` holds it once it is loaded. */
export interface GoProfile {
  readonly name: string;
  /** The value of a key, empty where the client has none or has cleared it. */
  readonly get: (key: string) => string;
  /** The settings of the keys that are not empty. */
  readonly from: (...keys: readonly string[]) => readonly Setting[];
  /** What `source_profile` names. */
  readonly source?: GoProfile;
  /** The section that `sso_session` names. */
  readonly session?: Settings;
}

/** `clearAssumeRoleOptions`: a profile that is met again gives its own credentials alone. */
const roleKeys = new Set([
  "role_arn",
  "external_id",
  "mfa_serial",
  "role_session_name",
  "source_profile",
]);

/** `clearCredentialOptions`: a profile with `source_profile` has no other credentials; its session stays. */
const credentialKeys = new Set([
  "credential_source",
  "credential_process",
  "web_identity_token_file",
  "aws_access_key_id",
  "aws_secret_access_key",
  "aws_session_token",
  "sso_account_id",
  "sso_region",
  "sso_role_name",
  "sso_start_url",
]);

/** The keys that make a profile a legacy SSO one (`hasLegacySSOConfiguration`). */
export const legacyKeys = [
  "sso_region",
  "sso_account_id",
  "sso_start_url",
  "sso_role_name",
] as const;

/** Loads a profile and those it leads to, as config/shared_config.go:setFromIniSections does. */
export function goProfile(view: View, name: string): GoProfile | GoFailure {
  return load(view, name, new Set());
}

function load(
  view: View,
  name: string,
  visited: Set<string>,
): GoProfile | GoFailure {
  const settings = section(view, name);
  if (!settings) return missing(name);
  const refused = goRefusal(view, name, settings);
  if (refused) {
    return {
      ...refused,
      message:
        `error fetching config from profile, ${name}, ${refused.message}`,
    };
  }

  const again = visited.has(name);
  const own = profileOf(name, settings, (key) => again && roleKeys.has(key));
  const top = visited.size === 0;
  if (!again) {
    const type = [
      "source_profile",
      "credential_source",
      "web_identity_token_file",
    ].find((key) => own.get(key) !== "");
    if (type && own.get("role_arn") === "") {
      return {
        error: "other",
        message: `credential type ${type} requires role_arn, profile ${name}`,
        from: own.from(type),
      };
    }
  }
  if (!top && hasKeys(own)) return own;
  visited.add(name);

  const types = [
    "source_profile",
    "credential_source",
    "credential_process",
    "web_identity_token_file",
  ];
  const given = own.from(...types);
  if (given.length > 1) {
    const message = "only one credential type may be specified per profile: " +
      "source profile, credential source, credential process, web identity token";
    return { error: "role-two-sources", message, from: given };
  }

  const sourceName = own.get("source_profile");
  if (sourceName === "") return withSession(view, own);
  const role = own.get("role_arn");
  const from = own.from("source_profile");
  const source = load(view, sourceName, visited);
  if ("error" in source) {
    if (source.error !== "profile-missing") return source;
    return {
      error: "source-missing",
      message:
        `failed to load assume role ${role}, of profile ${sourceName}, ${source.message}`,
      from,
    };
  }
  if (!hasCredentials(source)) {
    return {
      error: "source-empty",
      message:
        `failed to load assume role ${role}, of profile ${sourceName}, <nil>`,
      from,
    };
  }
  const linked = profileOf(name, settings, (key) => credentialKeys.has(key));
  return withSession(view, { ...linked, source });
}

function profileOf(
  name: string,
  settings: Settings,
  cleared: (key: string) => boolean,
): GoProfile {
  const get = (key: string) =>
    cleared(key) ? "" : settings.get(key)?.value ?? "";
  const from = (...keys: readonly string[]) =>
    keys.filter((key) => get(key) !== "").map((key) => settings.get(key)!);
  return { name, get, from };
}

/** Any section may be named as a profile: `ini.Sections` has but one list. */
function section(view: View, name: string): Settings | undefined {
  const prefixed = /^(sso-session|services) ([^]*)$/.exec(name);
  if (!prefixed) return view.profiles.get(name);
  return (prefixed[1] === "services" ? view.services : view.sessions).get(
    prefixed[2],
  );
}

function missing(name: string): GoFailure {
  return {
    error: "profile-missing",
    message: `failed to get shared config profile, ${name}`,
    from: [],
  };
}

/** "The session MUST exist as a section in the config file", whether it is used or not. */
function withSession(view: View, profile: GoProfile): GoProfile | GoFailure {
  const name = profile.get("sso_session");
  if (name === "") return profile;
  const { start, end } = trimmed(name, { start: 0, end: name.length });
  const session = section(view, `sso-session ${name.slice(start, end)}`);
  if (session) return { ...profile, session };
  return {
    error: "sso-session-missing",
    message: `failed to find SSO session section, ${name}`,
    from: profile.from("sso_session"),
  };
}

/** Whether the profile has a pair of keys that are not empty. */
export function hasKeys({ get }: GoProfile): boolean {
  return get("aws_access_key_id") !== "" && get("aws_secret_access_key") !== "";
}

/** `hasCredentials`: a login session is none, for the one who asks for a source. */
function hasCredentials(profile: GoProfile): boolean {
  const keys = [
    "source_profile",
    "credential_source",
    "credential_process",
    "web_identity_token_file",
    "sso_session",
    ...legacyKeys,
  ];
  return hasKeys(profile) || keys.some((key) => profile.get(key) !== "");
}
