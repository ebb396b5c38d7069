import type { Document } from "../model/document.ts";
import type { Header } from "../syntax/scan.ts";
import type { Span } from "../text/span.ts";
import { type Chunk, chunks, type PlainSection } from "./chunks.ts";
import { asciiLower, isEmptyLine, pair, type PairError, prepared, subPair } from "./rust_line.ts";
import type { Problem, Setting, Settings } from "./view.ts";
import { type Extent, isBlank, trimmed } from "./white_space.ts";

/** A section under what stands between its brackets, as `RawProfileSet` keeps it. */
export interface RustSection {
  readonly settings: Settings;
  /** The first header that opens it. */
  readonly header: Span;
  /** Its name and kind where all clients agree on them, and its keys too. */
  readonly plain?: PlainSection;
}

/** One file as `parse_profile_file` reads it. */
export interface RustFile {
  readonly sections: ReadonlyMap<string, RustSection>;
  /** The parser stops here, and nothing is loaded from either file. */
  readonly error?: Problem;
}

interface State {
  readonly document: Document;
  readonly sections: Map<string, Open>;
  error?: Problem;
  section?: Open;
  /** The property that indented lines go on with. */
  key?: string;
  /** The block that an empty value opens. */
  block?: Map<string, Setting>;
}

interface Open extends RustSection {
  settings: Settings;
  /** The same map, when it may be changed: plain sections share theirs. */
  own?: Map<string, Setting>;
}

/**
 * Reads a file as aws-runtime/src/env_config/parse.rs does: the first character of a line says
 * what it is, and any line that is none of it is an error.
 */
export function rustFile(document: Document): RustFile {
  const state: State = { document, sections: new Map() };
  // file_contents_to_string: "if the file is not valid utf-8, log a warning and use an empty file instead".
  if (document.encoding !== "utf-8") return state;
  for (const chunk of chunks(document)) {
    if (chunk.empty) continue;
    if (chunk.plain) plainChunk(state, chunk, chunk.plain);
    else rawChunk(state, chunk);
    if (state.error) break;
  }
  return state;
}

function plainChunk(state: State, chunk: Chunk, plain: PlainSection): void {
  const { path, lines } = state.document;
  const line = lines[chunk.firstLine] as Header;
  const known = state.sections.get(plain.raw);
  if (known) {
    for (const setting of plain.settings.values()) own(known).set(setting.key, setting);
  } else {
    const header = { path, start: line.indent, end: line.close + 1 };
    state.sections.set(plain.raw, { settings: plain.settings, header, plain });
  }
  state.section = state.sections.get(plain.raw);
}

interface Line {
  readonly text: string;
  /** Where it begins in the document. */
  readonly base: number;
  /** From 1. */
  readonly number: number;
}

/** `str::lines`: ends at LF or CRLF; a CR elsewhere is a character like any other. */
function rawChunk(state: State, { firstLine, lastLine }: Chunk): void {
  const { text, lines } = state.document;
  const stop = lines[lastLine - 1].end;
  let start = lines[firstLine].start;
  for (let number = firstLine + 1; start < stop && !state.error; number++) {
    const next = text.indexOf("\n", start);
    const ended = next !== -1 && next < stop;
    const end = !ended ? stop : next > start && text[next - 1] === "\r" ? next - 1 : next;
    read(state, { text: text.slice(start, end), base: start, number });
    start = ended ? next + 1 : stop;
  }
}

function read(state: State, line: Line): void {
  const { text } = line;
  if (isEmptyLine(text) || text[0] === "#" || text[0] === ";") return;
  if (text[0] === "[") return header(state, line);
  if (!isBlank(text.charCodeAt(0))) return property(state, line);
  if (!state.section) return fail(state, line, "Expected a profile definition");
  if (state.key === undefined) return fail(state, line, "Expected a property definition, found continuation");
  if (state.block) sub(state, line);
  else continuation(state, line);
}

function header(state: State, line: Line): void {
  const { start, end } = prepared(line.text, false);
  if (line.text[end - 1] !== "]" || end - start < 2) return fail(state, line, "Profile definition must end with ']'");
  open(state, line.text.slice(start + 1, end - 1), span(state, line, { start, end }));
}

function open(state: State, raw: string, header: Span): void {
  let section = state.sections.get(raw);
  if (!section) state.sections.set(raw, section = { settings: new Map(), header });
  state.section = section;
  state.key = undefined;
  state.block = undefined;
}

function property(state: State, line: Line): void {
  if (!state.section) return fail(state, line, "Expected a profile definition");
  const found = pair(line.text);
  if (typeof found === "string") return fail(state, line, messageOf(found, "property"));
  const key = asciiLower(line.text.slice(found.key.start, found.key.end));
  const value = line.text.slice(found.value.start, found.value.end);
  const end = value === "" ? line.text.indexOf("=") + 1 : found.value.end;
  own(state.section).set(key, { key, value, ...span(state, line, { start: found.key.start, end }) });
  state.key = key;
  state.block = value === "" ? new Map() : undefined;
}

/** Sub-properties are checked like properties, and then kept as they stand. */
function sub(state: State, line: Line): void {
  const checked = pair(line.text);
  if (typeof checked === "string") return fail(state, line, messageOf(checked, "sub-property"));
  const content = trimmed(line.text, { start: 0, end: line.text.length }, isBlank);
  const found = subPair(line.text, content)!;
  const key = line.text.slice(found.key.start, found.key.end);
  const value = line.text.slice(found.value.start, found.value.end);
  const at = span(state, line, { start: found.key.start, end: content.end });
  state.block!.set(key, { key, value, ...at });
  const opener = state.section!.settings.get(state.key!)!;
  own(state.section!).set(opener.key, { ...opener, nested: state.block, end: at.end });
}

/** Whatever is indented joins the value, a comment or a header too. */
function continuation(state: State, line: Line): void {
  const content = trimmed(line.text, { start: 0, end: line.text.length }, isBlank);
  const setting = state.section!.settings.get(state.key!)!;
  const value = `${setting.value}\n${line.text.slice(content.start, content.end)}`;
  own(state.section!).set(setting.key, { ...setting, value, end: line.base + content.end });
}

function messageOf(error: PairError, what: "property" | "sub-property"): string {
  return error === "NoEquals"
    ? `Expected an '=' sign defining a ${what}`
    : `${what === "property" ? "Property" : "Sub-property"} did not have a name`;
}

function fail(state: State, line: Line, message: string): void {
  const { path } = state.document;
  const content = trimmed(line.text, { start: 0, end: line.text.length }, isBlank);
  state.error = {
    path,
    span: span(state, line, content),
    message: `error parsing <path> on line ${line.number}:\n  ${message}`,
  };
}

function span({ document }: State, { base }: Line, { start, end }: Extent): Span {
  return { path: document.path, start: base + start, end: base + end };
}

function own(section: Open): Map<string, Setting> {
  if (!section.own) section.settings = section.own = new Map(section.settings);
  return section.own;
}
