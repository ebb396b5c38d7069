import {
  type Document,
  documentOf,
  type Section,
  type Workspace,
} from "../model/document.ts";
import { clients } from "../readers/view.ts";
import type { Fix, TextEdit } from "../text/edit.ts";
import {
  type Candidate,
  candidateOf,
  isInline,
  type Left,
} from "./candidate.ts";
import { completion, profileEdits } from "./edits.ts";
import { existingOf } from "./existing.ts";
import { canMove, moveEdits } from "./move.ts";
import { placeSessions } from "./place.ts";
import { prove, type Unproven } from "./proof.ts";
import { type Naming, type Session, sessionsOf } from "./session.ts";

/** How to migrate. */
export interface MigrateOptions {
  readonly naming?: Naming;
  readonly keepInline?: boolean;
  /** Which profiles are asked for; all by default. */
  readonly wanted?: (profile: string) => boolean;
  /** Why a project forbids sessions, if it does: a client too old to read them. */
  readonly forbidden?: string;
  /** Whether a file is a template that another program fills in. */
  readonly isTemplate?: (document: Document) => boolean;
}

/** A migration that is proven: nothing that worked before works otherwise. */
export interface Plan {
  /** The edits of both files; nothing to do when there are none. */
  readonly fix: Fix;
  readonly sessions: readonly Session[];
  readonly moved: readonly Candidate[];
  readonly left: readonly Left[];
  /** Clients that could not read the files before, so that nothing can be proven for them. */
  readonly unproven: readonly Unproven[];
}

/**
 * Plans to move every profile that names its portal inline to an `sso-session`, and proves it: for
 * each client and profile, what resolved before resolves to the same after. A profile that cannot
 * be proven is left, and the rest is proven again.
 */
export function planMigration(
  workspace: Workspace,
  options: MigrateOptions = {},
): Plan {
  const { candidates, left } = candidatesOf(workspace, options);
  const given = new Set<Candidate>();
  /** Profiles of the credentials file that have to stay there. */
  const staying = new Set<Candidate>();
  for (;;) {
    const rest = candidates.filter((one) => !given.has(one));
    const { plan, failed, travelled } = attempt(workspace, {
      candidates: rest,
      staying,
      options,
    });
    if (failed.size === 0) {
      return { ...plan, left: [...left, ...plan.left].toSorted(byPlace) };
    }
    for (const [candidate, reason] of failed) {
      if (travelled.has(candidate)) {
        staying.add(candidate);
        continue;
      }
      given.add(candidate);
      left.push({
        profile: candidate.profile,
        section: candidate.section,
        reason,
        at: [candidate.section.nameSpan],
      });
    }
  }
}

function candidatesOf(
  { documents }: Workspace,
  { wanted = () => true, forbidden, isTemplate = () => false }: MigrateOptions,
): { candidates: readonly Candidate[]; left: Left[] } {
  const byName = new Map<string, Section[]>();
  for (const { sections } of documents) {
    for (const section of sections) {
      if (section.type !== "profile" && section.type !== "default") continue;
      const list = byName.get(section.name);
      if (list) list.push(section);
      else byName.set(section.name, [section]);
    }
  }
  const candidates: Candidate[] = [];
  const left: Left[] = [];
  for (const [profile, sections] of byName) {
    for (const section of sections) {
      if (!isInline(section) || !wanted(profile)) continue;
      const leave = (reason: string) =>
        left.push({ profile, section, reason, at: [section.nameSpan] });
      if (isTemplate(section.document)) leave("the file is a template");
      else if (forbidden) leave(forbidden);
      else {
        const made = candidateOf(section, sections);
        if ("reason" in made) left.push(made);
        else candidates.push(made);
      }
    }
  }
  return { candidates, left };
}

interface Attempt {
  readonly plan: Plan;
  /** Profiles that cannot be proven, and why. */
  readonly failed: ReadonlyMap<Candidate, string>;
  /** Profiles that were moved to the other file. */
  readonly travelled: ReadonlySet<Candidate>;
}

function attempt(
  workspace: Workspace,
  { candidates, staying, options: { naming = {}, keepInline = false } }: {
    candidates: readonly Candidate[];
    staying: ReadonlySet<Candidate>;
    options: MigrateOptions;
  },
): Attempt {
  const config = documentOf(workspace, "config");
  const travelled = new Set<Candidate>();
  if (!config) {
    return {
      plan: nothing(candidates.map(noConfig)),
      failed: new Map(),
      travelled,
    };
  }
  const { sessions, left } = sessionsOf(
    candidates,
    existingOf(workspace),
    naming,
  );
  const moved = sessions.flatMap(({ members }) => members);
  const edits: TextEdit[] = [
    ...placeSessions(config, sessions),
    ...sessions.flatMap(completion),
  ];
  for (const session of sessions) {
    for (const candidate of session.members) {
      if (
        !keepInline && !staying.has(candidate) && canMove(candidate, config)
      ) {
        travelled.add(candidate);
        edits.push(...moveEdits(candidate, session, config));
      } else edits.push(...profileEdits(candidate, session, { keepInline }));
    }
  }
  const fix: Fix = { title: title(sessions), edits };
  const readers = clients.filter((one) => !(keepInline && one === "rust"));
  const { failures, unproven } = edits.length > 0
    ? prove(workspace, fix, { clients: readers, moved })
    : { failures: new Map<Candidate, string>(), unproven: [] };
  return {
    plan: { fix, sessions, moved, left, unproven },
    failed: failures,
    travelled,
  };
}

function noConfig({ profile, section }: Candidate): Left {
  return {
    profile,
    section,
    reason: "a session can stand in the config file alone, and there is none",
    at: [section.nameSpan],
  };
}

function nothing(left: readonly Left[]): Plan {
  return {
    fix: { title: "", edits: [] },
    sessions: [],
    moved: [],
    left,
    unproven: [],
  };
}

function title(sessions: readonly Session[]): string {
  const names = sessions.map(({ name }) => name);
  return `Move to sso-session ${
    names.length > 3
      ? `${names.slice(0, 3).join(", ")} and ${names.length - 3} more`
      : names.join(", ")
  }`;
}

function byPlace(a: Left, b: Left): number {
  return a.section.document.path < b.section.document.path
    ? -1
    : a.section.document.path > b.section.document.path
    ? 1
    : a.section.firstLine - b.section.firstLine;
}
