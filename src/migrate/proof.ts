import type { Workspace } from "../model/document.ts";
import { maskRuns } from "../model/mask.ts";
import { clientTitles } from "../readers/client_titles.ts";
import { view } from "../readers/read.ts";
import type { Client, View } from "../readers/view.ts";
import type { Candidate } from "./candidate.ts";
import { type ChangedKey, changedKeys } from "./changed_key.ts";
import { shownName } from "./shown_name.ts";
import { comparison, moving } from "./worsens.ts";

/** A client that could not read a file before, so that there is nothing to compare. */
export interface Unproven {
  readonly client: Client;
  readonly path: string;
  readonly message: string;
}

/** The outcome: profiles whose move changes something for a client, each with the reason. */
export interface Proof {
  readonly failures: ReadonlyMap<Candidate, string>;
  readonly unproven: readonly Unproven[];
}

/** A profile that a client does not find as it was; without a name it concerns the whole file. */
interface Fault {
  readonly profile?: string;
  readonly reason: string;
}

/** Compares what every client makes of every profile before and after. */
export function prove(
  before: Workspace,
  after: Workspace,
  { clients, moved }: {
    readonly clients: readonly Client[];
    readonly moved: readonly Candidate[];
  },
): Proof {
  const failures = new Map<Candidate, string>();
  const unproven: Unproven[] = [];
  const changed = changedKeys();
  const byProfile = new Map(moved.map((one) => [one.profile, one]));
  for (const client of clients) {
    const was = view(client, before);
    const unread = [was, ...Object.values(was.files)].flatMap(({ error }) =>
      error ?? []
    );
    for (const { path, message } of unread) {
      if (unproven.some((one) => one.client === client && one.path === path)) {
        continue;
      }
      unproven.push({ client, path, message: maskRuns(message) });
    }
    if (was.error) continue;
    for (
      const { profile, reason } of faults(client, { before, after, changed })
    ) {
      // A role profile fails for the sake of the profile that it starts from.
      const guilty = profile === undefined
        ? undefined
        : culprit(was, profile, byProfile);
      const other = guilty?.profile === profile || profile === undefined
        ? ""
        : `profile ${shownName(profile)}: `;
      for (const candidate of guilty ? [guilty] : moved) {
        if (failures.has(candidate)) continue;
        failures.set(candidate, `${clientTitles[client]}: ${other}${reason}`);
      }
    }
  }
  return { failures, unproven };
}

/** A list and no generator, whose loops Bun does not compile. */
function faults(
  client: Client,
  { before, after, changed }: {
    readonly before: Workspace;
    readonly after: Workspace;
    readonly changed: ChangedKey;
  },
): readonly Fault[] {
  const found: Fault[] = [];
  const was = view(client, before);
  const is = view(client, after);
  if (is.error) {
    const { message } = is.error;
    return [{
      reason: `it could not read the file any more: ${maskRuns(message)}`,
    }];
  }
  for (const [name, settings] of was.profiles) {
    const now = is.profiles.get(name);
    const key = now && changed(settings, now);
    if (!now) found.push({ profile: name, reason: "it would vanish" });
    else if (key !== undefined) {
      found.push({
        profile: name,
        reason: `its ${maskRuns(key)} would change`,
      });
    }
  }
  for (const group of ["sessions", "services"] as const) {
    const title = group === "sessions" ? "sso-session" : "services";
    for (const [name, settings] of was[group]) {
      const now = is[group].get(name);
      // What was missing may be there now.
      const kept = now &&
        [...settings].every(([key, { value }]) =>
          now.get(key)?.value === value || value === "" && moving.has(key)
        );
      if (!kept) {
        found.push({ reason: `${title} ${shownName(name)} would change` });
      }
    }
  }
  const worse = comparison(was, is);
  for (const profile of was.profiles.keys()) {
    const reason = worse(profile);
    if (reason) found.push({ profile, reason });
  }
  return found;
}

/** The moved profile that a profile is, or starts from. */
function culprit(
  { profiles }: View,
  profile: string,
  moved: ReadonlyMap<string, Candidate>,
): Candidate | undefined {
  const seen = new Set<string>();
  let name: string | undefined = profile;
  while (name !== undefined && !seen.has(name)) {
    const found = moved.get(name);
    if (found) return found;
    seen.add(name);
    name = profiles.get(name)?.get("source_profile")?.value;
  }
  return undefined;
}
