import type { Document } from "../model/document.ts";

/** A file as Go holds it: a string, and where each of its characters stands in the document's text. */
export interface GoText {
  readonly text: string;
  readonly at: (index: number) => number;
}

/**
 * The file as Go's `string` shows itself: bytes, of which every one that is no UTF-8 is U+FFFD
 * (`unicode/utf8`, `encoding/json`). Go looks for no byte-order mark, so UTF-16 is read as bytes too.
 */
export function goText(document: Document): GoText {
  if (document.encoding === "utf-8") {
    return { text: document.text, at: (index) => index };
  }
  const { bytes } = document;
  const size = document.encoding === "latin1" ? 1 : 2;
  const offsets: number[] = [];
  const parts: string[] = [];
  for (let at = 0; at < bytes.length;) {
    const { code, width } = rune(bytes, at);
    const part = String.fromCodePoint(code);
    for (let unit = 0; unit < part.length; unit++) {
      offsets.push(Math.floor(at / size));
    }
    parts.push(part);
    at += width;
  }
  offsets.push(document.text.length);
  return { text: parts.join(""), at: (index) => offsets[index] };
}

const INVALID = { code: 0xfffd, width: 1 };

/** Go's `utf8.DecodeRune`: the character at a byte, or U+FFFD for that byte alone. */
function rune(bytes: Uint8Array, at: number): { code: number; width: number } {
  const first = bytes[at];
  if (first < 0x80) return { code: first, width: 1 };
  const width = first >= 0xc2 && first <= 0xdf
    ? 2
    : first >= 0xe0 && first <= 0xef
    ? 3
    : first >= 0xf0 && first <= 0xf4
    ? 4
    : 0;
  if (width === 0 || at + width > bytes.length) return INVALID;
  let code = first & (0xff >> (width + 1));
  for (let next = 1; next < width; next++) {
    const byte = bytes[at + next];
    if ((byte & 0xc0) !== 0x80) return INVALID;
    code = (code << 6) | (byte & 0x3f);
  }
  const least = width === 2 ? 0x80 : width === 3 ? 0x800 : 0x10000;
  if (code < least || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) {
    return INVALID;
  }
  return { code, width };
}
