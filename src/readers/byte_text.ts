import type { Document } from "../model/document.ts";
import type { LossyText } from "./lossy_text.ts";
import { utf8Text } from "./utf8_text.ts";

/**
 * The file for a client that knows bytes and no characters. What is UTF-8 is read as such; a byte
 * that is none is a lone surrogate, U+DC00 and its value, as Python's `surrogateescape` has it.
 */
export function byteText(document: Document): LossyText {
  const { bytes, encoding } = document;
  if (encoding === "utf-8") {
    return { text: document.text, at: (index) => index };
  }
  const bytesPerUnit = encoding === "latin1" ? 1 : 2;
  const { text, starts } = utf8Text(
    bytes,
    (bytes, at) => ({
      length: 1,
      text: String.fromCharCode(0xdc00 + bytes[at]),
    }),
  );
  return { text, at: (index) => Math.floor(starts[index] / bytesPerUnit) };
}

/** The bytes of such a text, one character a byte. */
export function asBytes(text: string): string {
  // deno-lint-ignore no-control-regex
  if (/^[\x00-\x7f]*$/.test(text)) return text;
  return [...text].map((char) => {
    const code = char.charCodeAt(0);
    if (char.length === 1 && code >= 0xdc80 && code <= 0xdcff) {
      return String.fromCharCode(code - 0xdc00);
    }
    return String.fromCharCode(...new TextEncoder().encode(char));
  }).join("");
}
