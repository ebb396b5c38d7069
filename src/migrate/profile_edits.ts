import type { Property } from "../model/document.ts";
import { lineEnd } from "../model/lines.ts";
import { meaning } from "../model/meaning.ts";
import { insertBefore, replace, type TextEdit } from "../text/edit.ts";
import type { Candidate } from "./candidate.ts";
import type { Session } from "./session.ts";
import { commentOf, removals } from "./removals.ts";
import { written } from "./written.ts";

/** How a profile's edits differ from the plain ones. */
export interface EditOptions {
  /** Leave the inline keys, in the session's spelling, for clients that do not know sessions. */
  readonly keepInline: boolean;
}

/** What moves a profile to its session: `sso_session` where the first inline key stood, the others gone. */
export function profileEdits(
  { section, inline }: Candidate,
  session: Session,
  { keepInline }: EditOptions,
): readonly TextEdit[] {
  const { document, properties } = section;
  const named = properties.some(({ name }) => name === "sso_session");
  const [first] = inline;
  if (keepInline) {
    const spelt = inline.flatMap((property) => respelt(property, session));
    return named ? spelt : [lineAbove(first, session), ...spelt];
  }
  // Where `sso_session` stands already, it stays there.
  return named
    ? removals(document, inline)
    : [...turnedInto(first, session), ...removals(document, inline.slice(1))];
}

/** `sso_session = NAME` on a line of its own above a setting. */
function lineAbove(property: Property, { name }: Session): TextEdit {
  const { section: { document }, line } = property;
  const { start, indent } = document.lines[line];
  return insertBefore(
    { path: document.path, start, end: start },
    document.text.slice(start, indent) +
      written(property, ["sso_session", name]) + lineEnd(document, line),
  );
}

/** Turns a line into `sso_session = NAME`; an inline comment goes to a line of its own above. */
function turnedInto(
  property: Property,
  { name }: Session,
): readonly TextEdit[] {
  const { section: { document: { path, lines } }, line, pair } = property;
  return [
    ...commentAbove(property),
    replace(
      { path, start: pair.indent, end: lines[line].stop },
      written(property, ["sso_session", name]),
    ),
  ];
}

/** An inline key kept beside the session must have the session's value, to the letter. */
function respelt(
  property: Property,
  { startUrl, region, scopes }: Session,
): readonly TextEdit[] {
  const value = property.name === "sso_start_url"
    ? startUrl
    : property.name === "sso_region"
    ? region
    : scopes || meaning(property);
  return value === property.value
    ? []
    : [...commentAbove(property), replace(property.valueSpan, value)];
}

function commentAbove(property: Property): readonly TextEdit[] {
  const comment = commentOf(property);
  if (comment === undefined) return [];
  const { section: { document }, line, pair: { start } } = property;
  return [insertBefore(
    { path: document.path, start, end: start },
    comment + lineEnd(document, line),
  )];
}
