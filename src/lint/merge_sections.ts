import type { Property, Section } from "../model/document.ts";
import { removeLine, removeLines } from "../model/lines.ts";
import { lineEnd } from "../model/lines.ts";
import { maskLine } from "../model/mask.ts";
import type { Fix, TextEdit } from "../text/edit.ts";
import { textBehind } from "./header_text.ts";

/**
 * Makes one section of two of the same file that mean the same thing, the second below the first.
 * Nothing where they disagree, where a comment would be lost, or where a secret would have to be
 * moved.
 */
export function mergeSections(
  first: Section,
  second: Section,
): Fix | undefined {
  if (textBehind(second).text !== "") return undefined;
  const { document } = second;
  const line = first.firstLine + 1;
  const dropped = new Set<number>();
  const known = new Map(first.properties.map((one) => [one.name, one]));
  for (const property of second.properties) {
    const there = known.get(property.name);
    if (!there) continue;
    if (source(there) !== source(property)) return undefined;
    for (let at = property.line; at < property.endLine; at++) dropped.add(at);
  }
  const kept: number[] = [];
  for (let at = second.firstLine + 1; at < second.lastLine; at++) {
    if (!dropped.has(at)) kept.push(at);
  }
  while (kept.length > 0 && document.lines[kept.at(-1)!].kind === "blank") {
    kept.pop();
  }
  while (kept.length > 0 && document.lines[kept[0]].kind === "blank") {
    kept.shift();
  }
  if (kept.length === 0) {
    return {
      title: `Remove it: the section in line ${line} says the same`,
      edits: [removeLines(document, second.firstLine, second.lastLine)],
    };
  }
  const title = `Merge it into the section in line ${line}`;
  if (first.lastLine === second.firstLine) {
    const gone = [second.firstLine, ...dropped];
    return { title, edits: gone.map((at) => removeLine(document, at)) };
  }
  const texts = kept.map((at) =>
    document.text.slice(document.lines[at].start, document.lines[at].stop)
  );
  if (texts.some((text) => maskLine(text) !== text)) return undefined;
  return {
    title,
    edits: [
      append(first, texts),
      removeLines(document, second.firstLine, second.lastLine),
    ],
  };
}

/** A setting's lines without the blanks at their ends. */
function source(
  { section: { document: { text, lines } }, line, endLine }: Property,
): string {
  return text.slice(lines[line].indent, lines[endLine - 1].stop).replace(
    /[ \t\r]*(\n|$)/g,
    "\n",
  );
}

function append(
  { document, firstLine, lastLine }: Section,
  texts: readonly string[],
): TextEdit {
  let last = lastLine - 1;
  while (last > firstLine && document.lines[last].kind === "blank") last--;
  const eol = lineEnd(document, last);
  const { end } = document.lines[last];
  return {
    span: { path: document.path, start: end, end },
    text: texts.map((text) => text + eol).join(""),
  };
}
