import type { Span } from "./span.ts";

/** Replaces what stands at `span` by `text`; offsets refer to the text before any edit. */
export interface TextEdit {
  readonly span: Span;
  readonly text: string;
}

/** Edits that belong together: all of them are made, or none. */
export interface Fix {
  /** What the fix does, in the imperative: "Write [profile dev]". */
  readonly title: string;
  readonly edits: readonly TextEdit[];
  /** The rule guesses what was meant, so the fix is never safe. */
  readonly guess?: boolean;
  /** Paths of files that are written as UTF-8 from then on. */
  readonly reencode?: readonly string[];
}

/** Puts `text` in the place of `span`. */
export function replace(span: Span, text: string): TextEdit {
  return { span, text };
}

/** Takes out what stands at `span`. */
export function remove(span: Span): TextEdit {
  return { span, text: "" };
}

/** Puts `text` in front of `span`. */
export function insertBefore(span: Span, text: string): TextEdit {
  return { span: { ...span, end: span.start }, text };
}

/** Puts `text` behind `span`. */
export function insertAfter(span: Span, text: string): TextEdit {
  return { span: { ...span, start: span.end }, text };
}

/** Edits in the order of the text; of two at one place, the first given comes first. */
export function sortEdits(edits: readonly TextEdit[]): readonly TextEdit[] {
  return edits.toSorted((a, b) =>
    a.span.start - b.span.start || a.span.end - b.span.end
  );
}

/**
 * The text after the edits; all of them must be of this one text.
 *
 * @throws {RangeError} when two edits overlap
 */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const pieces: string[] = [];
  let at = 0;
  for (const { span, text: piece } of sortEdits(edits)) {
    if (span.start < at || span.end > text.length) {
      throw new RangeError(
        `Cannot apply an edit at ${span.start}: it overlaps another`,
      );
    }
    pieces.push(text.slice(at, span.start), piece);
    at = span.end;
  }
  pieces.push(text.slice(at));
  return pieces.join("");
}
