import type { Section } from "../model/document.ts";
import { portal, sessionName } from "../reference/portal.ts";
import { type Existing, type Known } from "./existing.ts";
import type { Candidate, Left } from "./candidate.ts";

/** What a session needs to let a client ask for role credentials and refresh its token. */
export const ACCOUNT_SCOPE = "sso:account:access";

/** A session after the migration, and who uses it. */
export interface Session {
  readonly name: string;
  readonly startUrl: string;
  readonly region: string;
  readonly scopes: string;
  /** The section that is there already. */
  readonly existing?: Section;
  readonly members: readonly Candidate[];
  /** Other spellings of the start URL that give way to this one. */
  readonly variants: readonly string[];
}

/** How sessions are to be called. */
export interface Naming {
  /** For the only new session. */
  readonly name?: string;
  /** By start URL, compared as portals. */
  readonly byUrl?: Readonly<Record<string, string>>;
}

/** Puts profiles of one portal, region and scope together; what cannot be shared is left. */
export function sessionsOf(
  candidates: readonly Candidate[],
  existing: Existing,
  naming: Naming,
): { sessions: readonly Session[]; left: readonly Left[] } {
  const left: Left[] = [];
  const byName = new Map(existing.known.map((one) => [one.section.name, one]));
  const groups = new Map<string, Group>();
  const regions = regionsByPortal(candidates, byName);
  for (const candidate of candidates) {
    const found = candidate.session === undefined
      ? undefined
      : byName.get(candidate.session);
    const made = candidate.session === undefined
      ? fresh(candidate, regions, existing.known)
      : halfway(candidate, found, existing.sessions.get(candidate.session));
    if ("reason" in made) left.push(made);
    else {
      const group = groups.get(made.key);
      const odd = group && oddOneOut(candidate, group.members[0]);
      if (odd) left.push(odd);
      else if (group) group.members.push(made.candidate);
      else groups.set(made.key, { ...made, members: [made.candidate] });
    }
  }
  return { sessions: named([...groups.values()], existing, naming), left };
}

interface Group {
  readonly key: string;
  /** The session that it becomes or is. */
  readonly name?: string;
  readonly read?: Known;
  readonly scopes: string;
  readonly members: Candidate[];
}

type Made = {
  readonly key: string;
  readonly name?: string;
  readonly read?: Known;
  readonly scopes: string;
  readonly candidate: Candidate;
};

/** The regions under which each portal is named, with the profiles that do. */
function regionsByPortal(
  candidates: readonly Candidate[],
  byName: ReadonlyMap<string, Known>,
): ReadonlyMap<string, ReadonlyMap<string, Candidate>> {
  const found = new Map<string, Map<string, Candidate>>();
  for (const candidate of candidates) {
    if (candidate.session !== undefined && byName.has(candidate.session)) {
      continue;
    }
    const { canonical } = portal(candidate.startUrl);
    const regions = found.get(canonical) ?? new Map<string, Candidate>();
    if (!regions.has(candidate.region)) {
      regions.set(candidate.region, candidate);
    }
    found.set(canonical, regions);
  }
  return found;
}

/** A legacy profile: it joins the session of its portal, there already or new. */
function fresh(
  candidate: Candidate,
  regions: ReadonlyMap<string, ReadonlyMap<string, Candidate>>,
  sections: readonly Known[],
): Made | Left {
  const { profile, section, startUrl, region } = candidate;
  const { canonical } = portal(startUrl);
  const named = regions.get(canonical)!;
  const lines = (others: Iterable<Candidate>) =>
    [...others].map(({ inline }) =>
      inline.find(({ name }) => name === "sso_region")!.valueSpan
    );
  if (named.size > 1) {
    const reason = `one portal is named with two regions, "${
      [...named.keys()].join('" and "')
    }"`;
    return { profile, section, reason, at: lines(named.values()) };
  }
  const same = sections.filter((one) => one.canonical === canonical);
  const usable = same.filter((one) =>
    one.region === region && mayServe(one, candidate)
  );
  if (usable.length > 0) {
    // Of several sessions for one portal the one that most profiles use.
    const read = usable.reduce((a, b) => b.users > a.users ? b : a);
    return {
      key: `session ${read.section.name}`,
      name: read.section.name,
      read,
      scopes: read.scopes ?? "",
      candidate,
    };
  }
  const elsewhere = same.find((one) =>
    one.region !== "" && one.region !== region
  );
  if (elsewhere) {
    const reason =
      `sso-session ${elsewhere.section.name} has the same portal in "${elsewhere.region}"`;
    return {
      profile,
      section,
      reason,
      at: [...lines([candidate]), elsewhere.section.nameSpan],
    };
  }
  const scopes = scopesOf(candidate.scopes) ?? ACCOUNT_SCOPE;
  return {
    key: `portal ${canonical}\n${region}\n${scopes}`,
    scopes,
    candidate,
  };
}

