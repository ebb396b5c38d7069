/** How a file's bytes became text. `latin1` is one character a byte, for whatever else it is. */
export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "latin1";

/** Text and the encoding that gives its bytes back. A byte-order mark stays in the text, as U+FEFF. */
export interface Decoded {
  readonly text: string;
  readonly encoding: Encoding;
}

/** Reads bytes as text without losing one: `encode(decode(bytes))` is the bytes. Never throws. */
export function decode(bytes: Uint8Array): Decoded {
  if (bytes.length % 2 === 0 && bytes.length >= 2) {
    if (bytes[0] === 0xff && bytes[1] === 0xfe) {
      return { text: units(bytes, 0), encoding: "utf-16le" };
    }
    if (bytes[0] === 0xfe && bytes[1] === 0xff) {
      return { text: units(bytes, 1), encoding: "utf-16be" };
    }
  }
  try {
    return {
      text: new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(
        bytes,
      ),
      encoding: "utf-8",
    };
  } catch {
    return { text: chars(bytes, 1, (at) => bytes[at]), encoding: "latin1" };
  }
}

/**
 * The bytes of a text.
 *
 * @throws {RangeError} when `latin1` is asked for a character above U+00FF
 */
export function encode(text: string, encoding: Encoding): Uint8Array {
  if (encoding === "utf-8") return new TextEncoder().encode(text);
  if (encoding === "latin1") {
    const bytes = new Uint8Array(text.length);
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code > 0xff) {
        throw new RangeError(
          `Cannot write "${text[at]}" into a file that is not UTF-8`,
        );
      }
      bytes[at] = code;
    }
    return bytes;
  }
  const high = encoding === "utf-16be" ? 0 : 1;
  const bytes = new Uint8Array(text.length * 2);
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    bytes[2 * at + high] = code >> 8;
    bytes[2 * at + 1 - high] = code & 0xff;
  }
  return bytes;
}

function units(bytes: Uint8Array, low: 0 | 1): string {
  return chars(bytes, 2, (at) => bytes[at + low] | (bytes[at + 1 - low] << 8));
}

function chars(
  bytes: Uint8Array,
  step: number,
  code: (at: number) => number,
): string {
  const pieces: string[] = [];
  const block: number[] = [];
  for (let at = 0; at < bytes.length; at += step) {
    block.push(code(at));
    if (block.length === 8192) {
      pieces.push(String.fromCharCode(...block.splice(0)));
    }
  }
  pieces.push(String.fromCharCode(...block));
  return pieces.join("");
}
