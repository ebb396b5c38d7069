import type { Property } from "../model/document.ts";

/**
 * Where the comment behind a value begins for the clients that know one there: at the first `#` or
 * `;` behind a blank (JavaScript, Go, Rust, Java, the common runtime). The offset is into the text.
 */
export function commentBehind(
  { value, pair, section }: Property,
): number | undefined {
  const { text } = section.document;
  const first = value.charCodeAt(0);
  if (
    (first === 0x23 || first === 0x3b) &&
    /[ \t]/.test(text[pair.valueStart - 1])
  ) {
    return pair.valueStart;
  }
  const at = value.search(/[ \t][#;]/);
  return at === -1 ? undefined : pair.valueStart + at + 1;
}

/** The value without the comment behind it. */
export function withoutComment(property: Property): string {
  const at = commentBehind(property);
  return at === undefined
    ? property.value
    : property.value.slice(0, at - property.pair.valueStart).trimEnd();
}
