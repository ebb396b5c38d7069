import type { Document, Section } from "../model/document.ts";
import { isSecretKey } from "../reference/keys.ts";
import { applyEdits, remove, type TextEdit } from "../text/edit.ts";
import type { Candidate } from "./candidate.ts";
import { aboveComments } from "./above_comments.ts";
import { profileEdits } from "./profile_edits.ts";
import type { Session } from "./session.ts";

/**
 * Whether a profile of the credentials file can go to config, where a profile that names a session
 * belongs: it holds no secret, and config has no section of its name.
 */
export function canMove(
  { section, profile }: Candidate,
  { config, names }: {
    readonly config: Document;
    /** The profiles of config. */
    readonly names: ReadonlySet<string>;
  },
): boolean {
  const { document, properties, form } = section;
  return document.kind === "credentials" && form === "plain" &&
    !names.has(profile) && document.encoding === config.encoding &&
    // A byte-order mark would go along with the first section.
    document.text.charCodeAt(0) !== 0xfeff &&
    !properties.some(({ name }) =>
      isSecretKey(name) || name === "aws_access_key_id"
    );
}

/** Takes a profile out of the credentials file; what is to stand in config is its text, migrated. */
export function movedProfile(
  candidate: Candidate,
  session: Session,
  { eol, gone }: {
    /** The line end of config. */
    readonly eol: string;
    /** Lines of the credentials file that are out already; this profile's are added. */
    readonly gone: Set<number>;
  },
): { readonly text: string; readonly edit: TextEdit } {
  const { section, profile } = candidate;
  const { document: { lines, path, text }, headerSpan } = section;
  const { from, to } = extent(section);
  const shift = lines[from].start;
  const header = {
    span: headerSpan,
    text: profile === "default" ? "[default]" : `[profile ${profile}]`,
  };
  const own = profileEdits(candidate, session, { keepInline: false });
  const made = applyEdits(
    text.slice(shift, lines[to - 1].end),
    [header, ...own].map(({ span: { start, end }, text }) => ({
      span: { path, start: start - shift, end: end - shift },
      text,
    })),
  ).replace(/\r\n|\r|\n/g, eol);
  return {
    text: made.endsWith(eol) ? made : made + eol,
    edit: removal(section.document, { from, to }, gone),
  };
}

/** The lines of a section, with the comments right above it and those right below its last setting. */
function extent(
  { document: { lines }, firstLine, properties }: Section,
): { from: number; to: number } {
  let to = properties.at(-1)?.endLine ?? firstLine + 1;
  while (to < lines.length && lines[to].kind === "comment") to++;
  return {
    from: aboveComments(lines, firstLine),
    // Comments that stand right above the next header belong to that.
    to: lines[to]?.kind === "header" ? aboveComments(lines, to) : to,
  };
}

/** Takes lines out, with one of the blank lines around them. */
function removal(
  { lines, path, text }: Document,
  { from, to }: { from: number; to: number },
  gone: Set<number>,
): TextEdit {
  const isBlank = (at: number) => lines[at]?.kind === "blank" && !gone.has(at);
  const [first, last] = isBlank(to)
    ? [from, to + 1]
    : isBlank(from - 1)
    ? [from - 1, to]
    : [from, to];
  for (let at = first; at < last; at++) gone.add(at);
  return remove({
    path,
    start: lines[first].start,
    end: last === lines.length ? text.length : lines[last].start,
  });
}
