import type { Document } from "../model/document.ts";
import type { Header } from "../syntax/scan.ts";
import { type Chunk, chunks, type PlainSection } from "./chunks.ts";
import { type GoSection, type GoState, goStep, putSetting } from "./go_step.ts";
import { goText } from "./go_text.ts";
import type { Problem } from "./view.ts";

/** One file as `ini.OpenFile` reads it. */
export interface GoFile {
  readonly sections: ReadonlyMap<string, GoSection>;
  readonly problems: readonly Problem[];
  /** The program ends here. */
  readonly panic?: Problem;
}

/**
 * Reads a file as config/internal/ini does. Any line that is neither header, property nor
 * indented is passed over, so the lines under a header that is none fall to the section before.
 */
export function goFile(document: Document): GoFile {
  const state: GoState = {
    document,
    sections: new Map(),
    problems: [],
    key: "",
  };
  for (const chunk of chunks(document)) {
    if (chunk.empty) continue;
    if (chunk.plain) plainChunk(state, chunk, chunk.plain);
    else rawChunk(state, chunk);
    if (state.panic) break;
  }
  return state;
}

function plainChunk(
  state: GoState,
  chunk: Chunk,
  { raw, name, settings }: PlainSection,
): void {
  const { path, lines } = state.document;
  const line = lines[chunk.firstLine] as Header;
  const known = state.sections.get(raw);
  if (known) {
    state.section = known;
    for (const setting of settings.values()) putSetting(state, setting);
  } else {
    const header = { path, start: line.indent, end: line.close + 1 };
    state.sections.set(raw, state.section = { raw, name, settings, header });
  }
  state.key = settings;
  state.block = undefined;
}

function rawChunk(state: GoState, { firstLine, lastLine }: Chunk): void {
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
    goStep(state, text.slice(start, end), (offset) => at(base + offset));
    start = end + 1;
  }
}
