import type { Document } from "../model/document.ts";
import type { Line } from "../syntax/scan.ts";
import type { Span } from "../text/span.ts";
import { chunks } from "./chunks.ts";
import { isPythonSpace, stripped } from "./python_text.ts";
import type { Settings } from "./view.ts";
import type { Extent } from "./white_space.ts";

/** An option: its first line and the lines that continue it, each without the space around it. */
export interface Option {
  readonly key: string;
  readonly start: number;
  readonly parts: Extent[];
}

/** A section: its options, or the settings that every client reads alike. */
export type ParsedSection =
  | { readonly plain: Settings }
  | { readonly options: Map<string, Option> };

/** What Python's parser makes of a file, or the place where it gives up. */
export interface Parsed {
  /** By raw header, without `[DEFAULT]`. */
  readonly sections: ReadonlyMap<string, ParsedSection>;
  /** The options of `[DEFAULT]`, which every section has. */
  readonly defaults: ReadonlyMap<string, Option>;
  readonly stop?: Span;
}

interface State {
  readonly document: Document;
  readonly sections: Map<string, ParsedSection>;
  readonly defaults: Map<string, Option>;
  /** `sectname`, once a header was met. */
  section?: string;
  /** Lines `[firstLine, lastLine)` of that section, if it is a plain one. */
  plainLines?: { readonly firstLine: number; readonly lastLine: number };
  /** The option that deeper lines continue. */
  option?: Option;
  /** `indent_level`: of the last line that continues nothing. */
  indent: number;
}

/**
 * Reads a file as `configparser.RawConfigParser()._read` with its default arguments: `=` and `:`,
 * whole-line comments, no section and no option twice. Whatever it raises, botocore says the same
 * of it, so the first place is enough, though Python goes on after some errors.
 */
export function parseConfig(document: Document): Parsed {
  const { text, lines, path } = document;
  const state: State = {
    document,
    sections: new Map(),
    defaults: new Map(),
    indent: 0,
  };
  for (const { firstLine, lastLine, plain, empty } of chunks(document)) {
    if (empty) continue;
    if (plain && !state.sections.has(plain.raw)) {
      state.sections.set(plain.raw, { plain: plain.settings });
      state.section = plain.raw;
      state.plainLines = { firstLine: firstLine + 1, lastLine };
      state.option = undefined;
      state.indent = 0;
      continue;
    }
    for (let at = firstLine; at < lastLine; at++) {
      if (readLine(state, lines[at])) continue;
      const { start, end } = stripped(text, {
        start: lines[at].start,
        end: lines[at].stop,
      });
      return { ...state, stop: { path, start, end } };
    }
  }
  return state;
}

/** One turn of `_read`'s loop; false where it raises, at once or at the end. */
function readLine(state: State, { start, stop }: Line): boolean {
  const { text } = state.document;
  const line = stripped(text, { start, end: stop });
  if (line.start === line.end) {
    state.option?.parts.push(line);
    return true;
  }
  const first = text[line.start];
  if (first === "#" || first === ";") return true;
  const indent = line.start - start;
  if (state.option && indent > state.indent) {
    state.option.parts.push(line);
    return true;
  }
  state.indent = indent;
  // SECTCRE, `\[(?P<header>.+)\]`, matches to the last bracket and minds nothing behind it.
  const close = first === "[" ? text.lastIndexOf("]", line.end - 1) : -1;
  return close > line.start + 1
    ? openSection(state, text.slice(line.start + 1, close))
    : readOption(state, line);
}

function openSection(state: State, header: string): boolean {
  if (state.sections.has(header)) return false;
  state.section = header;
  state.option = undefined;
  if (header !== "DEFAULT") {
    state.sections.set(header, { options: new Map() });
  }
  return true;
}

function readOption(state: State, line: Extent): boolean {
  if (state.section === undefined) return false;
  const { text } = state.document;
  let delimiter = line.start;
  while (delimiter < line.end && !isDelimiter(text.charCodeAt(delimiter))) {
    delimiter++;
  }
  if (delimiter === line.end) return false;
  let end = delimiter;
  while (end > line.start && isPythonSpace(text.charCodeAt(end - 1))) end--;
  if (end === line.start) return false;
  const key = text.slice(line.start, end).toLowerCase();
  const options = optionsOf(state, state.section);
  if (options.has(key)) return false;
  const value = stripped(text, { start: delimiter + 1, end: line.end });
  state.option = { key, start: line.start, parts: [value] };
  options.set(key, state.option);
  return true;
}

function optionsOf(state: State, header: string): Map<string, Option> {
  const section = state.sections.get(header);
  if (!section) return state.defaults;
  if ("options" in section) return section.options;
  // A line that is no header after all, as `[dev = x`, goes on with a plain section: read it as any other.
  const options = new Map<string, Option>();
  state.sections.set(header, { options });
  const { firstLine, lastLine } = state.plainLines!;
  for (let at = firstLine; at < lastLine; at++) {
    readLine(state, state.document.lines[at]);
  }
  return options;
}

function isDelimiter(code: number): boolean {
  return code === 0x3d || code === 0x3a;
}
