import type { Document } from "./document.ts";
import { remove, type TextEdit } from "../text/edit.ts";

/** Takes out lines `[from, to)`, with their line ends. */
export function removeLines(
  { path, lines }: Document,
  from: number,
  to: number,
): TextEdit {
  return remove({ path, start: lines[from].start, end: lines[to - 1].end });
}

/** Takes out a line, with its line end. */
export function removeLine(document: Document, at: number): TextEdit {
  return removeLines(document, at, at + 1);
}

/** Puts a line of its own above a line; `at` may be `lines.length`, for the end of the file. */
export function insertLineAbove(
  document: Document,
  at: number,
  text: string,
): TextEdit {
  const { path, lines } = document;
  if (at === lines.length && at > 0) {
    return insertLineBelow(document, at - 1, text);
  }
  // A byte-order mark stays the first character.
  const start = at === 0 ? markLength(document) : lines[at].start;
  return {
    span: { path, start, end: start },
    text: text + lineEnd(document, at),
  };
}

/** Puts a line of its own below a line. A last line without a line end gets one, and the new line has none. */
export function insertLineBelow(
  document: Document,
  at: number,
  text: string,
): TextEdit {
  const { path, lines } = document;
  const { stop, end } = lines[at];
  const eol = lineEnd(document, at);
  return {
    span: { path, start: end, end },
    text: stop === end ? eol + text : text + eol,
  };
}

/**
 * Takes what stands from `from` on behind a value, a comment, to a line of its own above `above`,
 * with the blanks in front of it taken out. Above a nested setting is above the key that opens the
 * block: a comment inside a block breaks it for some clients.
 */
export function moveBehindToAbove(
  document: Document,
  { line, from, above = line }: {
    /** The line on which it stands. */
    line: number;
    /** Where it begins: the `#` or `;`. */
    from: number;
    /** The line above which it goes. */
    above?: number;
  },
): readonly TextEdit[] {
  const { path, text, lines } = document;
  const { indent, stop } = lines[line];
  const blanks = /[ \t]*$/.exec(text.slice(indent, from))![0].length;
  return [
    insertLineAbove(document, above, text.slice(from, stop).trimEnd()),
    remove({ path, start: from - blanks, end: stop }),
  ];
}

/** The line end that a new line beside a line has: that line's own, else the file's first, else LF. */
export function lineEnd({ text, lines }: Document, at = 0): string {
  const near = lines[at];
  if (near && near.stop < near.end) return text.slice(near.stop, near.end);
  const ended = lines.find(({ stop, end }) => stop < end);
  return ended ? text.slice(ended.stop, ended.end) : "\n";
}

function markLength({ text }: Document): number {
  return text.charCodeAt(0) === 0xfeff ? 1 : 0;
}
