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
  /** Sessions that are there and do not serve a profile, though they are of its portal. */
  const unfit = new Map<Candidate, Set<string>>();
  /** Those that were proven together. */
  let sure: ReadonlySet<Candidate> | undefined;
  for (let round = 0;; round++) {
    const { failed, travelled, plan } = attempt(workspace, {
      candidates: candidates.filter((one) => !given.has(one)),
      config,
      staying,
      unfit: (one, name) => unfit.get(one)?.has(name) === true,
      naming,
      keepInline,
      mayWrite,
    });
    if (failed.size === 0) {
      if (!sure && given.size > 0 && round < PATIENCE) {
        // Some may have been given up for the sake of another: they are tried once more.
        sure = new Set(plan.moved);
        given.clear();
        continue;
      }
      const all = [
        ...left,
        ...plan.left,
        ...[...given].map(([one, reason]) => leftOf(one, reason)),
      ];
      return { ...plan, left: all.toSorted(byPlace) };
    }
    const used = new Map(
      plan.sessions.flatMap((session) =>
        session.members.map((one) => [one, session] as const)
      ),
    );
    // First those are tried otherwise that can be: the others may fail for their sake alone.
    const back = [...failed.keys()].filter((one) => travelled.has(one));
    const joined = [...failed.keys()].filter((one) =>
      one.session === undefined && used.get(one)!.existing
    );
    if (back.length > 0) {
      for (const one of back) staying.add(one);
    } else if (joined.length > 0) {
      for (const one of joined) {
        unfit.set(one, new Set(unfit.get(one)).add(used.get(one)!.name));
      }
    } else giveUp(failed, { given, sure, moved: plan.moved });
    if (round < 2 * PATIENCE) continue;
    for (const one of candidates) {
      if (!given.has(one)) given.set(one, "it cannot be proven");
    }
  }
}

/** Takes out what failed; of those that were proven already none, if another one can be the cause. */
function giveUp(
  failed: ReadonlyMap<Candidate, string>,
  { given, sure, moved }: {
    readonly given: Map<Candidate, string>;
    readonly sure: ReadonlySet<Candidate> | undefined;
    readonly moved: readonly Candidate[];
  },
): void {
  const unsure = moved.filter((one) => !sure?.has(one));
  const guilty = unsure.filter((one) => failed.has(one));
  const [any] = failed.values();
  for (
    const one of guilty.length > 0
      ? guilty
      : unsure.length > 0
      ? unsure
      : failed.keys()
  ) given.set(one, failed.get(one) ?? any);
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
