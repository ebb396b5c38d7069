import type { Section } from "../model/document.ts";
import type { Index } from "./index.ts";
import { hasSlip } from "./slip.ts";
import { isSet, sso, type SsoProfile, type SsoSession } from "./sso.ts";

/** The settings that a profile signs in with, by their names in SsoProfile. */
const names = {
  account: "sso_account_id",
  role: "sso_role_name",
  startUrl: "sso_start_url",
  region: "sso_region",
} as const;

/** The names of the SSO settings that a profile lacks; none where it wants a bearer token alone. */
export function missingOf(index: Index, one: SsoProfile): readonly string[] {
  const { profile: { name, sections, get }, session, account, role } = one;
  const bare = !account && !role;
  if (isSet(session) ? bare || account && role : isComplete(one)) return [];
  const needed = isSet(session)
    ? ["account", "role"] as const
    : ["account", "role", "startUrl", "region"] as const;
  const missing = needed.filter((field) => !one[field]);
  if (missing.length === 0) return [];
  if (bare && !index.sessions.has(name) && sso(index).used.has(name)) {
    // Its header should say that it is a session.
    return [];
  }
  // aws-vault takes the rest from there.
  if (get("include_profile") ?? get("parent_profile")) return [];
  const elsewhere = index.sessions.get(session?.value ?? "") ?? [];
  const slipped = !isSet(session) &&
    (session !== undefined || hasSlip(sections, "sso_session"));
  return missing
    .filter((field) =>
      !slipped || !bare && (field === "account" || field === "role")
    )
    .map((field) => names[field])
    .filter((name) => !has(elsewhere, name) && !hasSlip(sections, name));
}

function isComplete({ account, role, startUrl, region }: SsoProfile): boolean {
  return Boolean(account && role && startUrl && region);
}

/** The names of the settings that a session lacks. */
export function missingInSession(
  { sections, startUrl, region }: SsoSession,
): readonly string[] {
  return [
    ...startUrl ? [] : [names.startUrl],
    // A session has no region of its own, so that is what `region` stands for.
    ...region || has(sections, "region") ? [] : [names.region],
  ].filter((name) => !hasSlip(sections, name));
}

function has(sections: readonly Section[], name: string): boolean {
  return sections.some(({ properties }) =>
    properties.some((property) => property.name === name)
  );
}
