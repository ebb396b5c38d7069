import type { Extent } from "./white_space.ts";

/** One line of a file as `parseIni` takes it apart. */
export type JsLine =
  | { readonly kind: "header"; readonly name: string }
  | { readonly kind: "pair"; readonly key: Extent; readonly value: Extent }
  | { readonly kind: "none" };

const none: JsLine = { kind: "none" };

/**
 * Takes a line apart as `@smithy/core`, shared-ini-file-loader/parseIni.ts does: first everything
 * from a `#` or `;` at its start or behind space is dropped, whatever it stands in.
 */
export function jsLine(text: string, { start, end }: Extent): JsLine {
  const line = text.slice(start, end);
  const comment = line.search(/(?:^|\s)[;#]/);
  const content = (comment === -1 ? line : line.slice(0, comment)).trim();
  if (content.startsWith("[") && content.endsWith("]")) {
    return { kind: "header", name: content.slice(1, -1) };
  }
  const equals = content.indexOf("=");
  if (equals < 1) return none;
  const first = start + line.length - line.trimStart().length;
  return {
    kind: "pair",
    key: trimmedExtent(text, { start: first, end: first + equals }),
    value: trimmedExtent(text, {
      start: first + equals + 1,
      end: first + content.length,
    }),
  };
}

/** `String.prototype.trim`, which takes U+FEFF for space, too. */
function trimmedExtent(text: string, { start, end }: Extent): Extent {
  const piece = text.slice(start, end);
  const from = start + piece.length - piece.trimStart().length;
  return { start: from, end: Math.max(from, start + piece.trimEnd().length) };
}

/** `iniLine.trimStart() === iniLine`: the line is not indented. */
export function atMargin(text: string, { start, end }: Extent): boolean {
  return start === end || text[start].trimStart() !== "";
}

const prefixed = /^([\w-]+)\s(["'])?([\w-@+.%:/]+)\2$/;

/**
 * The key under which the lines behind a header are kept: `profile.dev`, or the header's text
 * when it has not that form. Undefined where they are dropped.
 */
export function jsSectionKey(header: string): string | undefined {
  const match = prefixed.exec(header);
  if (!match) return header === "" ? undefined : header;
  return ["profile", "sso-session", "services"].includes(match[1])
    ? `${match[1]}.${match[3]}`
    : undefined;
}
