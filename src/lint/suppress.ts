import type { Document, Section } from "../model/document.ts";
import type { Span } from "../text/span.ts";

/** A comment that silences rules: `# awscfg-ignore RULE[, RULE…] [-- reason]`. */
export interface Suppression {
  /** The whole line, with its line end. */
  readonly span: Span;
  readonly ids: readonly {
    readonly id: string;
    readonly span: Span;
    used: boolean;
  }[];
  readonly reason?: string;
  /** `[start, end)` of the text that it covers. */
  readonly start: number;
  readonly end: number;
  readonly scope: "line" | "section" | "file";
}

const marker = /^[#;][ \t]*awscfg-ignore(-file)?(?=[ \t:]|$)[ \t:]*/;

/** The suppressions of a file, in order. Only a comment at column 0 is one. */
export function suppressionsOf(document: Document): readonly Suppression[] {
  const { text, lines, path } = document;
  if (!text.includes("awscfg-ignore")) return [];
  const found: Suppression[] = [];
  const headers = headersOf(document);
  for (const [at, line] of lines.entries()) {
    // A byte-order mark takes no column.
    const from = at === 0 && text.startsWith("\ufeff") ? 1 : line.start;
    if (line.kind !== "comment" || line.indent !== from) continue;
    const comment = text.slice(from, line.stop);
    const match = marker.exec(comment);
    if (!match) continue;
    const [list, ...reason] = comment.slice(match[0].length).split(
      /[ \t]--(?:[ \t]|$)/,
    );
    const ids = [...list.matchAll(/[^\s,]+/g)].map(({ 0: id, index }) => {
      const start = from + match[0].length + index;
      return { id, span: { path, start, end: start + id.length }, used: false };
    });
    const covers = match[1]
      ? { start: 0, end: text.length, scope: "file" as const }
      : covered(document, at, headers);
    found.push({
      span: { path, start: from, end: line.end },
      ids,
      ...(reason.length > 0 ? { reason: reason.join(" -- ").trim() } : {}),
      ...covers,
    });
  }
  return found;
}

/** The sections of a file by their first lines. */
export function headersOf(
  { sections }: Document,
): ReadonlyMap<number, Section> {
  return new Map(sections.map((section) => [section.firstLine, section]));
}

/** Whether a finding is silenced; marks what silenced it as used. */
export function isSuppressed(
  suppressions: readonly Suppression[],
  rule: string,
  span: Span,
): boolean {
  let silenced = false;
  for (const suppression of suppressions) {
    if (
      suppression.span.path !== span.path || span.start < suppression.start ||
      span.start >= suppression.end
    ) continue;
    for (const entry of suppression.ids) {
      if (entry.id !== rule) continue;
      entry.used = true;
      silenced = true;
    }
  }
  return silenced;
}

/**
 * What a comment on the line `from` covers: the next line that is no comment, with all that belongs
 * to it; of a header, its section.
 */
export function covered(
  document: Document,
  from: number,
  headers: ReadonlyMap<number, Section> = headersOf(document),
): { start: number; end: number; scope: "line" | "section" } {
  const { lines, text } = document;
  let at = from + 1;
  while (
    at < lines.length &&
    (lines[at].kind === "comment" || lines[at].kind === "blank")
  ) at++;
  if (at >= lines.length) {
    return { start: text.length, end: text.length, scope: "line" };
  }
  const section = headers.get(at);
  if (section?.header) {
    return {
      start: lines[at].start,
      end: lines[section.lastLine - 1].end,
      scope: "section",
    };
  }
  let last = at;
  while (
    last + 1 < lines.length && lines[last + 1].kind !== "blank" &&
    lines[last + 1].indent > lines[last + 1].start
  ) last++;
  return {
    start: lines[at].start,
    end: lines[last].end + (last === lines.length - 1 ? 1 : 0),
    scope: "line",
  };
}
