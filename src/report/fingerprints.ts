import type { Document } from "../model/document.ts";
import { lineSecrets } from "../model/line_secrets.ts";
import { lineHashes } from "./line_hashes.ts";

/** So many characters go into the hash of a line. */
const BLOCK = 100;

/**
 * GitHub's hashes of lines. Of a file outside of the working folder, which nobody else has, a line
 * gets none if a secret goes into it: it would help to guess the secret.
 */
export function fingerprints(
  documents: readonly Document[],
): (path: string, line: number) => string | undefined {
  const byPath = new Map(documents.map((one) => [one.path, one]));
  const hashes = new Map<string, readonly string[]>();
  return (path, line) => {
    const document = byPath.get(path);
    if (!document) return undefined;
    if (/^(?:\/|[a-z]:\/)/i.test(path) && hidden(document, line - 1)) {
      return undefined;
    }
    let known = hashes.get(path);
    if (!known) hashes.set(path, known = lineHashes(textOf(document)));
    return known[line - 1];
  };
}

/** As GitHub reads a file: as UTF-8, whatever it is. */
function textOf({ bytes }: Document): string {
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
}

function hidden(document: Document, from: number): boolean {
  let left = BLOCK;
  for (let at = from; at < document.lines.length && left > 0; at++) {
    if (lineSecrets(document, at).length > 0) return true;
    const { start, end } = document.lines[at];
    left -= document.text.slice(start, end).replace(/[ \t]/g, "").length;
  }
  return false;
}
