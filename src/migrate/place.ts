import type { Document, Section } from "../model/document.ts";
import { lineEnd } from "../model/lines.ts";
import { insertBefore, type TextEdit } from "../text/edit.ts";
import { aboveComments } from "./above_comments.ts";
import type { Block } from "./marked_blocks.ts";
import type { Session } from "./session.ts";
import { sessionText } from "./session_text.ts";

/**
 * Puts a new session where a person would: before the first profile of config that uses it, above
 * the comments that belong to that profile, and never inside a stretch that another tool marks as
 * its own. Nothing where no profile of config does.
 */
export function placedSession(
  config: Document,
  session: Session,
  blocks: readonly Block[],
): TextEdit | undefined {
  let first: Section | undefined;
  for (const { section } of session.members) {
    if (section.document !== config) continue;
    if (!first || section.firstLine < first.firstLine) first = section;
  }
  if (!first) return undefined;
  const { firstLine } = first;
  const { lines, path, text } = config;
  const block = blocks.find(({ from, to }) =>
    from <= firstLine && firstLine < to
  );
  const top = block ? block.from : firstLine;
  // The comments above end where a stretch ends that is another tool's.
  const other = blocks.reduce((far, { to }) => to <= top ? to : far, 0);
  const at = aboveComments(lines, top, { stop: other });
  const eol = lineEnd(config, at);
  // In a file whose sections follow each other without a blank line, this one does too.
  const airy = at === 0 ? !isDense(config) : lines[at - 1].kind === "blank";
  const mark = at === 0 && text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const start = at === 0 ? mark : lines[at].start;
  return insertBefore(
    { path, start, end: start },
    sessionText(session, first, eol) + (airy ? eol : ""),
  );
}

/** Whether no header of several has a blank line above it, or above its comments. */
function isDense({ sections, lines }: Document): boolean {
  const [, ...others] = sections;
  return others.length > 0 && others.every(({ firstLine }) => {
    let at = firstLine - 1;
    while (at > 0 && lines[at].kind === "comment") at--;
    return lines[at].kind !== "blank";
  });
}

/** Puts sections at the end of a file, with a blank line in front of each. */
export function appended(
  { path, text, lines }: Document,
  sections: readonly string[],
  { eol, first }: {
    readonly eol: string;
    /** Nothing else is put there before. */
    readonly first: boolean;
  },
): TextEdit {
  const last = lines.at(-1);
  const gap = !first
    ? eol
    : !last || last.kind === "blank"
    ? ""
    : last.stop === last.end
    ? eol + eol
    : eol;
  const end = text.length;
  return insertBefore({ path, start: end, end }, gap + sections.join(eol));
}
