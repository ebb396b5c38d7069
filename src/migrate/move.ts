import type { Document, Section } from "../model/document.ts";
import { lineEnd } from "../model/lines.ts";
import { isSecretKey } from "../reference/keys.ts";
import {
  applyEdits,
  insertBefore,
  remove,
  type TextEdit,
} from "../text/edit.ts";
import type { Candidate } from "./candidate.ts";
import { profileEdits } from "./edits.ts";
import type { Session } from "./session.ts";

/**
 * Whether a profile of the credentials file can go to config, where a profile that names a session
 * belongs: it holds no secret, and config has no section of its name.
 */
export function canMove(
  { section, profile }: Candidate,
  config: Document,
): boolean {
  return section.document.kind === "credentials" && section.form === "plain" &&
    !section.properties.some(({ name }) =>
      isSecretKey(name) || name === "aws_access_key_id"
    ) &&
    !config.sections.some(({ type, name }) =>
      (type === "profile" || type === "default") && name === profile
    );
}

/** Takes a profile out of the credentials file and puts it, migrated, at the end of config. */
export function moveEdits(
  candidate: Candidate,
  session: Session,
  config: Document,
): readonly TextEdit[] {
  const { section, profile } = candidate;
  const { document } = section;
  const { lines, path, text } = document;
  const { from, to } = extent(section);
  const eol = lineEnd(config);
  const shift = lines[from].start;
  const own = profileEdits(candidate, session, { keepInline: false })
    .map((edit) => ({
      ...edit,
      span: {
        ...edit.span,
        start: edit.span.start - shift,
        end: edit.span.end - shift,
      },
    }));
  const { headerSpan } = section;
  const header: TextEdit = {
    span: {
      path,
      start: headerSpan.start - shift,
      end: headerSpan.end - shift,
    },
    text: profile === "default" ? "[default]" : `[profile ${profile}]`,
  };
  const made = applyEdits(text.slice(shift, lines[to - 1].end), [
    header,
    ...own,
  ]).replace(/\r\n|\r|\n/g, eol);
  const whole = made.endsWith(eol) ? made : made + eol;
  const end = config.text.length;
  return [
    insertBefore({ path: config.path, start: end, end }, eol + whole),
    removal(document, from, to),
  ];
}

/** The lines of a section with the comments right above it, without what trails behind its last setting. */
function extent(
  { document: { lines }, firstLine, properties }: Section,
): { from: number; to: number } {
  let from = firstLine;
  while (from > 0 && lines[from - 1].kind === "comment") from--;
  return { from, to: properties.at(-1)?.endLine ?? firstLine + 1 };
}

/** Takes lines out, with one of the blank lines around them. */
function removal(
  { lines, path, text }: Document,
  from: number,
  to: number,
): TextEdit {
  const blankBehind = to < lines.length && lines[to].kind === "blank";
  const blankBefore = from > 0 && lines[from - 1].kind === "blank";
  if (blankBehind) {
    return remove({ path, start: lines[from].start, end: lines[to].end });
  }
  if (blankBefore) {
    return remove({
      path,
      start: lines[from - 1].start,
      end: lines[to - 1].end,
    });
  }
  return remove({
    path,
    start: lines[from].start,
    end: to === lines.length ? text.length : lines[to].start,
  });
}
