import { type Extent, isWhiteSpace, trimmed } from "./white_space.ts";

/** What Python's `str.isspace`, `str.strip` and `\s` take for space: more than Unicode's white space. */
export function isPythonSpace(code: number): boolean {
  return isWhiteSpace(code) || (code >= 0x1c && code <= 0x1f);
}

/** `str.strip()`. */
export function stripped(text: string, extent: Extent): Extent {
  return trimmed(text, extent, isPythonSpace);
}

/** `str.splitlines()`, which knows more line ends than the reading of a file (`\n`, `\r\n`, `\r`). */
export function* splitLines(
  text: string,
  { start, end }: Extent,
): Iterable<Extent> {
  let from = start;
  for (let at = start; at < end; at++) {
    if (!isLineEnd(text.charCodeAt(at))) continue;
    yield { start: from, end: at };
    if (text.startsWith("\r\n", at) && at + 1 < end) at++;
    from = at + 1;
  }
  if (from < end) yield { start: from, end };
}

function isLineEnd(code: number): boolean {
  return (code >= 0x0a && code <= 0x0d) || (code >= 0x1c && code <= 0x1e) ||
    code === 0x85 || code === 0x2028 || code === 0x2029;
}

/** `int(value)`: undefined where it raises ValueError. */
export function pythonInt(value: string): number | undefined {
  const { start, end } = stripped(value, { start: 0, end: value.length });
  const digits = value.slice(start, end);
  return /^[+-]?\p{Nd}+(?:_\p{Nd}+)*$/u.test(digits)
    ? Number(digits.replaceAll("_", ""))
    : undefined;
}

/** `repr(value)`, as it stands in messages that print a list or a tuple of strings. */
export function pythonRepr(value: string): string {
  const quote = value.includes("'") && !value.includes('"') ? '"' : "'";
  const escaped = value.replace(
    /[\\\p{C}\p{Z}]|'/gu,
    (char) => char === "'" && quote === '"' ? char : escape(char),
  );
  return quote + escaped + quote;
}

function escape(char: string): string {
  const short: Readonly<Record<string, string>> = {
    " ": " ",
    "\n": "\\n",
    "\r": "\\r",
    "\t": "\\t",
    "\\": "\\\\",
    "'": "\\'",
  };
  if (char in short) return short[char];
  const code = char.codePointAt(0)!;
  const hex = code.toString(16);
  return code < 0x100
    ? `\\x${hex.padStart(2, "0")}`
    : code < 0x10000
    ? `\\u${hex.padStart(4, "0")}`
    : `\\U${hex.padStart(8, "0")}`;
}
