import { replace, type TextEdit } from "../text/edit.ts";
import type { Span } from "../text/span.ts";

/** The edit that makes `to` of the text `from` at a span, without what both begin and end with. */
export function smallestEdit(
  span: Span,
  { from, to }: { readonly from: string; readonly to: string },
): TextEdit {
  const least = Math.min(from.length, to.length);
  let head = 0;
  while (head < least && from[head] === to[head]) head++;
  let tail = 0;
  while (
    tail < least - head &&
    from[from.length - 1 - tail] === to[to.length - 1 - tail]
  ) tail++;
  return replace(
    { ...span, start: span.start + head, end: span.end - tail },
    to.slice(head, to.length - tail),
  );
}
