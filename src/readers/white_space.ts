/** A half-open range of a string. */
export interface Extent {
  readonly start: number;
  readonly end: number;
}

/**
 * Whether a character is white space as Unicode has it (`White_Space`): what Go's
 * `unicode.IsSpace` and Rust's `char::is_whitespace` test. U+FEFF is none, as it is for `trim()` here.
 */
export function isWhiteSpace(code: number): boolean {
  if (code <= 0x20) return code === 0x20 || (code >= 0x09 && code <= 0x0d);
  if (code < 0x85) return false;
  return code === 0x85 || code === 0xa0 || code === 0x1680 ||
    (code >= 0x2000 && code <= 0x200a) || code === 0x2028 || code === 0x2029 ||
    code === 0x202f || code === 0x205f || code === 0x3000;
}

/** A space or a tab. */
export function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x09;
}

/** The range without the characters at its ends that the test takes for space. */
export function trimmed(
  text: string,
  { start, end }: Extent,
  space: (code: number) => boolean = isWhiteSpace,
): Extent {
  let from = start;
  let to = end;
  while (from < to && space(text.charCodeAt(from))) from++;
  while (to > from && space(text.charCodeAt(to - 1))) to--;
  return { start: from, end: to };
}
