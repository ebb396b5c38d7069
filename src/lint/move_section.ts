import type { Document, Section } from "../model/document.ts";
import { maskLine } from "../model/mask.ts";
import type { TextEdit } from "../text/edit.ts";
import { lineEnd, removeLines } from "./lines.ts";

/**
 * Moves a section, up to its last setting, to the end of another file, with the header that it has
 * there. Nothing where a line could hold a secret, which must not stand in an edit.
 */
export function moveSection(
  { document, firstLine, lastLine, properties }: Section,
  to: Document,
  header: string,
): readonly TextEdit[] | undefined {
  const { lines, text } = document;
  const end = properties.at(-1)?.endLine ?? firstLine + 1;
  const body = lines.slice(firstLine + 1, end)
    .map(({ start, stop }) => text.slice(start, stop));
  if (body.some((line) => maskLine(line) !== line)) return undefined;
  // A blank line behind it was there to set it off.
  let gone = end;
  while (gone < lastLine && lines[gone].kind === "blank") gone++;
  const eol = lineEnd(to);
  const last = to.lines.at(-1);
  const gap = !last ? "" : last.stop === last.end ? eol + eol : eol;
  const at = to.text.length;
  return [
    removeLines(document, firstLine, gone),
    {
      span: { path: to.path, start: at, end: at },
      text: gap + [header, ...body].map((line) => line + eol).join(""),
    },
  ];
}
