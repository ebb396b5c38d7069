import { documentOf, type Workspace } from "../model/document.ts";
import type { Client } from "../readers/view.ts";
import type { Fix, TextEdit } from "../text/edit.ts";
import { attempt } from "./attempt.ts";
import type { Candidate, Left } from "./candidate.ts";
import { type CandidateOptions, candidatesOf } from "./candidates_of.ts";
import type { Naming } from "./naming.ts";
import type { Unproven } from "./proof.ts";
import type { Session } from "./session.ts";

/** How to migrate. */
export interface MigrateOptions extends CandidateOptions {
  readonly naming?: Naming;
}

/** A session with all the edits that move its profiles to it. */
export interface Move {
  readonly session: Session;
  readonly edits: readonly TextEdit[];
}

/** A migration that is proven: nothing that worked before works otherwise. */
export interface Plan {
  /** The edits of both files; nothing to do when there are none. */
  readonly fix: Fix;
  /** The same edits, session by session. */
  readonly moves: readonly Move[];
  readonly sessions: readonly Session[];
  readonly moved: readonly Candidate[];
  readonly left: readonly Left[];
  /** Who it is proven for. */
  readonly proven: readonly Client[];
  /** Clients that could not read a file before, so that nothing can be proven for them. */
  readonly unproven: readonly Unproven[];
}

/** Rounds of proof after which nothing is moved: each takes out what cannot be proven. */
const PATIENCE = 20;

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
  const { naming = {}, keepInline = false, mayWrite = () => true } = options;
  const config = documentOf(workspace, "config");
  const given = new Map<Candidate, string>();
  /** Profiles of the credentials file that have to stay there. */
  const staying = new Set<Candidate>();
  for (let round = 0;; round++) {
    const { failed, travelled, plan } = attempt(workspace, {
      candidates: candidates.filter((one) => !given.has(one)),
      config,
      staying,
      naming,
      keepInline,
      mayWrite,
    });
    if (failed.size === 0) {
      const all = [
        ...left,
        ...plan.left,
        ...[...given].map(([one, reason]) => leftOf(one, reason)),
      ];
      return { ...plan, left: all.toSorted(byPlace) };
    }
    for (const [candidate, reason] of failed) {
      // It may still be moved where it stands.
      if (travelled.has(candidate)) staying.add(candidate);
      else given.set(candidate, reason);
    }
    if (round < PATIENCE) continue;
    for (const one of candidates) {
      if (!given.has(one)) given.set(one, "it cannot be proven");
    }
  }
}

function leftOf({ profile, section }: Candidate, reason: string): Left {
  return { profile, section, reason, at: [section.nameSpan] };
}

function byPlace({ section: a }: Left, { section: b }: Left): number {
  return a.document.path < b.document.path
    ? -1
    : a.document.path > b.document.path
    ? 1
    : a.firstLine - b.firstLine;
}
