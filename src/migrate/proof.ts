import type { Workspace } from "../model/document.ts";
import { maskRuns } from "../model/mask.ts";
import { clientTitles } from "../readers/client_titles.ts";
import {
  type Difference,
  differences,
  type Sameness,
  sameness,
} from "../readers/compare.ts";
import { resolve, view } from "../readers/read.ts";
import type { Client, View } from "../readers/view.ts";
import type { Candidate } from "./candidate.ts";
import { shownName } from "./shown_name.ts";
import { moving, worsens } from "./worsens.ts";

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
  const same = sameness();
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
    for (const { profile, reason } of faults(client, { before, after, same })) {
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

function* faults(
  client: Client,
  { before, after, same }: {
    readonly before: Workspace;
    readonly after: Workspace;
    readonly same: Sameness;
  },
): Iterable<Fault> {
  const was = view(client, before);
  const is = view(client, after);
  if (is.error) {
    yield {
      reason: `it could not read the file any more: ${
        maskRuns(is.error.message)
      }`,
    };
    return;
  }
  for (const difference of differences(was, is, same)) {
    const fault = faultOf(difference);
    if (fault) yield fault;
  }
  for (const profile of was.profiles.keys()) {
    const reason = worsens(
      was,
      resolve(client, before, profile),
      resolve(client, after, profile),
    );
    if (reason) yield { profile, reason };
  }
}

/** What no resolution shows: a setting, section or profile that is read otherwise. */
function faultOf(
  { group, name, key, section, before }: Difference,
): Fault | undefined {
  if (group === "profiles") {
    if (section) {
      return section.was
        ? { profile: name, reason: "it would vanish" }
        : undefined;
    }
    return moving.has(key!.toLowerCase())
      ? undefined
      : { profile: name, reason: `its ${maskRuns(key!)} would change` };
  }
  if (!section?.was && !before) return undefined;
  const title = group === "sessions" ? "sso-session" : "services";
  return { reason: `${title} ${shownName(name)} would change` };
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
