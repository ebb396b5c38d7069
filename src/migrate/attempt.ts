import type { Document, Workspace } from "../model/document.ts";
import { type Client, clients } from "../readers/view.ts";
import type { Candidate, Left } from "./candidate.ts";
import { draftsOf } from "./draft.ts";
import { existingOf } from "./existing.ts";
import { type Group, groupsOf } from "./group.ts";
import { migrated } from "./migrated.ts";
import { type Naming, sessionsOf } from "./naming.ts";
import type { Move, Plan } from "./plan.ts";
import { prove, type Unproven } from "./proof.ts";

/** What is to be tried. */
export interface Trial {
  readonly candidates: readonly Candidate[];
  readonly config?: Document;
  readonly staying: ReadonlySet<Candidate>;
  /** Whether it was tried in vain to let a profile use a session that is there. */
  readonly unfit: (candidate: Candidate, session: string) => boolean;
  readonly naming: Naming;
  readonly keepInline: boolean;
  readonly mayWrite: (document: Document) => boolean;
}

/** What came of it. */
export interface Attempt {
  readonly plan: Plan;
  /** Profiles that cannot be proven, and why. */
  readonly failed: ReadonlyMap<Candidate, string>;
  /** Profiles that were moved to the other file. */
  readonly travelled: ReadonlySet<Candidate>;
}

/** Plans for these profiles and proves it once. */
export function attempt(workspace: Workspace, trial: Trial): Attempt {
  const { config, keepInline } = trial;
  const existing = existingOf(workspace);
  const { groups, left } = groupsOf(
    trial.candidates,
    existing,
    trial.unfit,
  );
  const [possible, impossible] = divided(groups, trial);
  const sessions = sessionsOf(possible, existing, trial.naming);
  const drafts = config
    ? draftsOf(config, sessions, {
      keepInline,
      mayTravel: (one) => trial.mayWrite(config) && !trial.staying.has(one),
    })
    : [];
  const moves = drafts.filter(({ edits }) => edits.length > 0);
  const edits = moves.flatMap(({ edits }) => edits);
  const moved = moves.flatMap(({ session }) => session.members);
  const readers = clients.filter((one) => !(keepInline && one === "rust"));
  const { failures, unproven } = edits.length === 0
    ? { failures: new Map<Candidate, string>(), unproven: [] }
    : prove(workspace, migrated(workspace, { title: "", edits }), {
      clients: readers,
      moved,
    });
  const proven = without(readers, unproven);
  return {
    plan: {
      fix: { title: title(moves), edits },
      moves,
      sessions: moves.map(({ session }) => session),
      moved,
      left: [...left, ...impossible],
      proven,
      unproven,
    },
    failed: proven.length > 0
      ? failures
      : new Map(moved.map((one) => [one, "no client can read the file"])),
    travelled: new Set(drafts.flatMap((one) => one.travelled)),
  };
}

/** Sessions stand in config alone: groups that need it changed where it may not be are left. */
function divided(
  groups: readonly Group[],
  { config, mayWrite }: Trial,
): readonly [readonly Group[], readonly Left[]] {
  if (config && mayWrite(config)) return [groups, []];
  const isWhole = ({ read }: Group) =>
    read !== undefined && read.canonical !== "" && read.region !== "";
  const reason = config
    ? `its session belongs in ${config.path}, which is not to be changed`
    : "a session can stand in the config file alone, and there is none";
  return [
    config ? groups.filter(isWhole) : [],
    groups.filter((one) => !config || !isWhole(one)).flatMap(({ members }) =>
      members.map(({ profile, section }) => ({
        profile,
        section,
        reason,
        at: [section.nameSpan],
      }))
    ),
  ];
}

function without(
  readers: readonly Client[],
  unproven: readonly Unproven[],
): readonly Client[] {
  const unread = new Set(unproven.map(({ client }) => client));
  return readers.filter((one) => !unread.has(one));
}

function title(moves: readonly Move[]): string {
  const names = moves.map(({ session }) => session.name);
  return `Move to sso-session ${
    names.length > 3
      ? `${names.slice(0, 3).join(", ")} and ${names.length - 3} more`
      : names.join(", ")
  }`;
}
