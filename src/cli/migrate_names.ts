import { portal } from "../reference/portal.ts";
import type { GroupPlan } from "./migrate_group.ts";
import type { MigrateRequest } from "./migrate_request.ts";

/** Why the names that were asked for cannot be given, or the profiles not be found. */
export function namesProblem(
  plans: readonly GroupPlan[],
  { naming: { name, byUrl = {} }, profiles }: MigrateRequest,
): string | undefined {
  const sessions = plans.flatMap(({ plan }) => plan.sessions);
  const fresh = sessions.filter(({ existing }) => !existing);
  const asked = new Map(
    Object.entries(byUrl).map(([url, name]) => [portal(url).canonical, name]),
  );
  const unnamed = fresh.filter(({ startUrl }) =>
    !asked.has(portal(startUrl).canonical)
  );
  if (name !== undefined && unnamed.length > 1) {
    return `--session-name ${name} cannot name ${unnamed.length} new sessions (${
      unnamed.map(({ startUrl }) => startUrl).join(", ")
    }): write --session-name NAME=URL for each`;
  }
  const wanted = [...asked.values(), ...name === undefined ? [] : [name]];
  for (const [canonical, name] of asked) {
    if (!sessions.some((one) => portal(one.startUrl).canonical === canonical)) {
      return `--session-name ${name}: no profile to be moved has that start URL`;
    }
  }
  for (const { name: got, startUrl, existing } of sessions) {
    const want = asked.get(portal(startUrl).canonical) ??
      (existing ? undefined : name);
    if (want === undefined || want === got) continue;
    return existing
      ? `--session-name ${want}: there is sso-session ${got} for that start URL already`
      : `--session-name ${want}: there is a section of that name already`;
  }
  if (wanted.length > new Set(wanted).size) {
    return "--session-name gives one name to two sessions";
  }
  if (name !== undefined && unnamed.length === 0) {
    return `--session-name ${name}: there is no new session to be named`;
  }
  const all = plans.flatMap(({ before }) =>
    before.documents.flatMap(({ sections }) => sections)
  ).filter(({ type }) => type === "profile" || type === "default");
  const missing = profiles.find((one) =>
    !/[*?]/.test(one) && !all.some(({ name }) => name === one)
  );
  return missing === undefined
    ? undefined
    : `There is no profile "${missing}" in the files`;
}
