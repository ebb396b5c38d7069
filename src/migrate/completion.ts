import { lineEnd } from "../model/lines.ts";
import { insertBefore, replace, type TextEdit } from "../text/edit.ts";
import type { Session } from "./session.ts";
import { written } from "./written.ts";

/** What a session that is there already still lacks: empty settings filled in, others behind its last one. */
export function completion(
  { existing, startUrl, region, scopes }: Session,
): readonly TextEdit[] {
  if (!existing) return [];
  const { document, properties } = existing;
  const { path } = document;
  const model = properties.at(-1);
  const edits: TextEdit[] = [];
  const lines: string[] = [];
  for (
    const [key, value] of [
      ["sso_start_url", startUrl],
      ["sso_region", region],
      ["sso_registration_scopes", scopes],
    ] as const
  ) {
    const there = properties.find(({ name }) => name === key);
    if (value === "" || there && there.value !== "") continue;
    if (there) {
      const { delimiter, valueEnd } = there.pair;
      const span = { path, start: delimiter + 1, end: valueEnd };
      edits.push(replace(span, ` ${value}`));
    } else {
      lines.push(model ? written(model, [key, value]) : `${key} = ${value}`);
    }
  }
  if (lines.length > 0) {
    const last = model ? model.endLine - 1 : existing.firstLine;
    const { stop } = document.lines[last];
    const eol = lineEnd(document, existing.firstLine);
    edits.push(insertBefore(
      { path, start: stop, end: stop },
      lines.map((line) => eol + line).join(""),
    ));
  }
  return edits;
}
