import type { Document } from "../model/document.ts";

/** A conflict that Git left in a file: the indexes of its marker lines. */
export interface Conflict {
  readonly ours: number;
  /** `|||||||`, in the style that shows the common ancestor. */
  readonly base?: number;
  readonly middle?: number;
  readonly theirs?: number;
}

const marker = /^(<{7}|\|{7}|={7}|>{7})(?: |$)/;

/** Whether a line is a marker of a conflict. */
export function isConflictMarker(
  { text, lines }: Document,
  at: number,
): boolean {
  const { start, stop } = lines[at];
  return stop - start >= 7 &&
    marker.test(text.slice(start, Math.min(stop, start + 8)));
}

/** The conflicts in a file, in order. */
export function conflictsOf(document: Document): readonly Conflict[] {
  if (!document.text.includes("<<<<<<<")) return [];
  const conflicts: Conflict[] = [];
  let open: { ours: number; base?: number; middle?: number } | undefined;
  for (let at = 0; at < document.lines.length; at++) {
    if (!isConflictMarker(document, at)) continue;
    const sign = document.text[document.lines[at].start];
    if (sign === "<") {
      if (open) conflicts.push(open);
      open = { ours: at };
    } else if (!open) continue;
    else if (sign === "|") open.base = at;
    else if (sign === "=") open.middle = at;
    else {
      conflicts.push({ ...open, theirs: at });
      open = undefined;
    }
  }
  if (open) conflicts.push(open);
  return conflicts;
}
