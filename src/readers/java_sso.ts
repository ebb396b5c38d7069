import { picked } from "./picked.ts";
import type { ErrorKind, Resolution } from "./resolve.ts";
import type { Setting, Settings, View } from "./view.ts";

interface Profile {
  readonly name: string;
  readonly settings: Settings;
}

/**
 * What the Java client makes of a profile with an SSO key (auth: ProfileCredentialsUtils; sso:
 * SsoProfileCredentialsProviderFactory; ssooidc: SsoOidcProfileTokenProviderFactory).
 */
export function javaSso(view: View, profile: Profile): Resolution {
  const { name, settings } = profile;
  const session = settings.get("sso_session");
  const required = [
    "sso_account_id",
    "sso_role_name",
    ...session ? [] : ["sso_region", "sso_start_url"],
  ];
  const from = picked(
    settings,
    "sso_session",
    "sso_account_id",
    "sso_role_name",
    "sso_region",
    "sso_start_url",
  );
  for (const key of required) {
    if (!settings.has(key)) {
      return {
        error: "sso-incomplete",
        message: `Profile property '${key}' was not configured for '${name}'.`,
        from,
      };
    }
  }
  if (session) return withSession(view, { ...profile, session, from });
  return complete(settings, { of: settings, from });
}

interface SessionProfile extends Profile {
  readonly session: Setting;
  readonly from: readonly Setting[];
}

function withSession(
  view: View,
  { name, settings, session, from }: SessionProfile,
): Resolution {
  const of = view.sessions.get(session.value);
  const wrong = (error: ErrorKind, message: string): Resolution => ({
    error,
    message,
    from,
  });
  if (!of) {
    return wrong(
      "sso-session-missing",
      `Sso-session section not found with sso-session title ${session.value}.`,
    );
  }
  for (const key of ["sso_region", "sso_start_url"]) {
    const inline = settings.get(key);
    if (!inline) continue;
    const common = of.get(key);
    // `validateCommonProfileProperties` calls `get()` on what may be missing.
    if (!common) return wrong("sso-incomplete", "No value present");
    if (!equalsIgnoreCase(inline.value, common.value)) {
      return wrong(
        "sso-mismatch",
        `Profile ${name} and Sso-session ${session.value} has different ${key}.`,
      );
    }
  }
  if (!of.has("sso_region")) {
    return wrong(
      "sso-incomplete",
      `'sso_region' must be set to use role-based credential loading in the '${session.value}' profile.`,
    );
  }
  if (of.get("sso_region")!.value === "") {
    return wrong("sso-incomplete", blankRegion);
  }
  // ProfileTokenProviderLoader names the profile, not the session.
  if (!of.has("sso_start_url")) {
    return wrong(
      "sso-incomplete",
      `Property 'sso_start_url' was not configured for profile '${name}'.`,
    );
  }
  if (of.has("sso_account_id") || of.has("sso_role_name")) {
    return wrong(
      "other",
      "sso_account_id or sso_role_name properties must not be defined forprofiles that provide ssooidc providers",
    );
  }
  return complete(settings, {
    of,
    from: [...from, ...picked(of, "sso_start_url", "sso_region")],
    session: session.value,
  });
}

/** What `Region.of` says of an empty string. */
export const blankRegion = "region must not be blank or empty.";

function complete(
  settings: Settings,
  { of, from, session }: {
    of: Settings;
    from: readonly Setting[];
    session?: string;
  },
): Resolution {
  const value = (from: Settings, key: string) => from.get(key)!.value;
  const region = value(of, "sso_region");
  if (region === "") {
    return { error: "sso-incomplete", message: blankRegion, from };
  }
  return {
    source: "sso",
    ...(session !== undefined && { session }),
    start_url: value(of, "sso_start_url"),
    region,
    account: value(settings, "sso_account_id"),
    role: value(settings, "sso_role_name"),
    from,
  };
}

/** `String.equalsIgnoreCase`: the only client that lets two spellings of one URL pass. */
function equalsIgnoreCase(a: string, b: string): boolean {
  return a.toUpperCase() === b.toUpperCase() ||
    a.toLowerCase() === b.toLowerCase();
}
