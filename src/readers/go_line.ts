import { type Extent, isBlank, trimmed } from "./white_space.ts";

/** What Go's `tokenize` makes of one line; offsets are into the line. */
export type GoToken =
  | { readonly kind: "header"; readonly name: string; readonly extent: Extent }
  | GoPair
  | {
    readonly kind: "continuation";
    readonly value: string;
    readonly extent: Extent;
  }
  | { readonly kind: "panic"; readonly extent: Extent };

/** A property, or a sub-property if the line is indented. */
export interface GoPair {
  readonly kind: "property" | "sub";
  readonly key: string;
  readonly value: string;
  /** From the key's first character to the value's last, quotes included. */
  readonly extent: Extent;
  /** Where the value begins, inside its quotes. */
  readonly valueStart: number;
}

/** The token of a line, or nothing for the lines that Go passes over (config/internal/ini/tokenize.go). */
export function goToken(line: string): GoToken | undefined {
  const content = trimmed(line, { start: 0, end: line.length });
  if (content.start === content.end) return undefined;
  const first = trimmed(line, { start: 0, end: line.length }, isBlank).start;
  if (line[first] === "#" || line[first] === ";") return undefined;
  const header = headerOf(line);
  if (header) return header;
  if (!isBlank(line.charCodeAt(0))) {
    // asProperty: comments go, then blanks at the end.
    return pairOf(line, "property", propertyEnd(line, 0));
  }
  // asSubProperty and asContinuation: comments stay in the value.
  return pairOf(line, "sub", line.length) ?? {
    kind: "continuation",
    value: line.slice(first),
    extent: { start: first, end: content.end },
  };
}

/** `asProfile`: everything from the first `#` or `;` is comment, wherever it stands; the rest is trimmed. */
function headerOf(line: string): GoToken | undefined {
  const comment = line.search(/[#;]/);
  const extent = trimmed(line, {
    start: 0,
    end: comment === -1 ? line.length : comment,
  });
  const { start, end } = extent;
  if (line[start] !== "[" || line[end - 1] !== "]") return undefined;
  const inner = trimmed(line, { start: start + 1, end: end - 1 });
  const text = line.slice(inner.start, inner.end);
  // splitProfile: the first run of blanks parts the type from the name; `[a\tb]` is `a b`.
  return { kind: "header", name: text.replace(/[ \t]+/, " "), extent };
}

/** `trimPropertyComment`: where a comment begins, a `#` or `;` behind a space or a tab. */
export function propertyEnd(text: string, from: number): number {
  for (let at = from + 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if ((code === 0x23 || code === 0x3b) && isBlank(text.charCodeAt(at - 1))) {
      return at - 1;
    }
  }
  return text.length;
}

/** `splitProperty`, `legacyStrconv`: `=` or `:`, whichever is first; a value in quotes loses them. */
function pairOf(
  line: string,
  kind: "property" | "sub",
  end: number,
): GoPair | GoToken | undefined {
  const delimiter = line.slice(0, end).search(/[=:]/);
  if (delimiter === -1) return undefined;
  const key = trimmed(line, { start: 0, end: delimiter });
  const value = trimmed(line, { start: delimiter + 1, end });
  const empty = value.start === value.end;
  const extent = { start: key.start, end: empty ? delimiter + 1 : value.end };
  let text = line.slice(value.start, value.end);
  let valueStart = value.start;
  // unquote (strings.go) takes a lone quote for both of a pair and slices [1:0].
  if (text === '"' || text === "'") return { kind: "panic", extent };
  if (/^(["'])[^]*\1$/.test(text)) {
    text = text.slice(1, -1);
    valueStart++;
  }
  return {
    kind,
    key: lower(line.slice(key.start, key.end)),
    value: text,
    extent,
    valueStart,
  };
}

/** Go's `strings.ToLower`: letter by letter, so that U+0130 becomes `i` and a final sigma no other. */
function lower(key: string): string {
  // deno-lint-ignore no-control-regex
  if (/^[\x00-\x7f]*$/.test(key)) return key.toLowerCase();
  return [...key].map((letter) =>
    letter === "\u0130" ? "i" : letter.toLowerCase()
  ).join("");
}
