import { flatSection } from "./js_section.ts";
import { picked } from "./picked.ts";
import type { Resolution } from "./resolve.ts";
import type { Settings, View } from "./view.ts";

const ssoKeys = [
  "sso_start_url",
  "sso_account_id",
  "sso_session",
  "sso_region",
  "sso_role_name",
];

/**
 * `@aws-sdk/credential-provider-sso`, fromSSO.ts: any of five keys makes it an SSO profile, which
 * then needs four; a session's URL and region are put over the profile's own without a word.
 */
export function jsSso(
  view: View,
  profile: Settings,
): Resolution | undefined {
  const value = (settings: Settings | undefined, key: string) =>
    settings?.get(key)?.value ?? "";
  if (!ssoKeys.some((key) => value(profile, key) !== "")) return undefined;
  const session = value(profile, "sso_session");
  const section = session ? view.sessions.get(session) : undefined;
  if (session && !section) {
    return {
      error: "sso-session-missing",
      message: "Cannot read properties of undefined (reading 'sso_region')",
      from: picked(profile, "sso_session"),
    };
  }
  const portal = section ?? profile;
  const account = value(profile, "sso_account_id");
  const role = value(profile, "sso_role_name");
  const start_url = value(portal, "sso_start_url");
  const region = value(portal, "sso_region");
  const from = [
    ...picked(profile, "sso_session", "sso_account_id", "sso_role_name"),
    ...picked(portal, "sso_start_url", "sso_region"),
  ];
  if (!account || !role || !start_url || !region) {
    const keys = new Set(flatSection(profile).keys());
    if (session) keys.add("sso_region").add("sso_start_url");
    const message =
      'Profile is configured with invalid SSO credentials. Required parameters "sso_account_id", ' +
      `"sso_region", "sso_role_name", "sso_start_url". Got ${
        [...keys].join(", ")
      }\n` +
      "Reference: https://docs.aws.amazon.com/cli/latest/userguide/cli-configure-sso.html";
    return { error: "sso-incomplete", message, from };
  }
  return {
    source: "sso",
    ...(session ? { session } : {}),
    start_url,
    region,
    account,
    role,
    from,
  };
}
