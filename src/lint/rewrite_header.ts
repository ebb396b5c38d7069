import type { Section } from "../model/document.ts";
import { replace, type TextEdit } from "../text/edit.ts";

/** Puts another header, `[profile dev]`, in the place of a section's; touches only what differs. */
export function rewriteHeader(
  { document, headerSpan }: Section,
  header: string,
): TextEdit {
  const { path, start, end } = headerSpan;
  const old = document.text.slice(start, end);
  const shorter = Math.min(old.length, header.length);
  let head = 0;
  while (head < shorter && old[head] === header[head]) head++;
  let tail = 0;
  while (tail < shorter - head && old.at(-1 - tail) === header.at(-1 - tail)) {
    tail++;
  }
  return replace(
    { path, start: start + head, end: end - tail },
    header.slice(head, header.length - tail),
  );
}
