import { lineEnd, removeLines } from "../model/lines.ts";
import type { Document, Property, Section } from "../model/document.ts";
import { insertBefore, remove, replace, type TextEdit } from "../text/edit.ts";
import type { Candidate } from "./candidate.ts";
import type { Session } from "./session.ts";

/** How a profile's edits differ from the plain ones. */
export interface EditOptions {
  /** Leave the inline keys, in the session's spelling, for clients that do not know sessions. */
  readonly keepInline: boolean;
}

/** What moves a profile to its session: `sso_session` where the first inline key stood, the others gone. */
export function profileEdits(
  candidate: Candidate,
  session: Session,
  { keepInline }: EditOptions,
): readonly TextEdit[] {
  const { section, inline } = candidate;
  const { document } = section;
  const named = section.properties.find(({ name }) => name === "sso_session");
  const [first] = inline;
  if (!first) return [];
  if (keepInline) {
    const spelt = inline.flatMap((property) => respell(property, session));
    if (named) return spelt;
    const { start, indent } = document.lines[first.line];
    const line = document.text.slice(start, indent) +
      written(first, "sso_session", session.name) +
      lineEnd(document, first.line);
    return [
      ...spelt,
      insertBefore({ path: document.path, start, end: start }, line),
    ];
  }
  // Where `sso_session` stands already, it stays there.
  const gone = named ? inline : inline.slice(1);
  const edits = gone.flatMap((property) => removeProperty(document, property));
  return named ? edits : [...turnInto(document, first, session.name), ...edits];
}

/** `[sso-session NAME]` and its keys, in the manner of the section before which it will stand. */
export function sessionText(
  { name, startUrl, region, scopes }: Session,
  like: Section,
  eol: string,
): string {
  const model = like.properties[0];
  const line = (key: string, value: string) =>
    (model ? written(model, key, value, false) : `${key} = ${value}`) + eol;
  return `[sso-session ${name}]${eol}${line("sso_start_url", startUrl)}${
    line("sso_region", region)
  }${line("sso_registration_scopes", scopes)}`;
}

/** Keys that a session which is there already still lacks, behind its last one. */
export function completion(
  { existing, startUrl, region }: Session,
): readonly TextEdit[] {
  if (!existing) return [];
  const { document, properties } = existing;
  const has = (key: string) =>
    properties.some(({ name, value }) => name === key && value !== "");
  const lines: string[] = [];
  const model = properties.at(-1);
  for (
    const [key, value] of [["sso_start_url", startUrl], ["sso_region", region]]
  ) {
    if (!has(key)) {
      lines.push(model ? written(model, key, value) : `${key} = ${value}`);
    }
  }
  if (
    lines.length === 0 ||
    properties.some(({ name, value }) =>
      value === "" && /^sso_(?:start_url|region)$/.test(name)
    )
  ) return [];
  const at = document.lines[model ? model.endLine - 1 : existing.firstLine];
  const eol = lineEnd(document, existing.firstLine);
  const text = lines.map((line) => eol + line).join("");
  return [
    insertBefore({ path: document.path, start: at.stop, end: at.stop }, text),
  ];
}

/** `key = value` with the blanks around the delimiter that a neighbour has; aligned where it is. */
function written(
  { pair, section }: Property,
  key: string,
  value: string,
  align = true,
): string {
  const { text } = section.document;
  const after = text.slice(pair.delimiter + 1, pair.valueStart) ||
    (pair.valueStart === pair.valueEnd ? " " : "");
  const before = text.slice(pair.keyEnd, pair.delimiter);
  const column = align ? alignedColumn(section) : undefined;
  const gap = column === undefined
    ? (before.length > 1 ? " " : before)
    : " ".repeat(Math.max(1, column - key.length));
  return `${key}${gap}=${/^[ \t]?$/.test(after) ? after : " "}${value}`;
}

/** The column at which all delimiters of a section stand, if that is no accident. */
function alignedColumn({ properties }: Section): number | undefined {
  const columns = new Set(
    properties.map(({ pair }) => pair.delimiter - pair.start),
  );
  const lengths = new Set(properties.map(({ key }) => key.length));
  return columns.size === 1 && lengths.size > 1 ? [...columns][0] : undefined;
}

/** Turns a line into `sso_session = NAME`; an inline comment goes to a line of its own above. */
function turnInto(
  document: Document,
  property: Property,
  name: string,
): readonly TextEdit[] {
  const { pair, line, endLine } = property;
  const span = {
    path: document.path,
    start: pair.indent,
    end: document.lines[endLine - 1].stop,
  };
  const comment = commentOf(property);
  const text = written(property, "sso_session", name);
  if (comment === undefined) return [replace(span, text)];
  return [
    insertBefore(
      { ...span, start: pair.start },
      comment + lineEnd(document, line),
    ),
    replace(span, text),
  ];
}

/** Takes a line out; an inline comment stays behind as a line of its own. */
function removeProperty(
  document: Document,
  property: Property,
): readonly TextEdit[] {
  const { path, lines } = document;
  const { line, endLine, pair } = property;
  const comment = commentOf(property);
  if (comment !== undefined) {
    return [
      replace(
        { path, start: pair.start, end: lines[endLine - 1].stop },
        comment,
      ),
    ];
  }
  const last = lines[endLine - 1];
  // The last line of a file that ends without a line end: the one before it loses its own.
  if (last.stop === last.end && line > 0) {
    return [remove({ path, start: lines[line - 1].stop, end: last.end })];
  }
  return [removeLines(document, line, endLine)];
}

/** The comment behind a value, from its sign on; a lone sign says nothing. */
function commentOf({ value }: Property): string | undefined {
  return /[ \t]+([#;]+[ \t]*[^#; \t].*)$/s.exec(value)?.[1];
}

/** An inline key kept beside the session must have the session's value, to the letter. */
function respell(
  property: Property,
  { startUrl, region }: Session,
): readonly TextEdit[] {
  const value = property.name === "sso_start_url"
    ? startUrl
    : property.name === "sso_region"
    ? region
    : property.value;
  return value === property.value ? [] : [replace(property.valueSpan, value)];
}