/** Whether a session's tokens let a client ask for role credentials, with the scopes that the profile wants. */
function mayServe({ scopes }: Known, candidate: Candidate): boolean {
  const has = scopesOf(scopes);
  const wants = scopesOf(candidate.scopes);
  if (wants !== undefined) return (has ?? ACCOUNT_SCOPE) === wants;
  return has === undefined || has.split(",").includes(ACCOUNT_SCOPE);
}

/** A profile that names a session and has inline keys left over. */
function halfway(
  candidate: Candidate,
  read: Known | undefined,
  all: readonly Section[] | undefined,
): Made | Left {
  const { profile, section, startUrl, region, session, inline } = candidate;
  const at = inline.map(({ keySpan }) => keySpan);
  if (!read && all) {
    return {
      profile,
      section,
      reason: `sso-session ${session} is written twice`,
      at: all.map(({ nameSpan }) => nameSpan),
    };
  }
  if (!read) {
    if (startUrl === "" || region === "") {
      return {
        profile,
        section,
        reason: `there is no sso-session ${session}, and half of what it needs`,
        at,
      };
    }
    return {
      key: `session ${session}`,
      name: session,
      scopes: scopesOf(candidate.scopes) ?? ACCOUNT_SCOPE,
      candidate,
    };
  }
  const differs = (mine: string, its: string) =>
    mine !== "" && its !== "" && mine !== its;
  if (differs(startUrl, read.startUrl)) {
    return {
      profile,
      section,
      reason: `its sso_start_url is not that of sso-session ${session}`,
      at,
    };
  }
  if (differs(region, read.region)) {
    return {
      profile,
      section,
      reason: `its sso_region is not that of sso-session ${session}`,
      at,
    };
  }
  return {
    key: `session ${session}`,
    name: session,
    read,
    scopes: read.scopes ?? "",
    candidate,
  };
}

/** Profiles that name one session which is not there must agree on what it would be. */
function oddOneOut(
  { profile, section, session, startUrl, region, inline }: Candidate,
  first: Candidate,
): Left | undefined {
  if (session === undefined || startUrl === "" || first.startUrl === "") {
    return undefined;
  }
  if (
    portal(startUrl).canonical === portal(first.startUrl).canonical &&
    region === first.region
  ) return undefined;
  const reason =
    `profile ${first.profile} names another portal for sso-session ${session}`;
  return {
    profile,
    section,
    reason,
    at: [...inline, ...first.inline].map(({ keySpan }) => keySpan),
  };
}

/** Scopes in one spelling, for comparing; nothing when there are none. */
function scopesOf(text: string | undefined): string | undefined {
  const scopes = text?.split(",").map((scope) => scope.trim()).filter((scope) =>
    scope !== ""
  ).toSorted();
  return scopes && scopes.length > 0 ? scopes.join(",") : undefined;
}

function named(
  groups: readonly Group[],
  existing: Existing,
  naming: Naming,
): readonly Session[] {
  const taken = new Set([
    ...existing.taken,
    ...existing.sessions.keys(),
    "default",
  ]);
  const byPortal = new Map(
    Object.entries(naming.byUrl ?? {}).map((
      [url, name],
    ) => [portal(url).canonical, name]),
  );
  return groups.map(({ name, read, scopes, members }) => {
    const spellings = spellingsOf(members, read);
    const [startUrl] = spellings;
    const wanted = name ?? byPortal.get(portal(startUrl).canonical) ??
      naming.name ?? sessionName(startUrl);
    const own = name ?? unique(wanted, taken);
    taken.add(own);
    const region = read?.region ||
      members.find(({ region }) => region !== "")!.region;
    return {
      name: own,
      startUrl,
      region,
      scopes: members.find((one) => one.scopes)?.scopes ?? scopes,
      members,
      variants: spellings.slice(1),
      ...(read ? { existing: read.section } : {}),
    };
  });
}

/** The spellings of the start URL, the session's own first, else the most common. */
function spellingsOf(
  members: readonly Candidate[],
  read: Known | undefined,
): readonly string[] {
  const counted = new Map<string, number>();
  for (const { startUrl } of members) {
    if (startUrl !== "") {
      counted.set(startUrl, (counted.get(startUrl) ?? 0) + 1);
    }
  }
  const common = [...counted].toSorted(([, a], [, b]) => b - a).map(([url]) =>
    url
  );
  return read?.startUrl
    ? [read.startUrl, ...common.filter((url) => url !== read.startUrl)]
    : common;
}

function unique(wanted: string, taken: ReadonlySet<string>): string {
  let name = wanted;
  for (let count = 2; taken.has(name); count++) name = `${wanted}-${count}`;
  return name;
}
