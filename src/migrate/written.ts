import type { Property, Section } from "../model/document.ts";

/** `key = value` with the blanks around the delimiter that a neighbour has; aligned where it is. */
export function written(
  { pair, section }: Property,
  [key, value]: readonly [string, string],
  { align = true }: { readonly align?: boolean } = {},
): string {
  const { text } = section.document;
  const after = text.slice(pair.delimiter + 1, pair.valueStart) ||
    (pair.valueStart === pair.valueEnd ? " " : "");
  const before = text.slice(pair.keyEnd, pair.delimiter);
  const column = align ? alignedColumn(section) : undefined;
  const gap = column === undefined
    ? (before.length > 1 ? " " : before)
    : " ".repeat(Math.max(1, column - key.length));
  return `${key}${gap}=${/^[ \t]?$/.test(after) ? after : " "}${value}`;
}

/** The column at which all delimiters of a section stand, if that is no accident. */
function alignedColumn({ properties }: Section): number | undefined {
  const [first] = properties;
  const column = first.pair.delimiter - first.pair.start;
  const chance = properties.every(({ key }) => key.length === first.key.length);
  return !chance &&
      properties.every(({ pair }) => pair.delimiter - pair.start === column)
    ? column
    : undefined;
}
