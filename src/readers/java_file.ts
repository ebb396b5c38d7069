import type { Document } from "../model/document.ts";
import type { Span } from "../text/span.ts";
import { type Chunk, chunks, type PlainSection } from "./chunks.ts";
import {
  isIdentifier,
  type JavaError,
  javaHeader,
  javaPair,
  type JavaSection,
  javaTrim,
  propertyEnd,
} from "./java_line.ts";
import {
  asProperties,
  asSettings,
  type JavaProperties,
} from "./java_settings.ts";
import { javaText } from "./java_text.ts";
import type { FileView, Problem, Setting, Settings } from "./view.ts";
import type { Extent } from "./white_space.ts";

/** One file as `ProfileFileReader.parseFile` reads it. */
export interface JavaFile {
  readonly view: FileView;
  /** The sections and properties that it passes over. */
  readonly problems: readonly Problem[];
}

interface State {
  readonly document: Document;
  readonly sections: Readonly<Record<JavaSection["type"], Map<string, Open>>>;
  readonly problems: Problem[];
  error?: Problem;
  /** `[profile default]` has been seen. */
  prefixedDefault: boolean;
  /** `currentProfileBeingRead`; `ignored` while `ignoringCurrentProfile`. */
  section?: Open | "ignored";
  /** `currentPropertyBeingRead`; `ignored` while `ignoringCurrentProperty`. */
  key?: string;
  ignoring: boolean;
  /** `validatingContinuationsAsSubProperties`. */
  block: boolean;
  /** The value with the lines that have joined it, which the client adds when the next line is no continuation. */
  joined?: Setting;
}

interface Open {
  /** Shared with other clients for as long as nothing else is known of the section. */
  shared?: Settings;
  properties: Map<string, Setting>;
}

interface Line {
  readonly text: string;
  readonly at: (offset: number) => number;
  /** From 1. */
  readonly number: number;
}

/**
 * Reads a file as the Java client does (profiles: internal/ProfileFileReader): the first character of
 * a line says what it is. A line that is none of it is an error, but in a section that is passed over.
 */
export function javaFile(document: Document): JavaFile {
  const state: State = {
    document,
    sections: {
      profile: new Map(),
      "sso-session": new Map(),
      services: new Map(),
    },
    problems: [],
    prefixedDefault: false,
    ignoring: false,
    block: false,
  };
  for (const chunk of chunks(document)) {
    if (chunk.empty) continue;
    if (chunk.plain) plainChunk(state, chunk.plain);
    else rawChunk(state, chunk);
    flush(state);
    if (state.error) break;
  }
  const { profile, "sso-session": session, services } = state.sections;
  const view = state.error
    ? {
      profiles: new Map(),
      sessions: new Map(),
      services: new Map(),
      error: state.error,
    }
    : {
      profiles: settled(profile),
      sessions: settled(session),
      services: settled(services),
    };
  return { view, problems: state.problems };
}

function settled(
  sections: ReadonlyMap<string, Open>,
): ReadonlyMap<string, Settings> {
  const all = new Map<string, Settings>();
  for (const [name, { shared, properties }] of sections) {
    all.set(name, shared ?? asSettings(properties));
  }
  return all;
}

function plainChunk(
  state: State,
  { type, name, raw, settings }: PlainSection,
): void {
  open(state, {
    type: type === "default" ? "profile" : type,
    name,
    prefixed: raw.startsWith("profile "),
  });
  const { section } = state;
  if (!section || section === "ignored") return;
  if (!section.shared && section.properties.size === 0) {
    section.shared = settings;
  } else own(section, asProperties(settings));
}

/** `BufferedReader.lines`: they end at LF, CRLF or CR. */
function rawChunk(state: State, { firstLine, lastLine }: Chunk): void {
  const { document } = state;
  const { text, at } = javaText(document);
  const whole = document.encoding !== "utf-8";
  const stop = whole ? text.length : document.lines[lastLine - 1].end;
  let start = whole ? 0 : document.lines[firstLine].start;
  const ends = /\r\n?|\n/g;
  for (let number = firstLine + 1; start < stop && !state.error; number++) {
    ends.lastIndex = start;
    const found = ends.exec(text);
    const end = found && found.index < stop ? found.index : stop;
    const base = start;
    read(state, {
      text: text.slice(start, end),
      at: (offset) => at(base + offset),
      number,
    });
    start = found && found.index < stop ? ends.lastIndex : stop;
  }
}

