import type { Line } from "../syntax/scan.ts";

/** The first of the comments right above a header, else the header. An indented one belongs to the setting above it. */
export function aboveComments(
  lines: readonly Line[],
  header: number,
  { stop = 0 }: { readonly stop?: number } = {},
): number {
  let at = header;
  while (at > stop) {
    const { kind, start, indent } = lines[at - 1];
    // A byte-order mark is no blank.
    if (kind !== "comment" || indent > start && at > 1) break;
    at--;
  }
  return at;
}
