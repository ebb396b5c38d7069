import { type Extent, isBlank, isWhiteSpace, trimmed } from "./white_space.ts";

/** A `key = value` line, with offsets into it. */
export interface RustPair {
  readonly key: Extent;
  readonly value: Extent;
}

/** What the Rust client says of a line that is no `key = value`. */
export type PairError = "NoEquals" | "NoName";

/** Whether a line holds nothing but spaces and tabs: the parser knows no other white space. */
export function isEmptyLine(line: string): boolean {
  const { start, end } = trimmed(line, { start: 0, end: line.length }, isBlank);
  return start === end;
}

/**
 * `prepare_line`: the line without blanks at its ends and without its comment. In front of a
 * comment there must be white space of any kind, if asked for.
 */
export function prepared(line: string, commentsNeedSpace: boolean): Extent {
  const content = trimmed(line, { start: 0, end: line.length }, isBlank);
  for (let at = content.start; at < content.end; at++) {
    const code = line.charCodeAt(at);
    if (code !== 0x23 && code !== 0x3b) continue;
    const spaced = at > content.start && isWhiteSpace(line.charCodeAt(at - 1));
    if (spaced || !commentsNeedSpace) {
      return trimmed(line, { start: content.start, end: at }, isBlank);
    }
  }
  return content;
}

/** `parse_property_line`: the first `=` parts the key from the value. */
export function pair(line: string): RustPair | PairError {
  const { start, end } = prepared(line, true);
  const equals = line.indexOf("=", start);
  if (equals === -1 || equals >= end) return "NoEquals";
  const key = trimmed(line, { start, end: equals }, isBlank);
  if (key.start === key.end) return "NoName";
  return { key, value: trimmed(line, { start: equals + 1, end }, isBlank) };
}

/** `parse_sub_properties`: the first `=` of the whole line, comments included; nothing without one. */
export function subPair(
  line: string,
  { start, end }: Extent,
): RustPair | undefined {
  const equals = line.indexOf("=", start);
  if (equals === -1 || equals >= end) return undefined;
  return {
    key: trimmed(line, { start, end: equals }, isBlank),
    value: trimmed(line, { start: equals + 1, end }, isBlank),
  };
}

/** The ASCII letters in lower case, and no others. */
export function asciiLower(text: string): string {
  return text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}

/** `validate_identifier`; the empty string passes. */
export function isIdentifier(text: string): boolean {
  return /^[A-Za-z0-9_\-/.%@:+]*$/.test(text);
}
