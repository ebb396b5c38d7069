import type { Candidate, Left } from "./candidate.ts";
import type { Existing, Known } from "./existing.ts";
import { fresh, regionsByPortal } from "./fresh.ts";
import { halfway } from "./halfway.ts";
import { scopesOf } from "./scopes.ts";
import { shownName } from "./shown_name.ts";

/** Profiles of one portal, region and scope. */
export interface Group {
  readonly key: string;
  /** The session that it has: one that is there, or that its profiles name already. */
  readonly name?: string;
  readonly read?: Known;
  /** Empty where nobody has said any. */
  readonly scopes: string;
  /** Empty as long as nobody has said it. */
  readonly canonical: string;
  readonly region: string;
  readonly members: readonly Candidate[];
}

/** The group that a profile belongs to, not yet with the others in it. */
export type Place = Omit<Group, "members">;

/** Puts profiles together that can share a session; what cannot is left. */
export function groupsOf(
  candidates: readonly Candidate[],
  existing: Existing,
  unfit: (candidate: Candidate, session: string) => boolean = () => false,
): { groups: readonly Group[]; left: readonly Left[] } {
  const left: Left[] = [];
  const groups = new Map<string, Group & { members: Candidate[] }>();
  const regions = regionsByPortal(candidates);
  const byPortal = new Map<string, Known[]>();
  for (const one of existing.known.values()) {
    const list = byPortal.get(one.canonical);
    if (list) list.push(one);
    else byPortal.set(one.canonical, [one]);
  }
  // Those that name a session come first: others may join one that is made for them.
  const inOrder = [
    ...candidates.filter(({ session }) => session !== undefined),
    ...candidates.filter(({ session }) => session === undefined),
  ];
  /** Sessions that are made since a profile names them, by portal. */
  const toBe = new Map<string, Set<string>>();
  for (const candidate of inOrder) {
    const { session, canonical } = candidate;
    const place = session !== undefined
      ? halfway(candidate, existing)
      : fresh(candidate, {
        regions: regions.get(canonical)!,
        toBe: [...toBe.get(canonical) ?? []].flatMap((key) =>
          groups.get(key) ?? []
        ),
        same: (byPortal.get(canonical) ?? []).flatMap((one) =>
          unfit(candidate, one.section.name) ? [] : [settled(one, groups)]
        ),
      });
    if (session !== undefined && "key" in place && !place.read?.canonical) {
      toBe.set(
        canonical,
        (toBe.get(canonical) ?? new Set()).add(place.key),
      );
    }
    if ("reason" in place) {
      left.push(place);
      continue;
    }
    const group = groups.get(place.key);
    if (!group) {
      groups.set(place.key, { ...place, members: [candidate] });
      continue;
    }
    const reason = clash(group, place);
    if (reason) left.push(leftOf(candidate, reason, group.members[0]));
    else {
      group.members.push(candidate);
      groups.set(place.key, {
        ...group,
        canonical: group.canonical || place.canonical,
        region: group.region || place.region,
        scopes: group.scopes || place.scopes,
      });
    }
  }
  const whole = [...groups.values()].filter((group) => {
    if (group.canonical !== "" && group.region !== "") return true;
    const missing = group.canonical === "" ? "sso_start_url" : "sso_region";
    const reason = group.read
      ? `${missing} is missing, in sso-session ${shownName(group.name!)} too`
      : `there is no sso-session ${
        shownName(group.name!)
      }, and ${missing} is missing`;
    left.push(...group.members.map((one) => leftOf(one, reason)));
    return false;
  });
  return { groups: whole, left };
}

/** A session, with what a profile that names it will add. */
function settled(one: Known, groups: ReadonlyMap<string, Group>): Known {
  const { section: { name }, region, scopes } = one;
  const group = groups.get(`session ${name}`);
  if (!group) return one;
  return {
    ...one,
    region: region || group.region,
    scopes: scopes ?? (group.scopes || undefined),
  };
}

/** A profile that stays, with the lines of another one on which that depends. */
function leftOf(
  { profile, section, inline }: Candidate,
  reason: string,
  other?: Candidate,
): Left {
  const at = [...inline, ...other?.inline ?? []].map(({ keySpan }) => keySpan);
  return { profile, section, reason, at };
}

/** Profiles that name one session must agree on what it is. */
function clash(
  { name, canonical, region, scopes, members: [first] }: Group,
  place: Place,
): string | undefined {
  const differs = (a: string, b: string) => a !== "" && b !== "" && a !== b;
  const other = differs(place.canonical, canonical)
    ? "another portal"
    : differs(place.region, region)
    ? "another region"
    : differs(scopesOf(place.scopes) ?? "", scopesOf(scopes) ?? "")
    ? "other scopes"
    : undefined;
  return other &&
    `profile ${shownName(first.profile)} names ${other} for sso-session ${
      shownName(name!)
    }`;
}
