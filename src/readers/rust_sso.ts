import { picked } from "./picked.ts";
import type { ErrorKind, Resolution } from "./resolve.ts";
import type { RustBase } from "./rust_base.ts";
import type { Setting, View } from "./view.ts";

/** Each of these keys makes a profile an SSO profile. */
export const ssoKeys: readonly string[] = [
  "sso_session",
  "sso_start_url",
  "sso_region",
  "sso_account_id",
  "sso_role_name",
];

/** repr.rs:sso_from_profile: beside a session, a start URL or region is refused even if it is the same. */
export function rustSso(
  view: View,
  { name, profile }: RustBase,
): Resolution {
  const wrong = (
    error: ErrorKind,
    what: string,
    from: readonly Setting[],
  ): Resolution => ({
    error,
    message: `profile \`${name}\` has invalid SSO config: ${what}`,
    from,
  });
  const inline = picked(profile, ...ssoKeys);
  const session = profile.get("sso_session");
  let of = profile;
  if (session) {
    for (const key of ["sso_start_url", "sso_region"]) {
      const setting = profile.get(key);
      const what =
        `\`${key}\` can only be specified in the [sso-session] config when a session name is given`;
      if (setting) return wrong("sso-both-forms", what, [session, setting]);
    }
    const section = view.sessions.get(session.value);
    if (!section) {
      const message =
        `sso-session named \`${session.value}\` (referenced by profile \`${name}\`) was not found`;
      return { error: "sso-session-missing", message, from: [session] };
    }
    of = section;
  }
  const account = profile.get("sso_account_id");
  const role = profile.get("sso_role_name");
  if (!account !== !role) {
    const [set, missing] = account
      ? ["sso_account_id", "sso_role_name"]
      : ["sso_role_name", "sso_account_id"];
    return wrong(
      "sso-incomplete",
      `if \`${set}\` is set, then \`${missing}\` must also be set`,
      picked(profile, set),
    );
  }
  const region = of.get("sso_region");
  const url = of.get("sso_start_url");
  if (!region || !url) {
    const message = `profile \`${name}\` was not defined: \`${
      region ? "sso_start_url" : "sso_region"
    }\` was missing`;
    return { error: "sso-incomplete", message, from: inline };
  }
  const from = session ? [...inline, url, region] : inline;
  if (!account || !role) return { source: "token", from };
  return {
    source: "sso",
    ...(session && { session: session.value }),
    start_url: url.value,
    region: region.value,
    account: account.value,
    role: role.value,
    from,
  };
}
