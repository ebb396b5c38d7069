import { type Extent, isWhiteSpace, trimmed } from "./white_space.ts";

/** What `IniFile` sees in a line; it may be a section and a property in one, as `[a=b]` is. */
export interface DotnetLine {
  /** What stands between the brackets, without the space at its ends. */
  readonly section?: string;
  readonly property?: DotnetProperty;
  /** Blank, or `#` or `;` behind any white space. */
  readonly comment: boolean;
  /** The line begins with white space, be it its own end. */
  readonly indented: boolean;
  readonly content: Extent;
}

/** A key, lower case, and its value. */
export interface DotnetProperty {
  readonly key: string;
  readonly value: string;
  /** From the key's first character to the value's last. */
  readonly extent: Extent;
}

/** Reads a line, its end included (`TryParseSection`, `TryParseProperty`, `IsCommentOrBlank`). No comment ends a value. */
export function dotnetLine(line: string): DotnetLine {
  const content = trimmed(line, { start: 0, end: line.length }, isWhiteSpace);
  const { start, end } = content;
  const indented = line !== "" && isWhiteSpace(line.charCodeAt(0));
  if (start === end || line[start] === "#" || line[start] === ";") {
    return { comment: true, indented, content };
  }
  const shared = { comment: false, indented, content };
  const property = propertyOf(line, content);
  if (line[start] !== "[" || line[end - 1] !== "]") {
    return { ...shared, ...(property && { property }) };
  }
  const inner = trimmed(line, { start: start + 1, end: end - 1 }, isWhiteSpace);
  return {
    ...shared,
    section: line.slice(inner.start, inner.end),
    ...(property && { property }),
  };
}

function propertyOf(
  line: string,
  { start, end }: Extent,
): DotnetProperty | undefined {
  const equals = line.indexOf("=", start);
  if (equals === -1 || equals >= end) return undefined;
  const key = trimmed(line, { start, end: equals }, isWhiteSpace);
  const value = trimmed(line, { start: equals + 1, end }, isWhiteSpace);
  const extent = {
    start: key.start,
    end: value.start === value.end ? equals + 1 : value.end,
  };
  return {
    key: lower(line.slice(key.start, key.end)),
    value: line.slice(value.start, value.end),
    extent,
  };
}

/** `ToLowerInvariant`: letter by letter, and U+0130 stays as it is. */
function lower(key: string): string {
  // deno-lint-ignore no-control-regex
  if (/^[\x00-\x7f]*$/.test(key)) return key.toLowerCase();
  return [...key].map((letter) =>
    letter === "\u0130" ? letter : letter.toLowerCase()
  ).join("");
}
