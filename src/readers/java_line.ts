import type { Kind } from "../model/document.ts";
import type { Extent } from "./white_space.ts";

/** Which of the three kinds of section a header names, and how. */
export interface JavaSection {
  readonly type: "profile" | "sso-session" | "services";
  readonly name: string;
  readonly prefixed: boolean;
}

/** A `key = value` line, with offsets into it. */
export interface JavaPair {
  readonly key: Extent;
  readonly value: Extent;
}

/** What `ProfileFileReader` says of a line that it cannot read, without the line's number. */
export type JavaError =
  | "Profile definition must end with ']'"
  | "Section definition must end with ']'"
  | "Expected an '=' sign defining a property"
  | "Property did not have a name"
  | "Expected a profile definition"
  | "Expected a profile or property definition"
  | "begin 1, end 0, length 1";

/** `String.trim`: everything up to U+0020 is space. */
export function javaTrim(text: string, { start, end }: Extent): Extent {
  let from = start;
  let to = end;
  while (from < to && text.charCodeAt(from) <= 0x20) from++;
  while (to > from && text.charCodeAt(to - 1) <= 0x20) to--;
  return { start: from, end: to };
}

/** `isValidIdentifier`; the empty string passes. */
export function isIdentifier(text: string): boolean {
  return /^[A-Za-z0-9_\-/.%@:+]*$/.test(text);
}

/** `removeTrailingComments` of a header: a comment needs no space in front of it. */
export function headerEnd(line: string): number {
  const comment = line.search(/[#;]/);
  return comment === -1 ? line.length : comment;
}

/** `removeTrailingComments` of a property: from the first ` #`, ` ;`, tab and `#`, tab and `;`. */
export function propertyEnd(line: string): number {
  const comment = line.search(/[ \t][#;]/);
  return comment === -1 ? line.length : comment;
}

/** `parsePropertyDefinition`: the first `=` parts the key from the value. */
export function javaPair(line: string, within: Extent): JavaPair | JavaError {
  const { start, end } = javaTrim(line, within);
  const equals = line.indexOf("=", start);
  if (equals === -1 || equals >= end) {
    return "Expected an '=' sign defining a property";
  }
  const key = javaTrim(line, { start, end: equals });
  if (key.start === key.end) return "Property did not have a name";
  return { key, value: javaTrim(line, { start: equals + 1, end }) };
}

/**
 * A header as the client reads it; a string of words with which it passes over a section.
 * `sectionDefinitionLine` looks for `sso-session` and `services` before a comment is cut off,
 * and takes one character off either end without looking at it: of a lone `[` there is no other end.
 */
export function javaHeader(
  line: string,
  kind: Kind,
): JavaSection | { readonly ignored: string } | JavaError {
  if (line.length === 1) return "begin 1, end 0, length 1";
  const keyword = keywordOf(slice(line, { start: 1, end: line.length - 1 }));
  const { start, end } = javaTrim(line, { start: 0, end: headerEnd(line) });
  if (line[end - 1] !== "]") {
    return keyword
      ? "Section definition must end with ']'"
      : "Profile definition must end with ']'";
  }
  const raw = slice(line, { start: start + 1, end: end - 1 });
  return keyword ? special(raw, kind) : profile(raw, kind);
}

/** `parseProfileDefinition`. */
function profile(
  raw: string,
  kind: Kind,
): JavaSection | { readonly ignored: string } {
  const prefixed = /^profile[ \t]/.test(raw);
  if (kind === "config" && !prefixed && raw !== "default") {
    return {
      ignored:
        `Ignoring profile '${raw}' because it did not start with 'profile ' and it was not 'default'.`,
    };
  }
  const start = kind === "config" && prefixed ? "profile ".length : 0;
  const name = slice(raw, { start, end: raw.length });
  return named({ type: "profile", name, prefixed });
}

/** `parseSpecialProfileDefinition`: these sections are for the config file alone. */
function special(
  raw: string,
  kind: Kind,
): JavaSection | { readonly ignored: string } {
  const type = keywordOf(raw);
  if (kind === "credentials" || !type) {
    return { ignored: `Ignoring section '${raw}'` };
  }
  return named({
    type,
    name: slice(raw, { start: type.length, end: raw.length }),
    prefixed: false,
  });
}

function named(
  section: JavaSection,
): JavaSection | { readonly ignored: string } {
  if (isIdentifier(section.name)) return section;
  return {
    ignored:
      `Ignoring profile '${section.name}' because it was not alphanumeric with only these special characters: - / . % @ _ : +`,
  };
}

function keywordOf(raw: string): "sso-session" | "services" | undefined {
  return (["sso-session", "services"] as const).find((word) =>
    raw.startsWith(`${word} `) || raw.startsWith(`${word}\t`)
  );
}

function slice(text: string, extent: Extent): string {
  const { start, end } = javaTrim(text, extent);
  return text.slice(start, end);
}
