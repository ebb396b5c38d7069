import { decode, type Encoding } from "../syntax/decode.ts";
import { type Header, type Line, type Pair, scan } from "../syntax/scan.ts";
import type { Span } from "../text/span.ts";
import { sectionOf } from "./header.ts";
import { isSettingLine } from "./setting_line.ts";

/** Which of the two files it is: they have different rules. */
export type Kind = "config" | "credentials";

/** A file: its bytes, its text, and how a person would read it. Text is never printed back. */
export interface Document {
  readonly path: string;
  readonly kind: Kind;
  readonly bytes: Uint8Array;
  readonly encoding: Encoding;
  readonly text: string;
  readonly lines: readonly Line[];
  /** The sections in order; the first is the preamble when anything stands before the first header. */
  readonly sections: readonly Section[];
}

/** Both files side by side, nothing merged. At most one of a kind. */
export interface Workspace {
  readonly documents: readonly Document[];
}

/** What a section is meant to be. `preamble` has no header. */
export type SectionType =
  | "default"
  | "profile"
  | "sso-session"
  | "services"
  | "other"
  | "preamble";

/**
 * How a header says it. `plain` is understood by every client alike; the rest is what a person
 * meant all the same: `unprefixed` is `[dev]` in config, `prefixed` is `[profile dev]` in
 * credentials, `glued` is `[profile_dev]` or `[sso_session x]`, `misplaced` an sso-session or
 * services section in credentials, `malformed` a slip of blanks, case, quotes or brackets.
 */
export type HeaderForm =
  | "plain"
  | "unprefixed"
  | "prefixed"
  | "glued"
  | "misplaced"
  | "malformed";

/** A header and the lines up to the next, as a person reads them. */
export interface Section {
  readonly document: Document;
  readonly type: SectionType;
  readonly form: HeaderForm;
  /** `default`, or the name behind the keyword, without quotes; for `other` the text in the brackets. */
  readonly name: string;
  readonly header?: Header;
  /** The name in the header; for the preamble the start of the file. */
  readonly nameSpan: Span;
  /** The whole header from `[` to `]`, or to the line's end. */
  readonly headerSpan: Span;
  /** Lines `[firstLine, lastLine)` of the document, the header's included. */
  readonly firstLine: number;
  readonly lastLine: number;
  /** Its settings in order, those of nested blocks left out. */
  readonly properties: readonly Property[];
}

/** A `key = value` line as a person reads it, with the lines that belong to it. */
export interface Property {
  readonly section: Section;
  readonly pair: Pair;
  /** Index of its line in the document. */
  readonly line: number;
  /** Index behind the last line that belongs to it: continuations and nested settings. */
  readonly endLine: number;
  /** The key as written. */
  readonly key: string;
  /** The key in lower case. */
  readonly name: string;
  /** The text behind the delimiter, without blanks at its ends; continuation lines are not in it. */
  readonly value: string;
  readonly keySpan: Span;
  readonly valueSpan: Span;
  /** The settings indented under a key without a value. */
  readonly children: readonly Property[];
  /** The key that opens the block in which this one stands. */
  readonly parent?: Property;
}

/** Where a workspace's files come from. */
export interface Source {
  readonly path: string;
  readonly kind: Kind;
  readonly bytes: Uint8Array;
}

/** Reads the files; never throws, whatever the bytes. */
export function openDocuments(sources: readonly Source[]): Workspace {
  return { documents: sources.map(openDocument) };
}

/** Reads one file; never throws, whatever the bytes. */
export function openDocument({ path, kind, bytes }: Source): Document {
  const { text, encoding } = decode(bytes);
  const lines = scan(text);
  const sections: Section[] = [];
  const document: Document = {
    path,
    kind,
    bytes,
    encoding,
    text,
    lines,
    sections,
  };
  let first = 0;
  for (let at = 1; at <= lines.length; at++) {
    if (at < lines.length && lines[at].kind !== "header") continue;
    sections.push(section(document, first, at));
    first = at;
  }
  return document;
}

/** The document of a kind, if the workspace has it. */
export function documentOf(
  workspace: Workspace,
  kind: Kind,
): Document | undefined {
  return workspace.documents.find((document) => document.kind === kind);
}

function section(
  document: Document,
  firstLine: number,
  lastLine: number,
): Section {
  const line = document.lines[firstLine];
  const properties: Property[] = [];
  const made: Section = {
    document,
    ...sectionOf(document, line),
    firstLine,
    lastLine,
    properties,
  };
  let at = line.kind === "header" ? firstLine + 1 : firstLine;
  while (at < lastLine) {
    const pair = document.lines[at];
    if (pair.kind !== "pair") {
      at++;
      continue;
    }
    const end = endOf(document, {
      pair,
      from: at + 1,
      to: lastLine,
      inSection: made,
    });
    properties.push(property(made, { pair, line: at, endLine: end }));
    at = end;
  }
  return made;
}

function property(
  section: Section,
  at: { pair: Pair; line: number; endLine: number; parent?: Property },
): Property {
  const { pair, line, endLine, parent } = at;
  const { document } = section;
  const { path, text, lines } = document;
  const key = text.slice(pair.indent, pair.keyEnd);
  const children: Property[] = [];
  const made: Property = {
    section,
    pair,
    line,
    endLine,
    key,
    name: key.toLowerCase(),
    value: text.slice(pair.valueStart, pair.valueEnd),
    keySpan: { path, start: pair.indent, end: pair.keyEnd },
    valueSpan: { path, start: pair.valueStart, end: pair.valueEnd },
    children,
    ...(parent ? { parent } : {}),
  };
  if (!parent && pair.valueStart === pair.valueEnd) {
    for (let at = line + 1; at < endLine; at++) {
      const child = lines[at];
      if (child.kind !== "pair") continue;
      children.push(
        property(section, {
          pair: child,
          line: at,
          endLine: at + 1,
          parent: made,
        }),
      );
    }
  }
  return made;
}

/** Behind the last line that belongs to a pair: what is indented more than it, up to the last that is not blank. */
function endOf(
  document: Document,
  { pair, from, to, inSection }: {
    pair: Pair;
    from: number;
    to: number;
    inSection: Section;
  },
): number {
  const depth = pair.indent - pair.start;
  const opensBlock = pair.valueStart === pair.valueEnd;
  let end = from;
  for (let at = from; at < to; at++) {
    const line = document.lines[at];
    if (line.kind === "blank") continue;
    if (line.indent - line.start <= depth) {
      // A comment at the beginning of a line ends nothing (but for .NET).
      if (line.kind === "comment") continue;
      break;
    }
    // Behind a value, an indented line that is plainly a setting is one that slipped.
    if (
      !opensBlock && line.kind === "pair" &&
      isSettingLine(document.text, line, inSection.type)
    ) break;
    end = at + 1;
  }
  return end;
}
