import type { Section } from "../model/document.ts";

/** What stands in the brackets of a section's header, blanks included. */
export function headerText({ header, headerSpan, document }: Section): string {
  if (!header) return "";
  const end = header.close === -1 ? headerSpan.end : header.close;
  return document.text.slice(header.indent + 1, end);
}

const nothing = { text: "", start: 0, end: 0 };

/** What stands behind the brackets, blanks at its ends left out. */
export function textBehind(
  { header, document }: Section,
): { readonly text: string; readonly start: number; readonly end: number } {
  if (!header || header.close === -1 || header.close + 1 === header.stop) {
    return nothing;
  }
  const rest = document.text.slice(header.close + 1, header.stop);
  const text = rest.trim();
  const start = header.close + 1 + rest.length - rest.trimStart().length;
  return { text, start, end: start + text.length };
}
