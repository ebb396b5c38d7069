import type { Document } from "../model/document.ts";
import type { Diagnostic } from "./lint.ts";

/** A place in a file. */
export interface Place {
  readonly path: string;
  readonly start: number;
}

/** Tells sections and lines of all files apart by one number each. */
export interface Places {
  readonly sectionAt: (place: Place) => number;
  readonly lineAt: (place: Place) => number;
}

/** Numbers the sections and lines of all files. */
export function placesIn(documents: readonly Document[]): Places {
  return {
    sectionAt: finder(
      documents,
      ({ sections, lines }) =>
        sections.map(({ firstLine }) => lines[firstLine].start),
    ),
    lineAt: finder(documents, ({ lines }) => lines.map(({ start }) => start)),
  };
}

/** Finds the last of a file's starts at or before a place; starts are numbered through all files. */
function finder(
  documents: readonly Document[],
  startsOf: (document: Document) => readonly number[],
): (place: Place) => number {
  const starts = new Map<string, { first: number; of: readonly number[] }>();
  let count = 0;
  for (const document of documents) {
    const of = startsOf(document);
    starts.set(document.path, { first: count, of });
    count += of.length + 1;
  }
  return ({ path, start }) => {
    const { first, of } = starts.get(path)!;
    return first + lastUpTo(of.length, (at) => of[at] <= start);
  };
}

/** The last of `count` items for which something holds that holds for all before it; 0 if for none. */
function lastUpTo(count: number, holds: (at: number) => boolean): number {
  let low = 0;
  let high = count - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (holds(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Where a place of the text after the edits was before. */
export function mapBack(
  fixable: readonly Diagnostic[],
): (path: string, offset: number) => number {
  const byPath = new Map<string, { at: number; shift: number }[]>();
  const edits = fixable.flatMap(({ fix }) => fix!.edits).toSorted((a, b) =>
    a.span.start - b.span.start
  );
  for (const { span, text } of edits) {
    let steps = byPath.get(span.path);
    if (!steps) byPath.set(span.path, steps = [{ at: 0, shift: 0 }]);
    const { shift } = steps[steps.length - 1];
    steps.push({
      at: span.start + shift,
      shift: shift + text.length - (span.end - span.start),
    });
  }
  return (path, offset) => {
    const steps = byPath.get(path);
    if (!steps) return offset;
    const low = lastUpTo(steps.length, (step) => steps[step].at <= offset);
    return Math.max(
      0,
      low === 0 ? offset : Math.max(
        offset - steps[low].shift,
        steps[low].at - steps[low - 1].shift,
      ),
    );
  };
}
