import type { Document } from "../model/document.ts";
import type { Span } from "../text/span.ts";
import type { PlainSection } from "./chunks.ts";
import { type OpenSettings, ownSettings } from "./own_settings.ts";
import {
  asciiLower,
  isEmptyLine,
  pair,
  type PairError,
  prepared,
  subPair,
} from "./rust_line.ts";
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

/** A file that is being read (`Parser`). */
export interface RustState {
  readonly document: Document;
  readonly sections: Map<string, Open>;
  error?: Problem;
  section?: Open;
  /** The property that indented lines go on with. */
  key?: string;
  /** The block that an empty value opens. */
  block?: Map<string, Setting>;
}

interface Open extends RustSection, OpenSettings {
  settings: Settings;
}

/** A line without its line end. */
export interface RustLine {
  readonly text: string;
  /** Where it begins in the document. */
  readonly base: number;
  /** From 1. */
  readonly number: number;
}

/** What one line does: its first character says what it is. */
export function rustStep(state: RustState, line: RustLine): void {
  const { text } = line;
  if (isEmptyLine(text) || text[0] === "#" || text[0] === ";") return;
  if (text[0] === "[") return header(state, line);
  if (!isBlank(text.charCodeAt(0))) return property(state, line);
  if (!state.section) return fail(state, line, "Expected a profile definition");
  if (state.key === undefined) {
    return fail(
      state,
      line,
      "Expected a property definition, found continuation",
    );
  }
  if (state.block) sub(state, line);
  else continuation(state, line);
}

function header(state: RustState, line: RustLine): void {
  const { start, end } = prepared(line.text, false);
  if (line.text[end - 1] !== "]" || end - start < 2) {
    return fail(state, line, "Profile definition must end with ']'");
  }
  open(
    state,
    line.text.slice(start + 1, end - 1),
    span(state, line, { start, end }),
  );
}

function open(state: RustState, raw: string, header: Span): void {
  let section = state.sections.get(raw);
  if (!section) {
    state.sections.set(raw, section = { settings: new Map(), header });
  }
  state.section = section;
  state.key = undefined;
  state.block = undefined;
}

function property(state: RustState, line: RustLine): void {
  if (!state.section) return fail(state, line, "Expected a profile definition");
  const found = pair(line.text);
  if (typeof found === "string") {
    return fail(state, line, messageOf(found, "property"));
  }
  const key = asciiLower(line.text.slice(found.key.start, found.key.end));
  const value = line.text.slice(found.value.start, found.value.end);
  const end = value === "" ? line.text.indexOf("=") + 1 : found.value.end;
  ownSettings(state.section).set(key, {
    key,
    value,
    ...span(state, line, { start: found.key.start, end }),
  });
  state.key = key;
  state.block = value === "" ? new Map() : undefined;
}

/** Sub-properties are checked like properties, and then kept as they stand. */
function sub(state: RustState, line: RustLine): void {
  const checked = pair(line.text);
  if (typeof checked === "string") {
    return fail(state, line, messageOf(checked, "sub-property"));
  }
  const content = trimmed(
    line.text,
    { start: 0, end: line.text.length },
    isBlank,
  );
  const found = subPair(line.text, content)!;
  const key = line.text.slice(found.key.start, found.key.end);
  const value = line.text.slice(found.value.start, found.value.end);
  const at = span(state, line, { start: found.key.start, end: content.end });
  state.block!.set(key, { key, value, ...at });
  const opener = state.section!.settings.get(state.key!)!;
  ownSettings(state.section!).set(opener.key, {
    ...opener,
    nested: state.block,
    end: at.end,
  });
}

/** Whatever is indented joins the value, a comment or a header too. */
function continuation(state: RustState, line: RustLine): void {
  const content = trimmed(
    line.text,
    { start: 0, end: line.text.length },
    isBlank,
  );
  const setting = state.section!.settings.get(state.key!)!;
  const value = `${setting.value}\n${
    line.text.slice(content.start, content.end)
  }`;
  ownSettings(state.section!).set(setting.key, {
    ...setting,
    value,
    end: line.base + content.end,
  });
}

function messageOf(
  error: PairError,
  what: "property" | "sub-property",
): string {
  return error === "NoEquals"
    ? `Expected an '=' sign defining a ${what}`
    : `${
      what === "property" ? "Property" : "Sub-property"
    } did not have a name`;
}

function fail(state: RustState, line: RustLine, message: string): void {
  const { path } = state.document;
  const content = trimmed(
    line.text,
    { start: 0, end: line.text.length },
    isBlank,
  );
  state.error = {
    path,
    span: span(state, line, content),
    message: `error parsing <path> on line ${line.number}:\n  ${message}`,
  };
}

function span(
  { document }: RustState,
  { base }: RustLine,
  { start, end }: Extent,
): Span {
  return { path: document.path, start: base + start, end: base + end };
}
