import { countedKeys, type DotnetType, dotnetType } from "./dotnet_type.ts";
import { fatalValue } from "./dotnet_values.ts";
import { picked } from "./picked.ts";
import type { ErrorKind, Resolution, Resolver } from "./resolve.ts";
import type { Setting, Settings, View } from "./view.ts";

/**
 * Where the .NET client takes a profile's credentials from (AWSSDK.Core: SharedCredentialsFile,
 * CredentialProfileTypeDetector, AWSCredentialsFactory). A transcription, as the reader is.
 */
export const resolveDotnet: Resolver = (
  view: View,
  profile: string,
): Resolution => {
  if (view.error) {
    return { error: "file", message: view.error.message, from: [] };
  }
  const found = profileOf(view, profile);
  if (!found) {
    const broken = fatalValue(view.profiles.get(profile) ?? new Map());
    const message =
      `Unable to find the "${profile}" profile in CredentialProfileStoreChain.`;
    return { error: "profile-missing", message, from: broken ? [broken] : [] };
  }
  if ("error" in found) return found;
  const type = dotnetType(found.settings);
  if (!type && countedKeys(found.settings).length === 0) {
    return { source: "none", from: [] };
  }
  return credentials(view, {
    name: profile,
    settings: found.settings,
    type,
    visited: [],
  });
};

interface Profile {
  readonly name: string;
  readonly settings: Settings;
  readonly type: DotnetType | undefined;
  /** The profiles that this one is a source of (`profileLoopAvoidance`). */
  readonly visited: readonly string[];
}

/** `TryGetProfile`: the region, start URL and scopes of an SSO session replace the profile's own, whatever they are. */
function profileOf(
  view: View,
  name: string,
):
  | { readonly settings: Settings }
  | (Resolution & { readonly error: ErrorKind })
  | undefined {
  const settings = view.profiles.get(name);
  if (!settings || fatalValue(settings)) return undefined;
  const session = settings.get("sso_session");
  if (!session) return { settings };
  const of = view.sessions.get(session.value);
  if (!of || fatalValue(of)) {
    const message =
      `Invalid Configuration.  Failed to find sso_session [${session.value}]`;
    return { error: "sso-session-missing", message, from: [session] };
  }
  const all = new Map(settings);
  for (
    const key of ["sso_region", "sso_registration_scopes", "sso_start_url"]
  ) {
    const setting = of.get(key);
    if (setting) all.set(key, setting);
    else all.delete(key);
  }
  return { settings: all };
}

/** `GetAWSCredentialsInternal`. */
function credentials(view: View, profile: Profile): Resolution {
  const { settings, type } = profile;
  switch (type) {
    case "sso":
      return sso(profile);
    case "static":
      return {
        source: "static",
        from: picked(
          settings,
          "aws_access_key_id",
          "aws_secret_access_key",
          "aws_session_token",
        ),
      };
    case "process":
      return {
        source: "process",
        from: picked(settings, "credential_process"),
      };
    case "login":
      return { source: "login", from: picked(settings, "login_session") };
    case "web-identity":
      return {
        source: "web-identity",
        from: picked(
          settings,
          "role_arn",
          "web_identity_token_file",
          "role_session_name",
        ),
      };
    case "role":
      return role(view, profile);
    case "role-credential-source":
      return named(profile);
    case undefined:
      return invalid(profile);
  }
}

function role(view: View, { name, settings, visited }: Profile): Resolution {
  const from = picked(settings, "role_arn", "source_profile");
  const source = settings.get("source_profile")!;
  // `nonCallbackOnly`: a program has to bring the code along; it says so for these two types alone.
  const mfa = visited.length === 0 && settings.get("mfa_serial")?.value &&
    !settings.get("role_session_name")?.value;
  if (mfa) {
    return {
      error: "other",
      message: mfaMessage(name),
      from: picked(settings, "role_arn", "mfa_serial"),
    };
  }
  if (visited.includes(name)) {
    return {
      error: "cycle",
      message:
        `Error reading profile [${name}]: the source profile definition is cyclical.`,
      from,
    };
  }
  const base = sourceOf(view, { source, visited: [...visited, name] });
  if (!("error" in base)) {
    return {
      source: "role",
      role_arn: settings.get("role_arn")!.value,
      base,
      from,
    };
  }
  // What a source profile lacks is told by the profile that named it.
  if (base.error === "sso-session-missing") return base;
  return {
    error: base.error,
    message:
      `Error reading source profile [${source.value}] for profile [${name}].`,
    from: base.from,
  };
}

