/**
 * One line, told by its shape alone: no client is asked. Offsets are into the text;
 * `[start, end)` is the whole line with its line end, `stop` is where the line end begins,
 * `indent` where the first character stands that is no blank (space or tab).
 * The lines, end to end, are the text.
 */
export type Line = Header | Pair | Comment | Blank | Other;

interface Extent {
  readonly start: number;
  readonly indent: number;
  readonly stop: number;
  readonly end: number;
}

/** `[ … ]`: begins with a bracket; `close` is the offset of the first `]`, or -1. */
export interface Header extends Extent {
  readonly kind: "header";
  readonly close: number;
}

/**
 * `key = value` or `key: value`, whichever delimiter is first. `[indent, keyEnd)` is the key and
 * `[valueStart, valueEnd)` the value, both without blanks at their ends; either may be empty.
 */
export interface Pair extends Extent {
  readonly kind: "pair";
  readonly keyEnd: number;
  readonly delimiter: number;
  readonly valueStart: number;
  readonly valueEnd: number;
}

/** Begins with `#` or `;`, perhaps behind blanks. */
export interface Comment extends Extent {
  readonly kind: "comment";
}

/** Nothing but blanks. */
export interface Blank extends Extent {
  readonly kind: "blank";
}

/** Anything else. */
export interface Other extends Extent {
  readonly kind: "other";
}

const TAB = 9;
const SPACE = 32;

/** Splits a text into lines that end at LF, CRLF or CR. Drops nothing, never throws. */
export function scan(text: string): readonly Line[] {
  const lines: Line[] = [];
  // A byte-order mark belongs to the first line, but is none of its characters.
  let start = 0;
  let first = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  // A pattern and no `indexOf`: V8 in Node 20, once it had optimised, was seen to search a large text
  // from end to end at every line (10 s for 2 MB). A loop costs more where nothing is compiled yet.
  const ends = /\r\n?|\n/g;
  while (start < text.length) {
    const found = ends.exec(text);
    const stop = found ? found.index : text.length;
    const end = found ? ends.lastIndex : text.length;
    lines.push(line(text, { start, from: first, stop, end }));
    start = end;
    first = end;
  }
  return lines;
}

function line(
  text: string,
  at: { start: number; from: number; stop: number; end: number },
): Line {
  const { start, stop, end } = at;
  const indent = skip(text, at.from, stop);
  if (indent === stop) return { kind: "blank", start, indent, stop, end };
  const first = text.charCodeAt(indent);
  if (first === 0x23 || first === 0x3b) {
    return { kind: "comment", start, indent, stop, end };
  }
  if (first === 0x5b) {
    let close = indent + 1;
    while (close < stop && text.charCodeAt(close) !== 0x5d) close++;
    return {
      kind: "header",
      start,
      indent,
      stop,
      end,
      close: close < stop ? close : -1,
    };
  }
  for (let delimiter = indent; delimiter < stop; delimiter++) {
    const code = text.charCodeAt(delimiter);
    if (code !== 0x3d && code !== 0x3a) continue;
    const valueStart = skip(text, delimiter + 1, stop);
    return {
      kind: "pair",
      start,
      indent,
      stop,
      end,
      keyEnd: back(text, indent, delimiter),
      delimiter,
      valueStart,
      valueEnd: back(text, valueStart, stop),
    };
  }
  return { kind: "other", start, indent, stop, end };
}

function skip(text: string, from: number, stop: number): number {
  while (from < stop && blank(text.charCodeAt(from))) from++;
  return from;
}

function back(text: string, start: number, from: number): number {
  while (from > start && blank(text.charCodeAt(from - 1))) from--;
  return from;
}

function blank(code: number): boolean {
  return code === SPACE || code === TAB;
}
