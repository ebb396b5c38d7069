import type { Section } from "../model/document.ts";
import { meaning } from "../model/meaning.ts";
import type { Span } from "../text/span.ts";
import type { Candidate, Left } from "./candidate.ts";
import type { Known } from "./existing.ts";
import type { Place } from "./group.ts";
import { accountScopes, scopesOf, servesAccounts } from "./scopes.ts";
import { shownName } from "./shown_name.ts";

/** Regions under which a portal is named, each with the first profile that does. */
export type Regions = ReadonlyMap<string, Candidate>;

/** Of the profiles that name no session. */
export function regionsByPortal(
  candidates: readonly Candidate[],
): ReadonlyMap<string, Regions> {
  const found = new Map<string, Map<string, Candidate>>();
  for (const candidate of candidates) {
    const { canonical, region, session } = candidate;
    if (session !== undefined) continue;
    const regions = found.get(canonical) ?? new Map<string, Candidate>();
    if (!regions.has(region)) regions.set(region, candidate);
    found.set(canonical, regions);
  }
  return found;
}

/** A legacy profile: it joins the session of its portal, there already or new. */
export function fresh(
  candidate: Candidate,
  { regions, same, toBe }: {
    readonly regions: Regions;
    /** What there is for its portal, and what there will be. */
    readonly same: readonly Known[];
    readonly toBe: readonly Place[];
  },
): Place | Left {
  const { profile, section, canonical, region } = candidate;
  const leave = (
    reason: string,
    others: Iterable<Candidate>,
    at: readonly Span[] = [],
  ): Left => ({
    profile,
    section,
    reason,
    at: [
      ...[...others].map(({ inline }) =>
        inline.find(({ name }) => name === "sso_region")!.valueSpan
      ),
      ...at,
    ],
  });
  if (regions.size > 1) {
    const all = [...regions.keys()].join('" and "');
    return leave(
      `one portal is named with two regions, "${all}"`,
      regions.values(),
    );
  }
  const usable = same.filter((one) =>
    (one.region === region || one.region === "") && mayServe(one, candidate)
  );
  if (usable.length > 0) {
    const read = likeliest(usable, section);
    const { name } = read.section;
    return {
      key: `session ${name}`,
      name,
      read,
      scopes: read.scopes ??
        (candidate.scopes ? accountScopes(candidate.scopes) : ""),
      canonical,
      region,
    };
  }
  const scopes = accountScopes(candidate.scopes);
  const joined = toBe.find((one) =>
    one.region === region &&
    scopesOf(accountScopes(one.scopes)) === scopesOf(scopes)
  );
  if (joined) return { ...joined, scopes: "" };
  const elsewhere = [
    ...same.map(({ section, region }) => ({
      name: section.name,
      region,
      section,
    })),
    ...toBe.map(({ name, region }) => ({
      name: name!,
      region,
      section: undefined,
    })),
  ].find((one) => one.region !== "" && one.region !== region);
  if (elsewhere) {
    return leave(
      `sso-session ${
        shownName(elsewhere.name)
      } has the same portal in "${elsewhere.region}"`,
      [candidate],
      elsewhere.section ? [elsewhere.section.nameSpan] : [],
    );
  }
  return {
    key: `portal ${canonical}\n${region}\n${scopesOf(scopes)}`,
    scopes,
    canonical,
    region,
  };
}

/**
 * Of several sessions for one portal, perhaps for several people, the one with which others sign in
 * to the same account; else the one that most profiles use.
 */
function likeliest(usable: readonly Known[], { properties }: Section): Known {
  const account = properties.find(({ name }) => name === "sso_account_id");
  const wanted = account && meaning(account);
  const sharing = ({ accounts }: Known) =>
    accounts.filter((one) => one === wanted).length;
  return usable.reduce((best, one) =>
    (sharing(one) - sharing(best) ||
        one.accounts.length - best.accounts.length) > 0
      ? one
      : best
  );
}

/** Whether a session's tokens let a client ask for role credentials, with the scopes that the profile wants. */
function mayServe({ scopes }: Known, candidate: Candidate): boolean {
  if (candidate.scopes === undefined) return servesAccounts(scopes);
  return scopesOf(accountScopes(scopes)) ===
    scopesOf(accountScopes(candidate.scopes));
}
