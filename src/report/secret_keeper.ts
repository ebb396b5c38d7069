import type { Diagnostic } from "../lint/lint.ts";
import type { Document } from "../model/document.ts";
import { masked, maskLine, type Secret, secretsOf } from "../model/mask.ts";
import type { TextEdit } from "../text/edit.ts";
import type { Span } from "../text/span.ts";

/** Keeps the secrets of the lines that a finding speaks of out of what it says. */
export interface Hidden {
  /** A message or title. Rules mask what they quote; this is for the one that forgot. */
  readonly text: (text: string) => string;
  /** The name of a section, which may be the raw text of a header. */
  readonly name: (section: string) => string;
  /** Whether a secret stands in an edit's text. */
  readonly inEdit: (edit: TextEdit) => boolean;
}

/** What the keeper asks of the files. */
export interface Lines {
  readonly document: (path: string) => Document;
  /** The number of an offset's line, from 0. */
  readonly lineAt: (path: string, offset: number) => number;
  /** Its secrets, from its start. */
  readonly secrets: (path: string, line: number) => readonly Secret[];
}

/** A secret so short may stand in a text by chance. */
const SHORT = 6;

/** Of a long span its beginning is quoted, if anything, and of many edits the first. */
const LINES = 40;
const EDITS = 20;

/** Makes the keeper for findings in these files. */
export function secretKeeper(lines: Lines): (diagnostic: Diagnostic) => Hidden {
  const names = new Map<string, readonly string[]>();
  const piecesOfName = (section: string): readonly string[] => {
    let pieces = names.get(section);
    if (!pieces) {
      const header = `[${section}]`;
      pieces = secretsOf(header).map(({ start, end }) =>
        header.slice(start, end)
      );
      names.set(section, pieces);
    }
    return pieces;
  };

  return (diagnostic) => {
    const { span, related, fix, suggestions, section } = diagnostic;
    const found = new Set<string>();
    // Messages name the profile in which the line stands.
    if (section !== undefined) {
      for (const piece of piecesOfName(section)) found.add(piece);
    }
    addPieces(lines, span, found);
    for (const { span } of related) addPieces(lines, span, found);
    for (const { edits } of fix ? [fix, ...suggestions] : suggestions) {
      for (const { span } of edits.slice(0, EDITS)) {
        addPieces(lines, span, found);
      }
    }
    const pieces = [...found].filter((piece) => piece.length >= SHORT)
      .sort((a, b) => b.length - a.length);
    const text = (text: string) =>
      pieces.reduce((text, piece) => text.replaceAll(piece, masked), text);
    return {
      text,
      name: (section) =>
        text(
          piecesOfName(section).length === 0
            ? section
            : maskLine(`[${section}]`).slice(1, -1),
        ),
      inEdit: ({ span, text }) =>
        text.trim() !== "" &&
        (text.split(/\r\n?|\n/).some((line) => secretsOf(line).length > 0) ||
          pieces.some((piece) => text.includes(piece)) ||
          touchesSecret(lines, span)),
    };
  };
}

/** Adds the secrets of a span's lines, whole and word by word. */
function addPieces(
  { document, lineAt, secrets }: Lines,
  { path, start, end }: Span,
  found: Set<string>,
): void {
  const { text, lines } = document(path);
  const first = lineAt(path, start);
  const last = end === start ? first : lineAt(path, end);
  for (let at = first; at <= last && at < first + LINES; at++) {
    for (const secret of secrets(path, at)) {
      const from = lines[at].start;
      const piece = text.slice(from + secret.start, from + secret.end);
      found.add(piece);
      for (const word of piece.split(/\s+/)) found.add(word);
    }
  }
}

function touchesSecret(
  { document, lineAt, secrets }: Lines,
  { path, start, end }: Span,
): boolean {
  const { lines } = document(path);
  const last = lineAt(path, end);
  for (let at = lineAt(path, start); at <= last; at++) {
    const from = lines[at]?.start ?? 0;
    const touches = secrets(path, at).some((secret) =>
      start < from + secret.end &&
      (from + secret.start < end ||
        start === end && from + secret.start < start)
    );
    if (touches) return true;
  }
  return false;
}
