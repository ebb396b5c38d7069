import type { Document } from "../model/document.ts";
import { chunks } from "./chunks.ts";
import { atMargin, jsLine, jsSectionKey } from "./js_line.ts";
import {
  type FlatSection,
  flatSection,
  nestedSettings,
  type Opener,
} from "./js_section.ts";
import { type LossyText, lossyText } from "./lossy_text.ts";
import type { Problem, Settings } from "./view.ts";
import type { Extent } from "./white_space.ts";

/** A file as `parseIni` returns it: settings by section key, `profile.dev` or the raw header. */
export interface JsFile {
  readonly sections: ReadonlyMap<string, Settings>;
  /** `parseIni` throws, and the file counts as empty. */
  readonly error?: Problem;
}

interface State extends LossyText {
  readonly path: string;
  /** Sections that only plain lines were read for, by key: shared with the other clients. */
  readonly plain: Map<string, Settings>;
  readonly flat: Map<string, FlatSection>;
  /** `currentSection`. */
  section?: string;
  /** `currentSubSection`. */
  opener?: Opener;
}

/** Reads a file as `@smithy/core`, shared-ini-file-loader/parseIni.ts does. */
export function jsFile(document: Document): JsFile {
  const { path, lines } = document;
  const lossy = lossyText(document);
  const state: State = { ...lossy, path, plain: new Map(), flat: new Map() };
  // In the order in which `map` gets its keys.
  const order = new Map<string, undefined>();
  let before: Settings | undefined;
  for (const { firstLine, lastLine, plain, empty } of chunks(document)) {
    if (empty) continue;
    if (plain) {
      // `jsSectionKey` of a header that has at most one blank, behind the keyword.
      const key = plain.raw.replace(" ", ".");
      plainChunk(state, key, plain.settings);
      order.set(key, undefined);
      before = plain.settings;
      continue;
    }
    // The header may be none to JS; its lines then go on with a block that is still open.
    if (before) state.opener = openBlock(before);
    before = undefined;
    const whole = firstLine === 0 && lastLine === lines.length;
    const bounds = whole
      ? { start: 0, end: state.text.length }
      : { start: lines[firstLine].start, end: lines[lastLine - 1].end };
    for (const line of linesOf(state.text, bounds)) {
      const refused = readLine(state, line, order);
      if (refused === undefined) continue;
      const span = {
        path,
        start: state.at(line.start),
        end: state.at(line.end),
      };
      const message = `Error: Found invalid profile name "${refused}"`;
      return { sections: new Map(), error: { path, span, message } };
    }
  }
  const sections = new Map<string, Settings>();
  for (const key of order.keys()) {
    const flat = state.flat.get(key);
    sections.set(key, flat ? nestedSettings(flat) : state.plain.get(key)!);
  }
  return { sections };
}

/** `split(/\r?\n/)`: a lone CR ends no line. */
function* linesOf(text: string, { start, end }: Extent): Iterable<Extent> {
  while (start <= end) {
    const feed = text.indexOf("\n", start);
    const stop = feed === -1 || feed >= end ? end : feed;
    const cut = stop < end && stop > start && text[stop - 1] === "\r";
    yield { start, end: cut ? stop - 1 : stop };
    start = stop + 1;
  }
}

function plainChunk(state: State, key: string, settings: Settings): void {
  if (state.flat.has(key) || state.plain.has(key)) {
    const flat = flatOf(state, key);
    for (const [name, setting] of flatSection(settings)) {
      flat.set(name, setting);
    }
  } else state.plain.set(key, settings);
  state.section = key;
}

/** The block with which a plain section ends, if it does. */
function openBlock(settings: Settings): Opener | undefined {
  let last;
  for (const setting of settings.values()) last = setting;
  return last?.nested && last;
}

/** A section's flat settings, to be changed: those of a plain section are copied first. */
function flatOf(state: State, key: string): FlatSection {
  let flat = state.flat.get(key);
  if (!flat) {
    const plain = state.plain.get(key);
    flat = plain ? flatSection(plain) : new Map();
    state.flat.set(key, flat);
  }
  return flat;
}

/** One turn of `parseIni`'s loop; the name that it throws for, if it does. */
function readLine(
  state: State,
  extent: Extent,
  order: Map<string, undefined>,
): string | undefined {
  const { text, path, at } = state;
  const line = jsLine(text, extent);
  if (line.kind === "header") {
    state.section = jsSectionKey(line.name);
    state.opener = undefined;
    return line.name === "__proto__" || line.name === "profile __proto__"
      ? line.name
      : undefined;
  }
  if (line.kind === "none" || state.section === undefined) return undefined;
  const name = text.slice(line.key.start, line.key.end);
  const value = text.slice(line.value.start, line.value.end);
  const start = at(line.key.start);
  if (value === "") {
    state.opener = { key: name, path, start };
    return undefined;
  }
  if (state.opener && atMargin(text, extent)) state.opener = undefined;
  order.set(state.section, undefined);
  const flat = flatOf(state, state.section);
  const { opener } = state;
  const key = opener ? `${opener.key}.${name}` : name;
  // Assigning a string to an object's `__proto__` does nothing.
  if (key === "__proto__") return undefined;
  flat.set(key, {
    setting: { key: name, value, path, start, end: at(line.value.end) },
    ...(opener ? { opener } : {}),
  });
  return undefined;
}
