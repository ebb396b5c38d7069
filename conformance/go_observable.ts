import { goProfile } from "../src/readers/go_profile.ts";
import { readAs } from "../src/readers/read_as.ts";
import type { Sections, View } from "../src/readers/view.ts";

type Flat = Record<string, Record<string, string>>;

/** What `conformance/go` can see of the Go client's view through its public interface. */
export interface GoObservable {
  readonly profiles: Flat;
  readonly sso_sessions: Flat;
  readonly services: Flat;
  /** Profiles that are there but do not load, and why. */
  readonly load_errors?: Readonly<Record<string, string>>;
  readonly error?: string;
}

/** The keys of `SharedConfig` that are kept as they stand; a key pair only counts whole. */
const strings = [
  "role_arn",
  "external_id",
  "mfa_serial",
  "role_session_name",
  "source_profile",
  "credential_source",
  "credential_process",
  "web_identity_token_file",
  "region",
  "sso_session",
  "sso_region",
  "sso_start_url",
  "sso_account_id",
  "sso_role_name",
  "ec2_metadata_service_endpoint",
  "ca_bundle",
  "sdk_ua_app_id",
  "endpoint_url",
  "services",
  "login_session",
];
const credentials = [
  "aws_access_key_id",
  "aws_secret_access_key",
  "aws_session_token",
  "aws_account_id",
];

/** The part of a view of the Go client that its public interface shows. */
export function goObservable(view: View): GoObservable {
  if (view.error) {
    return {
      profiles: {},
      sso_sessions: {},
      services: {},
      error: readAs(view).error!,
    };
  }
  const profiles: Flat = {};
  const load_errors: Record<string, string> = {};
  for (const name of view.profiles.keys()) {
    const profile = goProfile(view, name);
    if ("error" in profile) {
      profiles[name] = {};
      load_errors[name] = profile.message;
      continue;
    }
    const whole = profile.get("aws_access_key_id") !== "" &&
      profile.get("aws_secret_access_key") !== "";
    const keys = whole ? [...credentials, ...strings] : strings;
    const values = keys.map((key) => [key, profile.get(key)] as const);
    profiles[name] = Object.fromEntries(
      values.filter(([, value]) => value !== ""),
    );
  }
  return {
    profiles,
    sso_sessions: Object.fromEntries(
      [...view.sessions].map(([name, settings]) => {
        const values = ["sso_region", "sso_start_url"].map((key) =>
          [key, settings.get(key)?.value ?? ""] as const
        );
        return [
          name,
          Object.fromEntries(values.filter(([, value]) => value !== "")),
        ];
      }),
    ),
    services: services(view.services),
    ...(Object.keys(load_errors).length > 0 && { load_errors }),
  };
}

function services(sections: Sections): Flat {
  return Object.fromEntries([...sections].map(([name, settings]) => {
    const values = [...settings].flatMap(([service, { nested }]) =>
      [...nested ?? []].map(([key, { value }]) => [`${service}.${key}`, value])
    );
    return [name, Object.fromEntries(values)];
  }));
}
