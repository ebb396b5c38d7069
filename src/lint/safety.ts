import type { Workspace } from "../model/document.ts";
import { compatible } from "./fix.ts";
import {
  type Change,
  changesOf,
  type Charge,
  readBefore,
  type Reading,
  sectionsOf,
} from "./fix_changes.ts";
import type { Diagnostic } from "./lint.ts";

export type { Change } from "./fix_changes.ts";

/** Whether a fix may be made unasked, and what speaks against it. */
export interface Safety {
  readonly safe: boolean;
  readonly changes: readonly Change[];
}

type Fixable = Diagnostic;
type Verdicts = Map<Diagnostic, Safety>;

/**
 * Computes which fixes are safe, from what every client reads before and after. A fix is safe when
 * no setting that counts for a client changes or vanishes, no section that a client reads vanishes,
 * and nothing comes to life that no client reads today.
 *
 * All fixes that do not overlap are applied together and the files read once more. A difference is
 * charged to the fix in whose section it lies; only fixes that share a section are tried apart.
 */
export function safetyOf(
  workspace: Workspace,
  fixable: readonly Fixable[],
): ReadonlyMap<Diagnostic, Safety> {
  const verdicts: Verdicts = new Map();
  if (fixable.length === 0) return verdicts;
  const reading = readBefore(workspace);
  const guesses = fixable.filter(({ fix }) => fix!.guess);
  // Nobody reads what a fix changes that moves a thousand profiles, and it is unsafe in any case.
  for (const one of guesses) {
    if (isVast(one)) verdicts.set(one, verdict(one, []));
  }
  judgeAll(reading, guesses.filter((one) => !isVast(one)), verdicts);
  let certain = fixable.filter(({ fix }) => !fix!.guess);
  // The others must be safe without those that turn out not to be, since they alone are made.
  while (certain.length > 0) {
    judgeAll(reading, certain, verdicts);
    const safe = certain.filter((one) => verdicts.get(one)!.safe);
    if (safe.length === certain.length) break;
    certain = safe;
  }
  return verdicts;
}

function isVast({ fix }: Fixable): boolean {
  return fix!.edits.length > 500;
}

/** The fixes that may be made unasked. */
export function safeFixes(
  workspace: Workspace,
  fixable: readonly Fixable[],
): ReadonlySet<Diagnostic> {
  const verdicts = safetyOf(workspace, fixable);
  return new Set(fixable.filter((one) => verdicts.get(one)?.safe));
}

function judgeAll(
  reading: Reading,
  fixable: readonly Fixable[],
  verdicts: Verdicts,
): void {
  let rest = fixable;
  while (rest.length > 0) {
    const together = compatible(rest);
    judge(reading, together, verdicts);
    const done = new Set(together);
    rest = rest.filter((one) => !done.has(one));
  }
}

/** Judges fixes that do not overlap: all at once, then those apart that share a section with another. */
function judge(
  reading: Reading,
  together: readonly Fixable[],
  verdicts: Verdicts,
): void {
  const found = changesOf(reading, together);
  if (found.length === 0 || together.length === 1) {
    // Together they change nothing for anybody, and each is a part of that.
    const changes = found.map(({ change }) => change);
    for (const one of together) verdicts.set(one, verdict(one, changes));
    return;
  }
  const { charged, unclear } = charge(reading, together, found);
  for (const one of together) {
    if (!unclear.has(one)) {
      verdicts.set(one, verdict(one, charged.get(one) ?? []));
    }
  }
  for (const round of rounds(reading, [...unclear])) {
    if (round.length < together.length) judge(reading, round, verdicts);
    else {
      // Nothing tells them apart but trying: by halves.
      judge(reading, round.slice(0, round.length >> 1), verdicts);
      judge(reading, round.slice(round.length >> 1), verdicts);
    }
  }
}

/**
 * Puts each change to the one fix on whose line, else in whose section, it lies; fixes of which
 * several may be the cause are unclear. Should a fix be charged with what another does, that one
 * is found out when the fixes that are taken for safe are tried without the others.
 */
function charge(
  reading: Reading,
  together: readonly Fixable[],
  found: readonly Charge[],
): {
  charged: ReadonlyMap<Fixable, readonly Change[]>;
  unclear: ReadonlySet<Fixable>;
} {
  const bySection = new Map<number, Fixable[]>();
  const byLine = new Map<number, Fixable[]>();
  for (const one of together) {
    for (const section of sectionsOf(reading, one)) {
      push(bySection, section, one);
    }
    for (
      const line of new Set(
        one.fix!.edits.map(({ span }) => reading.places.lineAt(span)),
      )
    ) push(byLine, line, one);
  }
  const charged = new Map<Fixable, Change[]>();
  const unclear = new Set<Fixable>();
  for (const { change, sections, lines } of found) {
    const near = new Set(lines.flatMap((line) => byLine.get(line) ?? []));
    const suspects = near.size === 1
      ? near
      : new Set(sections.flatMap((section) => bySection.get(section) ?? []));
    if (suspects.size === 1) push(charged, [...suspects][0], change);
    else {for (const one of suspects.size > 0 ? suspects : together) {
        unclear.add(one);
      }}
  }
  return { charged, unclear };
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

function verdict({ fix }: Fixable, changes: readonly Change[]): Safety {
  return { safe: changes.length === 0 && !fix!.guess, changes };
}

/** Fixes in rounds, so that no two of a round share a section. */
function rounds(
  reading: Reading,
  fixable: readonly Fixable[],
): readonly (readonly Fixable[])[] {
  const made: { readonly taken: Set<number>; readonly members: Fixable[] }[] =
    [];
  for (const one of fixable) {
    const sections = sectionsOf(reading, one);
    let round = made.find(({ taken }) =>
      !sections.some((section) => taken.has(section))
    );
    if (!round) made.push(round = { taken: new Set(), members: [] });
    round.members.push(one);
    for (const section of sections) round.taken.add(section);
  }
  return made.map(({ members }) => members);
}