function read(state: State, line: Line): void {
  const { text } = line;
  if (/^[\t ]*$/.test(text) || text[0] === "#" || text[0] === ";") return;
  const continues = text[0] === " " || text[0] === "\t";
  if (!continues) flush(state);
  if (text[0] === "[") header(state, line);
  else if (state.section === "ignored") return;
  else if (continues) continuation(state, line);
  else property(state, line);
}

function header(state: State, line: Line): void {
  const found = javaHeader(line.text, state.document.kind);
  if (typeof found === "string") return fail(state, line, found);
  if ("ignored" in found) ignore(state, line, found.ignored);
  else open(state, found, line);
}

function ignore(state: State, line: Line | undefined, message: string): void {
  state.section = "ignored";
  if (line) {
    const at = span(
      state,
      line,
      javaTrim(line.text, { start: 0, end: line.text.length }),
    );
    state.problems.push({ path: at.path, span: at, message });
  }
}

/** `parseProfileDefinition`: of the two `default` sections of a config file the prefixed one counts. */
function open(
  state: State,
  { type, name, prefixed }: JavaSection,
  line?: Line,
): void {
  const sections = state.sections[type];
  const isDefault = type === "profile" && name === "default";
  if (isDefault && state.document.kind === "config" && sections.has(name)) {
    if (!prefixed && state.prefixedDefault) {
      return ignore(
        state,
        line,
        "Ignoring profile '[default]', because '[profile default]' was already seen in the same file.",
      );
    }
    if (prefixed && !state.prefixedDefault) sections.delete(name);
  }
  if (isDefault && prefixed) state.prefixedDefault = true;
  let section = sections.get(name);
  if (!section) sections.set(name, section = { properties: new Map() });
  state.section = section;
  state.key = undefined;
  state.ignoring = false;
}

function property(state: State, line: Line): void {
  if (!state.section || state.section === "ignored") {
    return fail(state, line, "Expected a profile definition");
  }
  const found = javaPair(line.text, { start: 0, end: propertyEnd(line.text) });
  if (typeof found === "string") return fail(state, line, found);
  const key = line.text.slice(found.key.start, found.key.end);
  const value = line.text.slice(found.value.start, found.value.end);
  const end = value === "" ? line.text.indexOf("=") + 1 : found.value.end;
  const at = span(state, line, { start: found.key.start, end });
  if (!isIdentifier(key)) {
    state.ignoring = true;
    const message =
      `Ignoring property '${key}' because its name was not alphanumeric with only these special characters: - / . % @ _ : +`;
    state.problems.push({ path: at.path, span: at, message });
    return;
  }
  own(state.section).set(key, { key, value, ...at });
  state.key = key;
  state.ignoring = false;
  state.block = value === "";
}

/** Whatever is indented joins the value, a comment or a header too; under an empty value it is a property as well. */
function continuation(state: State, line: Line): void {
  if (state.ignoring) return;
  const { section, key } = state;
  if (!section || section === "ignored" || key === undefined) {
    return fail(state, line, "Expected a profile or property definition");
  }
  const content = javaTrim(line.text, { start: 0, end: line.text.length });
  const properties = own(section);
  const at = span(state, line, content);
  if (state.block) {
    const found = javaPair(line.text, content);
    if (typeof found === "string") return fail(state, line, found);
    const sub = line.text.slice(found.key.start, found.key.end);
    const value = line.text.slice(found.value.start, found.value.end);
    if (isIdentifier(sub)) {
      properties.set(`${key}.${sub}`, { key: `${key}.${sub}`, value, ...at });
    }
  }
  const before = state.joined ?? properties.get(key)!;
  const value = `${before.value}\n${
    line.text.slice(content.start, content.end)
  }`;
  state.joined = { ...before, value, end: at.end };
}

function flush(state: State): void {
  const { joined, section } = state;
  if (!joined || !section || section === "ignored") return;
  own(section).set(joined.key, joined);
  state.joined = undefined;
}

function fail(state: State, line: Line, error: JavaError): void {
  const content = javaTrim(line.text, { start: 0, end: line.text.length });
  const message = error.startsWith("begin")
    ? `StringIndexOutOfBoundsException: ${error}`
    : `IllegalArgumentException: ${error} on line ${line.number}`;
  state.error = {
    path: state.document.path,
    span: span(state, line, content),
    message,
  };
}

function span({ document }: State, { at }: Line, { start, end }: Extent): Span {
  return { path: document.path, start: at(start), end: at(end) };
}

function own(section: Open, more?: JavaProperties): Map<string, Setting> {
  if (section.shared) {
    section.properties = new Map(asProperties(section.shared));
    section.shared = undefined;
  }
  for (const [key, setting] of more ?? []) section.properties.set(key, setting);
  return section.properties;
}
