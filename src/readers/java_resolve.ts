import { blankRegion, javaSso } from "./java_sso.ts";
import { picked } from "./picked.ts";
import type { ErrorKind, Resolution, Resolver } from "./resolve.ts";
import type { Setting, Settings, View } from "./view.ts";

/**
 * Where the Java client takes a profile's credentials from (auth: ProfileCredentialsProvider,
 * internal/ProfileCredentialsUtils), with the modules sts, sso, ssooidc and signin on the class path. A key
 * counts when it is there, even with an empty value.
 */
export const resolveJava: Resolver = (
  view: View,
  profile: string,
): Resolution => {
  if (view.error) {
    return { error: "file", message: view.error.message, from: [] };
  }
  const settings = view.profiles.get(profile);
  if (!settings) {
    return {
      error: "profile-missing",
      message: `Profile file contained no credentials for profile '${profile}'`,
      from: [],
    };
  }
  return provider(view, { name: profile, settings, children: [] }) ??
    { source: "none", from: [] };
};

interface Profile {
  readonly name: string;
  readonly settings: Settings;
  /** The profiles that this one is a source of. */
  readonly children: readonly string[];
}

/** `credentialsProviderWithFeatureID`; nothing when the profile has no credentials. */
function provider(view: View, profile: Profile): Resolution | undefined {
  const { name, settings } = profile;
  const role = settings.get("role_arn");
  if (role && settings.has("web_identity_token_file")) {
    return {
      source: "web-identity",
      from: picked(
        settings,
        "role_arn",
        "web_identity_token_file",
        "role_session_name",
      ),
    };
  }
  if (ssoKeys.some((key) => settings.has(key))) {
    return javaSso(view, { name, settings });
  }
  const assumed = role && roleOf(view, { ...profile, role });
  if (assumed) return assumed;
  const login = settings.get("login_session");
  if (login) {
    const blank = isBlank(settings, "login_session");
    if (blank) {
      return {
        error: "other",
        message: "LoginSession must not be blank or empty.",
        from: [login],
      };
    }
    return { source: "login", from: [login] };
  }
  const process = settings.get("credential_process");
  if (process) return { source: "process", from: [process] };
  return keys(profile);
}

const ssoKeys = [
  "sso_role_name",
  "sso_account_id",
  "sso_region",
  "sso_start_url",
  "sso_session",
];

/** A role with neither source is as good as none. */
function roleOf(
  view: View,
  profile: Profile & { readonly role: Setting },
): Resolution | undefined {
  const { settings } = profile;
  const source = settings.get("source_profile");
  const credentialSource = settings.get("credential_source");
  const from = picked(
    settings,
    "role_arn",
    "source_profile",
    "credential_source",
  );
  if (source && credentialSource) {
    return {
      error: "role-two-sources",
      message:
        "Invalid profile file: profile has both source_profile and credential_source.",
      from,
    };
  }
  if (source) {
    const base = sourceOf(view, { ...profile, source });
    return "error" in base ? base : assumed(profile, { base, from });
  }
  if (!credentialSource) return undefined;
  const base = named(credentialSource);
  return "error" in base ? base : assumed(profile, { base, from });
}

/** StsProfileCredentialsProviderFactory: the client that assumes the role has the profile's region. */
function assumed(
  { settings, role }: Profile & { readonly role: Setting },
  { base, from }: { base: Resolution; from: readonly Setting[] },
): Resolution {
  if (settings.has("region") && isBlank(settings, "region")) {
    return {
      error: "other",
      message: blankRegion,
      from: picked(settings, "region"),
    };
  }
  return { source: "role", role_arn: role.value, base, from };
}

/** `roleAndSourceProfileBasedProfileCredentialsProvider`: a profile cannot be its own source, not even for its keys. */
function sourceOf(
  view: View,
  { name, children, source }: Profile & { readonly source: Setting },
): Resolution {
  if (children.includes(name)) {
    return {
      error: "cycle",
      message:
        `Invalid profile file: Circular relationship detected with profiles [${
          children.join(", ")
        }].`,
      from: [source],
    };
  }
  const settings = view.profiles.get(source.value);
  const found = settings &&
    provider(view, {
      name: source.value,
      settings,
      children: [...children, name],
    });
  if (found) return found;
  const error: ErrorKind = settings ? "source-empty" : "source-missing";
  const message =
    `The source profile of '${name}' was configured to be '${source.value}', ` +
    "but that source profile has no credentials configured.";
  return { error, message, from: [source] };
}

/** `CredentialSourceType.parse`; what lies behind a name is outside of the files. */
function named(source: Setting): Resolution {
  if (
    /^(?:Ec2InstanceMetadata|EcsContainer|Environment)$/i.test(source.value)
  ) return { source: "none", from: [source] };
  return {
    error: "credential-source",
    message: `${source.value} is not a valid credential_source`,
    from: [source],
  };
}

/** A token asks for both keys, and the access key for the other; a secret key alone is not looked at. */
function keys({ name, settings }: Profile): Resolution | undefined {
  const from = picked(
    settings,
    "aws_access_key_id",
    "aws_secret_access_key",
    "aws_session_token",
  );
  if (
    !settings.has("aws_session_token") && !settings.has("aws_access_key_id")
  ) return undefined;
  for (const key of ["aws_access_key_id", "aws_secret_access_key"]) {
    if (!settings.has(key)) {
      return { error: "partial-keys", message: notConfigured(key, name), from };
    }
  }
  // AwsBasicCredentials; AwsSessionCredentials does not mind.
  if (settings.has("aws_session_token")) return { source: "static", from };
  if (isBlank(settings, "aws_access_key_id")) {
    return {
      error: "partial-keys",
      message: "Access key ID cannot be blank.",
      from,
    };
  }
  if (isBlank(settings, "aws_secret_access_key")) {
    return {
      error: "partial-keys",
      message: "Secret access key cannot be blank.",
      from,
    };
  }
  return { source: "static", from };
}

function isBlank(settings: Settings, key: string): boolean {
  const { value, nested } = settings.get(key)!;
  return value === "" && !nested;
}

/** `requireProperties`. */
function notConfigured(key: string, profile: string): string {
  return `Profile property '${key}' was not configured for '${profile}'.`;
}
