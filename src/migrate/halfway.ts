import type { Candidate, Left } from "./candidate.ts";
import type { Existing } from "./existing.ts";
import type { Place } from "./group.ts";
import { shownName } from "./shown_name.ts";
import { accountScopes, scopesOf } from "./scopes.ts";

/** Where a profile belongs that names a session and has inline keys left over. */
export function halfway(
  candidate: Candidate,
  { known, sessions }: Existing,
): Place | Left {
  const { profile, section, canonical, region, inline } = candidate;
  const name = candidate.session!;
  const read = known.get(name);
  const inSession = (sessions.get(name) ?? []).map(({ nameSpan }) => nameSpan);
  const leave = (reason: string, key?: string): Left => ({
    profile,
    section,
    reason,
    at: [
      ...inline.filter((one) => key === undefined || one.name === key)
        .map(({ keySpan }) => keySpan),
      ...inSession,
    ],
  });
  if (!read) {
    if (inSession.length > 0) {
      return leave(`sso-session ${shownName(name)} is written twice`);
    }
    // What JS, Rust and Java take for the name of a session; the JavaScript SDK has `[\w-@+.%:/]+`.
    if (!/^[\w.@%:/+-]+$/.test(name)) {
      return leave("sso_session is a name that not every client can read");
    }
    return {
      key: `session ${name}`,
      name,
      scopes: candidate.scopes ? accountScopes(candidate.scopes) : "",
      canonical,
      region,
    };
  }
  for (
    const [key, mine, its] of [
      ["sso_start_url", canonical, read.canonical],
      ["sso_region", region, read.region],
      [
        "sso_registration_scopes",
        scopesOf(candidate.scopes) ?? "",
        scopesOf(read.scopes) ?? "",
      ],
    ]
  ) {
    if (mine !== "" && its !== "" && mine !== its) {
      return leave(
        `its ${key} is not that of sso-session ${shownName(name)}`,
        key,
      );
    }
  }
  return {
    key: `session ${name}`,
    name,
    read,
    scopes: read.scopes ??
      (candidate.scopes ? accountScopes(candidate.scopes) : ""),
    canonical: read.canonical || canonical,
    region: read.region || region,
  };
}
