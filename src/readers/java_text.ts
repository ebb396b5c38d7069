import type { Document } from "../model/document.ts";
import { type LossyText, lossyText } from "./lossy_text.ts";
import { utf8Text } from "./utf8_text.ts";

const replacing = new TextDecoder("utf-8", { ignoreBOM: true });

/**
 * The file as Java's `InputStreamReader` gives it: UTF-8, with U+FFFD for what is none. It differs
 * from the Encoding Standard in surrogates alone, which it takes for one mistake of up to three bytes
 * (`sun.nio.cs.UTF_8`: `malformedForLength(3)`).
 */
export function javaText(document: Document): LossyText {
  const { bytes, encoding } = document;
  if (encoding === "utf-8" || !bytes.includes(0xed)) return lossyText(document);
  const bytesPerUnit = encoding === "latin1" ? 1 : 2;
  const { text, starts } = utf8Text(
    bytes,
    (bytes, at) => ({ length: malformedLength(bytes, at), text: "\ufffd" }),
  );
  return { text, at: (index) => Math.floor(starts[index] / bytesPerUnit) };
}

function malformedLength(bytes: Uint8Array, at: number): number {
  if (bytes[at] === 0xed && bytes[at + 1] >= 0xa0 && bytes[at + 1] <= 0xbf) {
    return (bytes[at + 2] & 0xc0) === 0x80 ? 3 : 2;
  }
  for (let length = Math.min(3, bytes.length - at); length > 1; length--) {
    if (replacing.decode(bytes.subarray(at, at + length)) === "\ufffd") {
      return length;
    }
  }
  return 1;
}
