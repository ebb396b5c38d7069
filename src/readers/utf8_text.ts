/** A text made of bytes, and at which byte each of its UTF-16 units begins; one more for the end. */
export interface Utf8Text {
  readonly text: string;
  readonly starts: readonly number[];
}

/** What stands for bytes that are no UTF-8: how many there are at an offset, and the text in their place. */
export type Malformed = (
  bytes: Uint8Array,
  at: number,
) => { readonly length: number; readonly text: string };

/** Reads bytes as UTF-8, as clients do that have their own idea of what is none. A byte-order mark stays. */
export function utf8Text(bytes: Uint8Array, malformed: Malformed): Utf8Text {
  const starts: number[] = [];
  const parts: string[] = [];
  for (let at = 0; at < bytes.length;) {
    const valid = lengthOf(bytes, at);
    const { length, text } = valid > 0
      ? { length: valid, text: strict.decode(bytes.subarray(at, at + valid)) }
      : malformed(bytes, at);
    for (let unit = 0; unit < text.length; unit++) starts.push(at);
    parts.push(text);
    at += length;
  }
  starts.push(bytes.length);
  return { text: parts.join(""), starts };
}

const strict = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** How many bytes the character at an offset has; 0 if none is there. */
function lengthOf(bytes: Uint8Array, at: number): number {
  const first = bytes[at];
  if (first < 0x80) return 1;
  const length = first < 0xc2
    ? 0
    : first < 0xe0
    ? 2
    : first < 0xf0
    ? 3
    : first < 0xf5
    ? 4
    : 0;
  if (length === 0 || at + length > bytes.length) return 0;
  try {
    strict.decode(bytes.subarray(at, at + length));
    return length;
  } catch {
    return 0;
  }
}
