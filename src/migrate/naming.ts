import { portal, sessionName } from "../reference/portal.ts";
import type { Existing, Known } from "./existing.ts";
import type { Group } from "./group.ts";
import { ACCOUNT_SCOPE } from "./scopes.ts";
import type { Session } from "./session.ts";

/** How sessions are to be called. */
export interface Naming {
  /** For the only new session. */
  readonly name?: string;
  /** By start URL, compared as portals. */
  readonly byUrl?: Readonly<Record<string, string>>;
}

/** Gives each group its session: that which is there, or a new one with a name that nothing else has. */
export function sessionsOf(
  groups: readonly Group[],
  existing: Existing,
  naming: Naming,
): readonly Session[] {
  const taken = new Set(existing.taken);
  const byPortal = new Map(
    Object.entries(naming.byUrl ?? {}).map((
      [url, name],
    ) => [portal(url).canonical, name]),
  );
  return groups.map(({ name, read, scopes, members, canonical, region }) => {
    const [startUrl, ...variants] = spellingsOf(members, read);
    const own = name ??
      unique(
        byPortal.get(canonical) ?? naming.name ?? sessionName(startUrl),
        taken,
      );
    taken.add(own);
    return {
      name: own,
      startUrl,
      region,
      scopes: scopes || (read ? "" : ACCOUNT_SCOPE),
      members,
      variants,
      ...(read ? { existing: read.section } : {}),
    };
  });
}

/** The spellings of the start URL, the session's own first, else the most common. */
function spellingsOf(
  members: Group["members"],
  read: Known | undefined,
): readonly string[] {
  const counted = new Map<string, number>();
  for (const { startUrl } of members) {
    if (startUrl === "") continue;
    counted.set(startUrl, (counted.get(startUrl) ?? 0) + 1);
  }
  // Of two that are as common, the one without a tail.
  const common = [...counted]
    .toSorted(([a, timesA], [b, timesB]) =>
      timesB - timesA || a.length - b.length
    )
    .map(([url]) => url);
  return read?.startUrl
    ? [read.startUrl, ...common.filter((url) => url !== read.startUrl)]
    : common;
}

function unique(wanted: string, taken: ReadonlySet<string>): string {
  let name = wanted;
  for (let count = 2; taken.has(name); count++) name = `${wanted}-${count}`;
  return name;
}
