import type { Document, Section } from "../model/document.ts";
import { lineEnd } from "../model/lines.ts";
import { insertBefore, type TextEdit } from "../text/edit.ts";
import { sessionText } from "./edits.ts";
import type { Session } from "./session.ts";

/** Comments and headers with which other tools mark a stretch as their own: aws-sso-cli, Granted. */
const opens =
  /^[#;][ \t]*BEGIN_AWS_SSO_CLI\b|^\[granted_registry_start\b|^[#;][ \t]*(?:BEGIN|>>>)[ \t]/;
const closes =
  /^[#;][ \t]*END_AWS_SSO_CLI\b|^\[granted_registry_end\b|^[#;][ \t]*(?:END|<<<)[ \t]/;

/**
 * Puts a new session where a person would: before the first profile that uses it, above the comments
 * that belong to that profile, and never inside a stretch that another tool marks as its own.
 * Sessions whose profiles all stand in the credentials file go to the end of config.
 */
export function placeSessions(
  config: Document,
  sessions: readonly Session[],
): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  const blocks = markedBlocks(config);
  const atEnd: Session[] = [];
  for (const session of sessions) {
    if (session.existing) continue;
    const users = session.members.map(({ section }) => section).filter((
      { document },
    ) => document === config);
    const first = users.toSorted((a, b) => a.firstLine - b.firstLine)[0];
    if (first) edits.push(before(config, { session, first, blocks }));
    else atEnd.push(session);
  }
  return atEnd.length > 0 ? [...edits, append(config, atEnd)] : edits;
}

function before(
  config: Document,
  { session, first, blocks }: {
    session: Session;
    first: Section;
    blocks: readonly { from: number; to: number }[];
  },
): TextEdit {
  const { lines, path, text } = config;
  const block = blocks.find(({ from, to }) =>
    from <= first.firstLine && first.firstLine < to
  );
  let at = block ? block.from : first.firstLine;
  while (
    at > 0 && lines[at - 1].kind === "comment" &&
    !closes.test(text.slice(lines[at - 1].indent, lines[at - 1].stop))
  ) at--;
  const eol = lineEnd(config, at);
  // In a file whose sections follow each other without a blank line, this one does too.
  const airy = at === 0 || lines[at - 1].kind === "blank";
  const mark = at === 0 && text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const place = {
    path,
    start: lines[at].start + mark,
    end: lines[at].start + mark,
  };
  return insertBefore(
    place,
    sessionText(session, first, eol) + (airy ? eol : ""),
  );
}

function append(config: Document, sessions: readonly Session[]): TextEdit {
  const { text, path, lines } = config;
  const eol = lineEnd(config);
  const made = sessions.map((session) =>
    sessionText(session, session.members[0].section, eol)
  ).join(eol);
  const last = lines.at(-1);
  const gap = !last
    ? ""
    : last.kind === "blank"
    ? ""
    : last.stop === last.end
    ? eol + eol
    : eol;
  return insertBefore(
    { path, start: text.length, end: text.length },
    gap + made,
  );
}

function markedBlocks(
  { lines, text }: Document,
): readonly { from: number; to: number }[] {
  const blocks: { from: number; to: number }[] = [];
  let from = -1;
  for (const [at, line] of lines.entries()) {
    if (line.kind !== "comment" && line.kind !== "header") continue;
    const shown = text.slice(line.indent, line.stop);
    if (from === -1 && opens.test(shown)) from = at;
    else if (from !== -1 && closes.test(shown)) {
      blocks.push({ from, to: at + 1 });
      from = -1;
    }
  }
  return blocks;
}
