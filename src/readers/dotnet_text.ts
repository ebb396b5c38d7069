import type { Document } from "../model/document.ts";
import { type LossyText, lossyText } from "./lossy_text.ts";

const REPLACED = "\ufffd";
const loneSurrogate =
  /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/**
 * A file as `File.ReadAllText` gives it: a byte-order mark says what it is, UTF-16 too, and is gone;
 * without one it is UTF-8, with U+FFFD for bytes that are none. (UTF-32, which it knows as well, is left out.)
 */
export function dotnetText(document: Document): LossyText {
  const { text, encoding, bytes } = document;
  if (encoding === "utf-16le" || encoding === "utf-16be") {
    return {
      text: text.slice(1).replace(loneSurrogate, REPLACED),
      at: (index) => index + 1,
    };
  }
  const mark = bytes.length > 2 && bytes.length % 2 === 1
    ? (bytes[0] << 8) | bytes[1]
    : 0;
  if (encoding === "latin1" && (mark === 0xfffe || mark === 0xfeff)) {
    const high = mark === 0xfeff ? 0 : 1;
    let units = "";
    for (let at = 2; at + 1 < bytes.length; at += 2) {
      units += String.fromCharCode(
        (bytes[at + high] << 8) | bytes[at + 1 - high],
      );
    }
    return {
      text: units.replace(loneSurrogate, REPLACED) + REPLACED,
      at: (index) => Math.min(2 * index + 2, text.length),
    };
  }
  const lossy = lossyText(document);
  if (!lossy.text.startsWith("\ufeff")) return lossy;
  return { text: lossy.text.slice(1), at: (index) => lossy.at(index + 1) };
}
