import type { Document } from "../model/document.ts";
import type { Header } from "../syntax/scan.ts";
import { type Chunk, chunks, type PlainSection } from "./chunks.ts";
import { ownSettings } from "./own_settings.ts";
import { type RustSection, type RustState, rustStep } from "./rust_step.ts";
import type { Problem } from "./view.ts";

/** One file as `parse_profile_file` reads it. */
export interface RustFile {
  readonly sections: ReadonlyMap<string, RustSection>;
  /** The parser stops here, and nothing is loaded from either file. */
  readonly error?: Problem;
}

/**
 * Reads a file as aws-runtime/src/env_config/parse.rs does: the first character of a line says
 * what it is, and any line that is none of it is an error.
 */
export function rustFile(document: Document): RustFile {
  const state: RustState = { document, sections: new Map() };
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

function plainChunk(state: RustState, chunk: Chunk, plain: PlainSection): void {
  const { path, lines } = state.document;
  const line = lines[chunk.firstLine] as Header;
  const known = state.sections.get(plain.raw);
  if (known) {
    for (const setting of plain.settings.values()) {
      ownSettings(known).set(setting.key, setting);
    }
  } else {
    const header = { path, start: line.indent, end: line.close + 1 };
    state.sections.set(plain.raw, { settings: plain.settings, header, plain });
  }
  state.section = state.sections.get(plain.raw);
}

/** `str::lines`: ends at LF or CRLF; a CR elsewhere is a character like any other. */
function rawChunk(state: RustState, { firstLine, lastLine }: Chunk): void {
  const { text, lines } = state.document;
  const stop = lines[lastLine - 1].end;
  let start = lines[firstLine].start;
  for (let number = firstLine + 1; start < stop && !state.error; number++) {
    const next = text.indexOf("\n", start);
    const ended = next !== -1 && next < stop;
    const end = !ended
      ? stop
      : next > start && text[next - 1] === "\r"
      ? next - 1
      : next;
    rustStep(state, { text: text.slice(start, end), base: start, number });
    start = ended ? next + 1 : stop;
  }
}