/** `GetSourceAWSCredentials`. */
function sourceOf(
  view: View,
  { source, visited }: { source: Setting; visited: readonly string[] },
): Resolution {
  const found = profileOf(view, source.value);
  if (!found) {
    return {
      error: "source-missing",
      message: `Source profile [${source.value}] was not found.`,
      from: [source],
    };
  }
  if ("error" in found) return found;
  const { settings } = found;
  const type = dotnetType(settings);
  if (!type && countedKeys(settings).length === 0) {
    return { ...notValid(source.value, "source-empty"), from: [source] };
  }
  return credentials(view, { name: source.value, settings, type, visited });
}

function named({ name, settings }: Profile): Resolution {
  const source = settings.get("credential_source")!;
  const from = picked(settings, "role_arn", "credential_source");
  if (
    !/^(?:Ec2InstanceMetadata|Environment|EcsContainer|[0-2])$/i.test(
      source.value,
    )
  ) {
    return {
      error: "credential-source",
      message:
        `Error reading credential source [${source.value}] for profile [${name}].`,
      from: [source],
    };
  }
  return {
    source: "role",
    role_arn: settings.get("role_arn")!.value,
    base: { source: "none", from: [source] },
    from,
  };
}

/** SSOAWSCredentials asks for the region when it is made; for the rest when it needs them. */
function sso({ settings }: Profile): Resolution {
  const session = settings.get("sso_session");
  const from = picked(
    settings,
    "sso_session",
    "sso_account_id",
    "sso_role_name",
    "sso_start_url",
    "sso_region",
  );
  const value = (key: string) => settings.get(key)?.value ?? "";
  if (value("sso_region") === "") {
    return {
      error: "sso-incomplete",
      message: "Value cannot be null. (Parameter 'region')",
      from,
    };
  }
  for (const key of ["sso_account_id", "sso_role_name", "sso_start_url"]) {
    if (value(key) === "") {
      return { error: "sso-incomplete", message: `${key} is missing`, from };
    }
  }
  return {
    source: "sso",
    ...(session && { session: session.value }),
    start_url: value("sso_start_url"),
    region: value("sso_region"),
    account: value("sso_account_id"),
    role: value("sso_role_name"),
    from,
  };
}

/** No type has exactly the keys that are there. */
function invalid({ name, settings }: Profile): Resolution {
  const has = (key: string) => Boolean(settings.get(key)?.value);
  const pair = has("aws_access_key_id") === has("aws_secret_access_key");
  const sources =
    ["source_profile", "credential_source", "web_identity_token_file"].filter(
      has,
    ).length;
  const kind: ErrorKind = !pair
    ? "partial-keys"
    : has("role_arn") && sources === 0
    ? "role-no-source"
    : sources > 1
    ? "role-two-sources"
    : "other";
  return {
    ...notValid(name, kind),
    from: picked(settings, ...countedKeys(settings)),
  };
}

function notValid(
  name: string,
  error: ErrorKind,
): { readonly error: ErrorKind; readonly message: string } {
  const message =
    `Credential profile [${name}] is not valid.  Please ensure the profile contains a valid combination of properties.`;
  return { error, message };
}

function mfaMessage(name: string): string {
  return `The profile [${name}] is an assume role profile that requires an MFA.  This type of profile is not allowed here.  ` +
    "Please use an assume role profile that doesn't require an MFA, or a different type of profile.";
}
