import type { Document } from "../model/document.ts";
import type { Span } from "../text/span.ts";
import { byteText } from "./byte_text.ts";
import { type Chunk, chunks, type PlainSection } from "./chunks.ts";
import {
  type CrtHeader,
  crtHeader,
  type CrtMistake,
  crtProperty,
  crtSubProperty,
  isCrtSpace,
} from "./crt_line.ts";
import type { FileView, Problem, Setting, Settings } from "./view.ts";
import { type Extent, trimmed } from "./white_space.ts";

/** One file as `aws_profile_collection_new_from_file` reads it. */
export interface CrtFile {
  readonly view: FileView;
  /** The lines that it passes over. */
  readonly problems: readonly Problem[];
}

interface State {
  readonly document: Document;
  readonly sections: Readonly<Record<CrtHeader["type"], Map<string, Open>>>;
  readonly problems: Problem[];
  error?: Problem;
  seen: boolean;
  section?: Open;
  /** `current_property`. */
  key?: string;
  /** Its value as the client holds it: a block under an empty value is text there, too. */
  value: string;
  /** `is_empty_valued`: indented lines are settings of its block. */
  block?: Map<string, Setting>;
}

interface Open {
  settings: Settings;
  /** The same map, when it may be changed: plain sections share theirs. */
  own?: Map<string, Setting>;
  readonly prefixed: boolean;
}

interface Line {
  readonly text: string;
  /** Where an offset into it stands in the document's text. */
  readonly at: (offset: number) => number;
}

/**
 * Reads a file as aws-c-sdkutils does (source/aws_profile.c): most mistakes cost the line, and some
 * the whole file.
 */
export function crtFile(document: Document): CrtFile {
  const state: State = {
    document,
    sections: {
      profile: new Map(),
      "sso-session": new Map(),
      services: new Map(),
    },
    problems: [],
    seen: false,
    value: "",
  };
  for (const chunk of chunks(document)) {
    if (chunk.empty) continue;
    if (chunk.plain) plainChunk(state, chunk.plain);
    else rawChunk(state, chunk);
    if (state.error) break;
  }
  const { profile, "sso-session": session, services } = state.sections;
  const error = state.error;
  const view = error
    ? { profiles: new Map(), sessions: new Map(), services: new Map(), error }
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
  for (const [name, { settings }] of sections) all.set(name, settings);
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
  if (!section) return superseded(state, settings);
  if (section.settings.size === 0) section.settings = settings;
  else {for (const setting of settings.values()) {
      own(section).set(setting.key, setting);
    }}
}

/** `[default]` behind `[profile default]`: its lines belong to nothing, and a line of a block is fatal then. */
function superseded(state: State, settings: Settings): void {
  for (const { path, start, end, nested } of settings.values()) {
    const [inner] = nested?.values() ?? [];
    if (inner) {
      state.error = {
        path,
        span: { path, start: inner.start, end: inner.end },
        message: outsideProperty,
      };
      return;
    }
    state.problems.push({
      path,
      span: { path, start, end },
      message: outsideProfile,
    });
  }
}

const outsideProperty =
  "Property continuation seen outside of a current property";
const outsideProfile = "Property definition seen outside a profile";

/** Lines end at LF; a CR at the end goes, any other is white space. */
function rawChunk(state: State, { firstLine, lastLine }: Chunk): void {
  const { document } = state;
  const { text, at } = byteText(document);
  const whole = document.encoding !== "utf-8";
  const stop = whole ? text.length : document.lines[lastLine - 1].end;
  let start = whole ? 0 : document.lines[firstLine].start;
  while (start < stop && !state.error) {
    const next = text.indexOf("\n", start);
    const end = next === -1 || next > stop ? stop : next;
    const base = start;
    read(state, {
      text: text.slice(start, end),
      at: (offset) => at(base + offset),
    });
    start = end + 1;
  }
}

function read(state: State, line: Line): void {
  const { text } = line;
  const content = trimmed(text, { start: 0, end: text.length }, isCrtSpace);
  // Of a line of CRs alone nothing is left before it is asked whether it is a comment.
  if (content.start === content.end || text[0] === "#" || text[0] === ";") {
    return;
  }
  if (text[0] === "[") header(state, line);
  else if (content.start > 0) continuation(state, line, content);
  else property(state, line);
}

function header(state: State, line: Line): void {
  state.seen = true;
  state.section = undefined;
  state.key = undefined;
  const found = crtHeader(line.text, state.document.kind);
  if ("message" in found) mistake(state, line, found);
  else open(state, found);
}

/** `s_profile_collection_add_profile`: in a config file `[profile default]` always supersedes `[default]`. */
function open(state: State, { type, name, prefixed }: CrtHeader): void {
  const sections = state.sections[type];
  let section = sections.get(name);
  state.seen = true;
  state.key = undefined;
  if (
    section && type === "profile" && name === "default" &&
    state.document.kind === "config"
  ) {
    if (section.prefixed && !prefixed) {
      state.section = undefined;
      return;
    }
    if (!section.prefixed && prefixed) section = undefined;
  }
  if (!section) sections.set(name, section = { settings: new Map(), prefixed });
  state.section = section;
}

function property(state: State, line: Line): void {
  state.key = undefined;
  const found = crtProperty(line.text);
  if ("message" in found) return mistake(state, line, found);
  const { section } = state;
  if (!section) {
    const message = state.seen
      ? outsideProfile
      : "Property definition seen before any profiles";
    return mistake(state, line, { fatal: !state.seen, message });
  }
  const key = line.text.slice(found.key.start, found.key.end);
  const value = line.text.slice(found.value.start, found.value.end);
  const end = value === "" ? line.text.indexOf("=") + 1 : found.value.end;
  own(section).set(key, {
    key,
    value,
    ...span(state, line, { start: found.key.start, end }),
  });
  state.key = key;
  state.value = value;
  state.block = value === "" ? new Map() : undefined;
}

/** Whatever is indented joins the value; under an empty one it must be a setting, too. */
function continuation(state: State, line: Line, content: Extent): void {
  const { section, key, block } = state;
  if (!section || key === undefined) {
    return mistake(state, line, { fatal: true, message: outsideProperty });
  }
  const setting = section.settings.get(key)!;
  const text = line.text.slice(content.start, content.end);
  state.value += `\n${text}`;
  const { end } = span(state, line, content);
  if (!block) {
    own(section).set(key, { ...setting, value: state.value, end });
    return;
  }
  const found = crtSubProperty(line.text);
  if ("message" in found) mistake(state, line, found);
  else {
    const sub = line.text.slice(found.key.start, found.key.end);
    const at = span(state, line, { start: found.key.start, end: content.end });
    block.set(sub, {
      key: sub,
      value: line.text.slice(found.value.start, found.value.end),
      ...at,
    });
  }
  own(section).set(key, {
    ...setting,
    end,
    ...(block.size > 0 ? { value: "", nested: block } : { value: state.value }),
  });
}

function mistake(
  state: State,
  line: Line,
  { fatal, message }: CrtMistake,
): void {
  const content = trimmed(
    line.text,
    { start: 0, end: line.text.length },
    isCrtSpace,
  );
  const problem = {
    path: state.document.path,
    span: span(state, line, content),
    message,
  };
  if (fatal) state.error = problem;
  else state.problems.push(problem);
}

function span({ document }: State, { at }: Line, { start, end }: Extent): Span {
  return { path: document.path, start: at(start), end: at(end) };
}

function own(section: Open): Map<string, Setting> {
  if (!section.own) section.settings = section.own = new Map(section.settings);
  return section.own;
}
