import type { Document } from "../model/document.ts";
import type { Line, Pair } from "../syntax/scan.ts";
import type { Setting, Settings } from "./view.ts";

/**
 * A stretch of lines from one header at column 0 to the next (the first: from the start of the
 * file). A header at column 0 ends whatever was open for every client, so stretches can be read
 * one by one; only a header that a client does not take for one lets its lines fall to the
 * section before.
 */
export interface Chunk {
  /** Lines `[firstLine, lastLine)` of the document. */
  readonly firstLine: number;
  readonly lastLine: number;
  /** Set when every client reads the stretch alike. */
  readonly plain?: PlainSection;
  /** Blank lines and comments at column 0 before the first header: no client sees anything. */
  readonly empty?: true;
}

/** A section that every client reads alike, read once for all of them. */
export interface PlainSection {
  readonly type: "default" | "profile" | "sso-session" | "services";
  readonly name: string;
  /** What stands between the brackets. */
  readonly raw: string;
  readonly settings: Settings;
}

const known = new WeakMap<Document, readonly Chunk[]>();

/** The stretches of a document, made once. A file with a byte-order mark, lone CRs or another encoding is one. */
export function chunks(document: Document): readonly Chunk[] {
  let made = known.get(document);
  if (!made) known.set(document, made = split(document));
  return made;
}

function split(document: Document): readonly Chunk[] {
  const { text, lines, encoding } = document;
  if (lines.length === 0) return [];
  // Signs at which one language or another ends a line.
  // deno-lint-ignore no-control-regex
  const foreign = /\r(?!\n)|[\v\f\x1c-\x1e\x85\u2028\u2029\0]/;
  const odd = encoding !== "utf-8" || text.charCodeAt(0) === 0xfeff ||
    foreign.test(text);
  if (odd) return [{ firstLine: 0, lastLine: lines.length }];
  const made: Chunk[] = [];
  let first = 0;
  for (let at = 1; at <= lines.length; at++) {
    if (at < lines.length && !opens(lines[at])) continue;
    made.push(chunk(document, first, at));
    first = at;
  }
  return made;
}

function opens(line: Line): boolean {
  return line.kind === "header" && line.indent === line.start;
}

function chunk(document: Document, firstLine: number, lastLine: number): Chunk {
  const first = document.lines[firstLine];
  if (!opens(first)) {
    for (let at = firstLine; at < lastLine; at++) {
      const line = document.lines[at];
      if (
        line.kind !== "blank" &&
        !(line.kind === "comment" && line.indent === line.start)
      ) {
        return { firstLine, lastLine };
      }
    }
    return { firstLine, lastLine, empty: true };
  }
  const plain = plainSection(document, firstLine, lastLine);
  return plain ? { firstLine, lastLine, plain } : { firstLine, lastLine };
}

const configHeader =
  /^(?:default|(profile|sso-session|services) ([A-Za-z0-9_\-/.%@:+]+))$/;
const credentialsHeader = /^[A-Za-z0-9_\-/.%@:+]+$/;

function plainSection(
  document: Document,
  firstLine: number,
  lastLine: number,
): PlainSection | undefined {
  const { text, lines, kind } = document;
  const header = lines[firstLine];
  if (header.kind !== "header" || header.close === -1) return undefined;
  for (let at = header.close + 1; at < header.stop; at++) {
    if (!isBlank(text.charCodeAt(at))) return undefined;
  }
  const raw = text.slice(header.indent + 1, header.close);
  let type: PlainSection["type"];
  let name = raw;
  if (kind === "config") {
    const match = configHeader.exec(raw);
    if (!match) return undefined;
    type = match[1] === undefined
      ? "default"
      : match[1] as PlainSection["type"];
    name = match[2] ?? "default";
    if (type === "profile" && name === "default") return undefined;
  } else {
    if (!credentialsHeader.test(raw)) return undefined;
    type = raw === "default" ? "default" : "profile";
    // Bare keywords and words that begin with one are told apart differently.
    if (/^(?:profile|sso-session|services)/.test(raw)) return undefined;
  }
  if (name.startsWith("__") || raw === "DEFAULT") return undefined;
  const settings = plainSettings(document, firstLine + 1, lastLine);
  return settings && { type, name, raw, settings };
}

/** The settings of lines that every client reads alike, or nothing if one of them is not so. */
function plainSettings(
  document: Document,
  from: number,
  to: number,
): Settings | undefined {
  const { text, lines, path } = document;
  const settings = new Map<string, Setting>();
  for (let at = from; at < to; at++) {
    const line = lines[at];
    if (line.kind === "blank") continue;
    if (line.indent !== line.start) return undefined;
    if (line.kind === "comment") continue;
    if (line.kind !== "pair" || !plainPair(text, line)) return undefined;
    const key = text.slice(line.indent, line.keyEnd);
    if (settings.has(key)) return undefined;
    if (line.valueStart < line.valueEnd) {
      settings.set(key, setting(path, text, line));
      continue;
    }
    const nested = new Map<string, Setting>();
    let end = line.valueEnd;
    for (; at + 1 < to; at++) {
      const child = lines[at + 1];
      if (child.kind !== "pair" || child.indent === child.start) break;
      if (!plainPair(text, child) || child.valueStart === child.valueEnd) {
        return undefined;
      }
      const sub = text.slice(child.indent, child.keyEnd);
      if (nested.has(sub)) return undefined;
      nested.set(sub, setting(path, text, child));
      end = child.valueEnd;
    }
    const next = lines[at + 1];
    // Whether a blank or a comment ends a block is a matter of opinion if more of it follows.
    if (
      nested.size === 0 ||
      (at + 1 < to && next.kind !== "pair" && goesOn(lines, at + 1, to))
    ) return undefined;
    settings.set(key, {
      key,
      value: "",
      path,
      start: line.indent,
      end,
      nested,
    });
  }
  return settings.size > 0 ? settings : undefined;
}

function goesOn(lines: readonly Line[], from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    if (lines[at].kind === "blank") continue;
    return lines[at].indent !== lines[at].start;
  }
  return false;
}

function setting(path: string, text: string, line: Pair): Setting {
  return {
    key: text.slice(line.indent, line.keyEnd),
    value: text.slice(line.valueStart, line.valueEnd),
    path,
    start: line.indent,
    end: line.valueEnd,
  };
}

function plainPair(text: string, line: Pair): boolean {
  if (text.charCodeAt(line.delimiter) !== 0x3d || line.keyEnd === line.indent) {
    return false;
  }
  for (let at = line.indent; at < line.keyEnd; at++) {
    const code = text.charCodeAt(at);
    // a-z 0-9 _ -
    if (
      !((code >= 97 && code <= 122) || (code >= 48 && code <= 57) ||
        code === 95 || code === 45)
    ) return false;
  }
  if (text.charCodeAt(line.indent) === 95) return false;
  let previous = 32;
  for (let at = line.valueStart; at < line.valueEnd; at++) {
    const code = text.charCodeAt(at);
    if ((code === 35 || code === 59) && isBlank(previous)) return false;
    if ((code < 32 && code !== 9) || code > 126) return false;
    previous = code;
  }
  const first = text.charCodeAt(line.valueStart);
  return line.valueStart === line.valueEnd || (first !== 34 && first !== 39);
}

function isBlank(code: number): boolean {
  return code === 32 || code === 9;
}
