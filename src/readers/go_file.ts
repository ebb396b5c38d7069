import type { Document } from "../model/document.ts";
import type { Header } from "../syntax/scan.ts";
import type { Span } from "../text/span.ts";
import { type Chunk, chunks, type PlainSection } from "./chunks.ts";
import { type GoPair, goToken, propertyEnd } from "./go_line.ts";
import { goText } from "./go_text.ts";
import type { Problem, Setting, Settings } from "./view.ts";
import { isWhiteSpace, trimmed } from "./white_space.ts";

/** A section under the words of its header, as `ini.Sections` keeps it. */
export interface GoSection {
  readonly settings: Settings;
  /** The first header that opens it. */
  readonly header: Span;
  /** Where all clients agree on its name. */
  readonly name?: string;
}

/** One file as `ini.OpenFile` reads it. */
export interface GoFile {
  readonly sections: ReadonlyMap<string, GoSection>;
  readonly problems: readonly Problem[];
  /** The program ends here. */
  readonly panic?: Problem;
}

interface State {
  readonly document: Document;
  readonly sections: Map<string, Open>;
  readonly problems: Problem[];
  panic?: Problem;
  /** `csection`; none before the first header, and behind `[]`. */
  section?: Open;
  /** `ckey`: the property that indented lines belong to; for a plain section, the last of its settings. */
  key: string | Settings;
  /** The block under `key`, once a line of it was read. */
  block?: Map<string, Setting>;
}

interface Open extends GoSection {
  settings: Settings;
  /** The same map, when it may be changed: plain sections share theirs. */
  own?: Map<string, Setting>;
  /** The words of its header. */
  readonly raw: string;
}

/**
 * Reads a file as config/internal/ini does. Any line that is neither header, property nor
 * indented is passed over, so the lines under a header that is none fall to the section before.
 */
export function goFile(document: Document): GoFile {
  const state: State = { document, sections: new Map(), problems: [], key: "" };
  for (const chunk of chunks(document)) {
    if (chunk.empty) continue;
    if (chunk.plain) plainChunk(state, chunk, chunk.plain);
    else rawChunk(state, chunk);
    if (state.panic) break;
  }
  return state;
}

function plainChunk(state: State, chunk: Chunk, { raw, name, settings }: PlainSection): void {
  const { path, lines } = state.document;
  const line = lines[chunk.firstLine] as Header;
  const known = state.sections.get(raw);
  if (known) {
    state.section = known;
    for (const setting of settings.values()) put(state, setting);
  } else {
    const header = { path, start: line.indent, end: line.close + 1 };
    state.sections.set(raw, state.section = { raw, name, settings, header });
  }
  state.key = settings;
  state.block = undefined;
}

/** `ckey` by name. */
function openKey({ key }: State): string {
  if (typeof key === "string") return key;
  let last = "";
  for (const name of key.keys()) last = name;
  return last;
}

function rawChunk(state: State, { firstLine, lastLine }: Chunk): void {
  const { document } = state;
  const { text, at } = goText(document);
  const whole = document.encoding !== "utf-8";
  const stop = whole ? text.length : document.lines[lastLine - 1].end;
  let start = whole ? 0 : document.lines[firstLine].start;
  // Go splits at LF alone.
  while (start <= stop && !state.panic) {
    const next = text.indexOf("\n", start);
    const end = next === -1 || next > stop ? stop : next;
    const base = start;
    read(state, text.slice(start, end), (offset) => at(base + offset));
    start = end + 1;
  }
}

function read(state: State, line: string, at: (offset: number) => number): void {
  const token = goToken(line);
  if (!token) return;
  const span = { path: state.document.path, start: at(token.extent.start), end: at(token.extent.end) };
  switch (token.kind) {
    case "header":
      return open(state, token.name, span);
    case "property":
      if (!state.section) return;
      put(state, { key: token.key, value: token.value, ...span });
      state.key = token.key;
      state.block = undefined;
      return;
    case "sub":
      return sub(state, token, { span, at });
    case "continuation":
      return continuation(state, token.value, span);
    case "panic":
      state.panic = { path: span.path, span, message: "panic: runtime error: slice bounds out of range [1:0]" };
  }
}

function open(state: State, raw: string, header: Span): void {
  let section = state.sections.get(raw);
  if (!section) state.sections.set(raw, section = { raw, settings: new Map(), header });
  state.section = raw === "" ? undefined : section;
  state.key = "";
  state.block = undefined;
}

/** `handleSubProperty`: without an open block it is "promoted" to a property, and only then loses its comment. */
function sub(state: State, pair: GoPair, { span, at }: { span: Span; at: (offset: number) => number }): void {
  const { section } = state;
  const key = openKey(state);
  if (!section) return;
  const opener = key === "" ? undefined : section.settings.get(key);
  if (!opener || opener.value !== "") {
    const value = trimmed(pair.value, { start: 0, end: propertyEnd(pair.value, 0) }, isWhiteSpace);
    const whole = value.end === pair.value.length;
    const end = whole || value.start === value.end ? span.end : at(pair.valueStart + value.end);
    put(state, { ...span, end, key: pair.key, value: pair.value.slice(value.start, value.end) });
    state.key = pair.key;
    state.block = undefined;
    return;
  }
  state.block ??= new Map(opener.nested);
  state.block.set(pair.key, { key: pair.key, value: pair.value, ...span });
  own(section).set(key, { ...opener, nested: state.block, end: opener.path === span.path ? span.end : opener.end });
}

/** `handleContinuation`: the line joins a value that is not empty, with the blanks at its end. */
function continuation(state: State, text: string, span: Span): void {
  const { section } = state;
  const key = openKey(state);
  if (!section || key === "") return;
  const setting = section.settings.get(key);
  if (!setting || setting.value === "") return;
  own(section).set(key, { ...setting, value: `${setting.value}\n${text}`, end: span.end });
}

/** `handleProperty`: the later one counts, and the client notes it in its log. */
function put(state: State, setting: Setting): void {
  const section = state.section!;
  const { key, path } = setting;
  const before = section.settings.get(key);
  if (before) {
    const message = `For profile: ${section.raw}, overriding ${key} value, with a ${key} value found in a ` +
      `duplicate profile defined later in the same file <path>. \n`;
    state.problems.push({ path, span: { path, start: before.start, end: before.end }, message });
  }
  own(section).set(key, setting);
}

function own(section: Open): Map<string, Setting> {
  if (!section.own) section.settings = section.own = new Map(section.settings);
  return section.own;
}
