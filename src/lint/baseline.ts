import * as v from "valibot";
import type { Document, Property } from "../model/document.ts";
import { maskLine, secretsOf } from "../model/mask.ts";
import type { Diagnostic } from "./lint.ts";

/** A place as a baseline remembers it: never by line, and without a value. */
const place = {
  /** From the baseline's folder on, with `/`. */
  path: v.string(),
  rule: v.string(),
  section: v.optional(v.string()),
  key: v.optional(v.string()),
};
const baselineSchema = v.object({
  version: v.literal(1),
  findings: v.array(v.object({
    ...place,
    count: v.pipe(v.number(), v.integer(), v.minValue(1)),
  })),
});

/** So many findings of a rule at a place are known. */
export type Known = v.InferOutput<typeof baselineSchema>["findings"][number];

/** A finding with the place under which it is remembered. */
export interface Placed {
  readonly diagnostic: Diagnostic;
  readonly place: Omit<Known, "count">;
}

/** Reads a baseline; nothing when it is none. */
export function readBaseline(text: string): readonly Known[] | undefined {
  try {
    const { output, success } = v.safeParse(baselineSchema, JSON.parse(text));
    return success ? output.findings : undefined;
  } catch {
    return undefined;
  }
}

/** A baseline as it is written, in an order that makes small diffs. */
export function baselineText(known: readonly Known[]): string {
  const sorted = known.map(({ path, section, key, rule, count }) => ({
    path,
    section,
    key,
    rule,
    count,
  })).sort((a, b) => {
    const [x, y] = [identity(a), identity(b)];
    return x < y ? -1 : x > y ? 1 : 0;
  });
  return `${JSON.stringify({ version: 1, findings: sorted }, undefined, 2)}\n`;
}

/** Where a finding stands, for a baseline. */
export function placed(
  document: Document,
  diagnostic: Diagnostic,
  path: string,
): Placed {
  const { rule, section } = diagnostic;
  const key = keyAt(document, diagnostic.span.start);
  return {
    diagnostic,
    place: {
      path,
      rule,
      ...(section === undefined ? {} : { section: safeName(section) }),
      ...(key === undefined ? {} : { key }),
    },
  };
}

/** How many of the findings there are at each place. */
export function countedOf(found: readonly Placed[]): readonly Known[] {
  const counts = new Map<string, Known>();
  for (const { place } of found) {
    const id = identity(place);
    counts.set(id, { ...place, count: (counts.get(id)?.count ?? 0) + 1 });
  }
  return [...counts.values()];
}

/** Takes out what is known; `stale` is what is known and not there any more, as often as it is gone. */
export function withoutKnown(
  known: readonly Known[],
  found: readonly Placed[],
): { readonly left: readonly Diagnostic[]; readonly stale: readonly Known[] } {
  const open = new Map<string, Known>();
  for (const one of known) {
    const id = identity(one);
    open.set(id, { ...one, count: one.count + (open.get(id)?.count ?? 0) });
  }
  const left: Diagnostic[] = [];
  for (const { diagnostic, place } of found) {
    const id = identity(place);
    const one = open.get(id);
    if (!one) left.push(diagnostic);
    else if (one.count === 1) open.delete(id);
    else open.set(id, { ...one, count: one.count - 1 });
  }
  return { left, stale: [...open.values()] };
}

function identity({ path, section, key, rule }: Omit<Known, "count">): string {
  return JSON.stringify([path, section ?? "", key ?? "", rule]);
}

/** The setting in whose lines an offset is; of a nested one the block too: `s3.addressing_style`. */
function keyAt(
  { sections, lines }: Document,
  offset: number,
): string | undefined {
  const at = ({ line }: Property) => lines[line].start <= offset;
  const section = sections.findLast(({ firstLine }) =>
    lines[firstLine]?.start <= offset
  );
  const property = section?.properties.findLast(at);
  if (!property || lines[property.endLine - 1].end <= offset) return undefined;
  const child = property.children.findLast(at);
  const names = [property, ...(child ? [child] : [])].map(({ name }) => name);
  // What looks like no name may be a part of a secret.
  return names.every((name) =>
      /^[a-z][a-z0-9_-]{0,63}$/.test(name) &&
      secretsOf(`${name} = x`).every(({ start }) => start >= name.length)
    )
    ? names.join(".")
    : undefined;
}

function safeName(section: string): string {
  const header = `[${section}]`;
  return secretsOf(header).length === 0
    ? section
    : maskLine(header).slice(1, -1);
}
