import type { Document } from "../model/document.ts";
import type { Fix } from "../text/edit.ts";
import { LineIndex } from "../text/position.ts";
import type { Span } from "../text/span.ts";
import { isTemplate } from "../model/template.ts";

/** What is asked of a document about the places of findings; nothing is computed before it is asked. */
export interface Place {
  readonly document: Document;
  readonly lines: () => LineIndex;
  readonly section: (offset: number) => string | undefined;
}

/** Answers for one document. */
export function place(document: Document): Place {
  let lines: LineIndex | undefined;
  const { sections } = document;
  return {
    document,
    lines: () => lines ??= new LineIndex(document.text),
    section: (offset) => {
      let low = 0;
      let high = sections.length - 1;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if (document.lines[sections[middle].firstLine].start <= offset) {
          low = middle;
        } else high = middle - 1;
      }
      const section = sections[low];
      if (!section || section.type === "preamble") return undefined;
      return section.type === "default"
        ? "default"
        : section.type === "other"
        ? section.name
        : `${section.type} ${section.name}`;
    },
  };
}

/** Whether a place is on a line with the markup of a template. */
export function onMarkup({ document, lines }: Place, span: Span): boolean {
  const index = lines();
  const { line } = index.position(span.start);
  return isTemplate(
    document.text.slice(
      index.start(line),
      line < index.count ? index.start(line + 1) : undefined,
    ),
  );
}

/** Whether a fix can be written: a file that is no UTF-8 text has one byte for a character. */
export function isWritable(
  { edits, reencode = [] }: Fix,
  places: ReadonlyMap<string, Place>,
): boolean {
  return edits.every(({ span: { path }, text }) =>
    places.get(path)?.document.encoding !== "latin1" ||
    reencode.includes(path) ||
    ![...text].some((char) => char.codePointAt(0)! > 0xff)
  );
}
