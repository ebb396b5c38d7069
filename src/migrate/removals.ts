import { removeLines } from "../model/lines.ts";
import type { Document, Property } from "../model/document.ts";
import { remove, replace, type TextEdit } from "../text/edit.ts";

/** Takes settings out; an inline comment stays behind as a line of its own. */
export function removals(
  document: Document,
  properties: readonly Property[],
): readonly TextEdit[] {
  const { path, lines } = document;
  const edits: TextEdit[] = [];
  /** Lines without a comment, which go whole: `[from, to)`. */
  const runs: { from: number; to: number }[] = [];
  for (const property of properties) {
    const { line, pair } = property;
    const comment = commentOf(property);
    if (comment !== undefined) {
      edits.push(replace(
        { path, start: pair.start, end: lines[line].stop },
        comment,
      ));
    } else if (runs.at(-1)?.to === line) runs.at(-1)!.to++;
    else runs.push({ from: line, to: line + 1 });
  }
  for (const { from, to } of runs) {
    const last = lines[to - 1];
    // At the end of a file without a last line end, the line before loses its own.
    const start = last.stop === last.end ? lines[from - 1].stop : undefined;
    edits.push(
      start === undefined
        ? removeLines(document, from, to)
        : remove({ path, start, end: last.end }),
    );
  }
  return edits;
}

/** The comment behind a value, from its sign on; a lone sign says nothing. */
export function commentOf({ value }: Property): string | undefined {
  return /[ \t]+([#;]+[ \t]*[^#; \t].*)$/s.exec(value)?.[1];
}
