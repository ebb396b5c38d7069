import type { MeantValue } from "./meant_value.ts";
import { isSet, type Sso } from "./sso.ts";

/** A start URL, with the region that stands beside it. */
export interface PortalSettings {
  readonly startUrl: MeantValue;
  readonly region?: MeantValue;
}

const made = new WeakMap<Sso, readonly (readonly PortalSettings[])[]>();

/**
 * The portals that the files name, each with all places that name it, in whatever spelling:
 * sessions first, then profiles without a session, since the others have it from there.
 */
export function portalsOf(
  sso: Sso,
): readonly (readonly PortalSettings[])[] {
  let found = made.get(sso);
  if (!found) made.set(sso, found = gather(sso));
  return found;
}

function gather(
  { profiles, sessions, portal }: Sso,
): readonly (readonly PortalSettings[])[] {
  const groups = new Map<string, PortalSettings[]>();
  const legacy = profiles.filter(({ session }) => !isSet(session));
  for (const { startUrl, region } of [...sessions.values(), ...legacy]) {
    if (!isSet(startUrl)) continue;
    const { kind, canonical } = portal(startUrl.value);
    if (kind === "not-a-url") continue;
    const group = groups.get(canonical);
    if (group) group.push({ startUrl, region });
    else groups.set(canonical, [{ startUrl, region }]);
  }
  return [...groups.values()];
}
