import type { Document } from "../model/document.ts";
import type { Span } from "../text/span.ts";
import { type GoPair, goToken, propertyEnd } from "./go_line.ts";
import { type OpenSettings, ownSettings } from "./own_settings.ts";
import type { Problem, Setting, Settings } from "./view.ts";
import { trimmed } from "./white_space.ts";

/** A section under the words of its header, as `ini.Sections` keeps it. */
export interface GoSection {
  readonly settings: Settings;
  /** The first header that opens it. */
  readonly header: Span;
  /** Where all clients agree on its name. */
  readonly name?: string;
}

/** A file that is being read (`parser`). */
export interface GoState {
  readonly document: Document;
  readonly sections: Map<string, GoOpen>;
  readonly problems: Problem[];
  panic?: Problem;
  /** `csection`; none before the first header, and behind `[]`. */
  section?: GoOpen;
  /** `ckey`: the property that indented lines belong to; for a plain section, the last of its settings. */
  key: string | Settings;
  /** The block under `key`, once a line of it was read. */
  block?: Map<string, Setting>;
}

/** A section that is being read. */
export interface GoOpen extends GoSection, OpenSettings {
  settings: Settings;
  /** The words of its header. */
  readonly raw: string;
}

/** What one line does; `at` is where its characters stand in the document. */
export function goStep(
  state: GoState,
  line: string,
  at: (offset: number) => number,
): void {
  const token = goToken(line);
  if (!token) return;
  const span = {
    path: state.document.path,
    start: at(token.extent.start),
    end: at(token.extent.end),
  };
  switch (token.kind) {
    case "header":
      return open(state, token.name, span);
    case "property":
      if (!state.section) return;
      putSetting(state, { key: token.key, value: token.value, ...span });
      state.key = token.key;
      state.block = undefined;
      return;
    case "sub":
      return sub(state, token, { span, at });
    case "continuation":
      return continuation(state, token.value, span);
    case "panic":
      state.panic = {
        path: span.path,
        span,
        message: "panic: runtime error: slice bounds out of range [1:0]",
      };
  }
}

function open(state: GoState, raw: string, header: Span): void {
  let section = state.sections.get(raw);
  if (!section) {
    state.sections.set(raw, section = { raw, settings: new Map(), header });
  }
  state.section = raw === "" ? undefined : section;
  state.key = "";
  state.block = undefined;
}

/** `handleSubProperty`: without an open block it is "promoted" to a property, and only then loses its comment. */
function sub(
  state: GoState,
  pair: GoPair,
  { span, at }: { span: Span; at: (offset: number) => number },
): void {
  const { section } = state;
  const key = openKey(state);
  if (!section) return;
  const opener = key === "" ? undefined : section.settings.get(key);
  if (!opener || opener.value !== "") {
    const value = trimmed(pair.value, {
      start: 0,
      end: propertyEnd(pair.value, 0),
    });
    const whole = value.end === pair.value.length;
    const end = whole || value.start === value.end
      ? span.end
      : at(pair.valueStart + value.end);
    putSetting(state, {
      ...span,
      end,
      key: pair.key,
      value: pair.value.slice(value.start, value.end),
    });
    state.key = pair.key;
    state.block = undefined;
    return;
  }
  state.block ??= new Map(opener.nested);
  state.block.set(pair.key, { key: pair.key, value: pair.value, ...span });
  ownSettings(section).set(key, {
    ...opener,
    nested: state.block,
    end: opener.path === span.path ? span.end : opener.end,
  });
}

/** `handleContinuation`: the line joins a value that is not empty, with the blanks at its end. */
function continuation(state: GoState, text: string, span: Span): void {
  const { section } = state;
  const key = openKey(state);
  if (!section || key === "") return;
  const setting = section.settings.get(key);
  if (!setting || setting.value === "") return;
  ownSettings(section).set(key, {
    ...setting,
    value: `${setting.value}\n${text}`,
    end: span.end,
  });
}

/** `handleProperty`: the later one counts, and the client notes it in its log. */
export function putSetting(state: GoState, setting: Setting): void {
  const section = state.section!;
  const { key, path } = setting;
  const before = section.settings.get(key);
  if (before) {
    const message =
      `For profile: ${section.raw}, overriding ${key} value, with a ${key} value found in a ` +
      `duplicate profile defined later in the same file <path>. \n`;
    state.problems.push({
      path,
      span: { path, start: before.start, end: before.end },
      message,
    });
  }
  ownSettings(section).set(key, setting);
}
/** `ckey` by name. */
function openKey({ key }: GoState): string {
  if (typeof key === "string") return key;
  let last = "";
  for (const name of key.keys()) last = name;
  return last;
}
