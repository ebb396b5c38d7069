import type { Document } from "../model/document.ts";

/** A file as a client holds it that puts U+FFFD for bytes that are no UTF-8, and where each character stands in the document's text. */
export interface LossyText {
  readonly text: string;
  readonly at: (index: number) => number;
}

const replacing = new TextDecoder("utf-8", { ignoreBOM: true });

/**
 * The file's bytes as UTF-8 with U+FFFD for what is none, as the Encoding Standard has it. The
 * byte-order mark stays, and UTF-16 is read as the bytes that it is.
 */
export function lossyText(document: Document): LossyText {
  const { bytes, encoding } = document;
  if (encoding === "utf-8") {
    return { text: document.text, at: (index) => index };
  }
  const text = replacing.decode(bytes);
  const bytesPerUnit = encoding === "latin1" ? 1 : 2;
  let offsets: Uint32Array | undefined;
  return {
    text,
    at: (index) => {
      offsets ??= byteOffsets(bytes, text);
      return Math.floor(offsets[index] / bytesPerUnit);
    },
  };
}

/** For each UTF-16 unit of the decoded text, and its end, the byte where it begins. */
function byteOffsets(bytes: Uint8Array, text: string): Uint32Array {
  const offsets = new Uint32Array(text.length + 1);
  let byte = 0;
  for (let unit = 0; unit < text.length;) {
    const code = text.codePointAt(unit)!;
    const units = code > 0xffff ? 2 : 1;
    for (let at = 0; at < units; at++) offsets[unit + at] = byte;
    byte += code === 0xfffd ? replacedBytes(bytes, byte) : utf8Length(code);
    unit += units;
  }
  offsets[text.length] = bytes.length;
  return offsets;
}

/** How many bytes stand for one U+FFFD: itself, or the longest beginning of a character that is cut short. */
function replacedBytes(bytes: Uint8Array, at: number): number {
  for (let length = Math.min(3, bytes.length - at); length > 1; length--) {
    if (replacing.decode(bytes.subarray(at, at + length)) === "\ufffd") {
      return length;
    }
  }
  return 1;
}

function utf8Length(code: number): number {
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
}
