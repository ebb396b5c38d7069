import type { Line } from "../syntax/scan.ts";
import type { Span } from "../text/span.ts";
import type { HeaderForm, Kind, SectionType } from "./document.ts";

/** What a first line says of its section. */
export interface HeaderReading {
  readonly type: SectionType;
  readonly form: HeaderForm;
  readonly name: string;
  readonly nameSpan: Span;
  readonly headerSpan: Span;
  readonly header?: Line & { kind: "header" };
}

/** Sections of the config file that stand without a prefix and are no profiles. */
const bareSections: ReadonlySet<string> = new Set([
  "preview",
  "plugins",
  "okta",
]);

const plainName = /^[A-Za-z0-9_\-/.%@:+]+$/;

/** How a person reads the line that opens a section. */
export function sectionOf(
  { path, kind, text }: { path: string; kind: Kind; text: string },
  line: Line,
): HeaderReading {
  if (line.kind !== "header") {
    const nothing = { path, start: 0, end: 0 };
    return {
      type: "preamble",
      form: "plain",
      name: "",
      nameSpan: nothing,
      headerSpan: nothing,
    };
  }
  const close = line.close === -1
    ? commentOrStop(text, line.indent, line.stop)
    : line.close;
  const inner = text.slice(line.indent + 1, close);
  const trimmed = inner.trim();
  const innerStart = line.indent + 1 +
    (inner.length - inner.trimStart().length);
  const reading = kind === "config" ? config(trimmed) : credentials(trimmed);
  const nameStart = innerStart + reading.at;
  const crooked = line.indent !== line.start || line.close === -1 ||
    trimmed !== inner ||
    text.slice(close + 1, line.stop).trim() !== "";
  return {
    type: reading.type,
    name: reading.name,
    form: reading.form === "plain" && (crooked || !regular(reading))
      ? "malformed"
      : reading.form,
    nameSpan: { path, start: nameStart, end: nameStart + reading.length },
    headerSpan: {
      path,
      start: line.indent,
      end: line.close === -1 ? close : close + 1,
    },
    header: line,
  };
}

interface Reading {
  readonly type: SectionType;
  readonly form: HeaderForm;
  readonly name: string;
  /** Where the name stands in the text between the brackets, quotes included. */
  readonly at: number;
  readonly length: number;
  /** What stands between keyword and name, and whether the keyword is spelt as it should be. */
  readonly exact: boolean;
}

function regular({ type, name, exact }: Reading): boolean {
  return exact && (type === "other" || plainName.test(name));
}

function config(text: string): Reading {
  if (text.toLowerCase() === "default") {
    return whole(text, "default", text === "default");
  }
  const prefixed = keyword(text);
  if (prefixed) {
    // [profile default] is read by every client, so it is a section of the default profile.
    const { type, name } = prefixed;
    return type === "profile" && name === "default"
      ? { ...prefixed, type: "default" }
      : prefixed;
  }
  // A keyword without a name is no profile of that name.
  if (/^(?:profile|sso-session|services)$/i.test(text)) {
    return whole(text, "other", true);
  }
  const glued =
    /^(profile|sso[-_]?session|services)[_.\-: ]+(\S.*)$/i.exec(text) ??
      /^(service|sso session)[ \t]+(\S.*)$/i.exec(text);
  if (glued) return { ...named(glued, text), form: "glued" };
  if (bareSections.has(text) || !/^[^\s]+$/.test(text)) {
    return whole(text, "other", true);
  }
  return { ...whole(text, "profile", true), form: "unprefixed" };
}

function credentials(text: string): Reading {
  if (text.toLowerCase() === "default") {
    return whole(text, "default", text === "default");
  }
  const prefixed = keyword(text);
  if (prefixed) {
    return {
      ...prefixed,
      form: prefixed.type === "profile" ? "prefixed" : "misplaced",
    };
  }
  const quoted = unquote(text);
  return { ...whole(text, "profile", quoted === text), name: quoted };
}

/** `profile NAME`, `sso-session NAME`, `services NAME`, in any case and with any blanks between. */
function keyword(text: string): Reading | undefined {
  const match = /^(profile|sso-session|services)([ \t]+)(\S.*)$/i.exec(text);
  if (!match) return undefined;
  const [, word, blanks] = match;
  const reading = named(match, text);
  return {
    ...reading,
    exact: reading.exact && word === word.toLowerCase() && blanks === " ",
  };
}

function named(match: RegExpExecArray, text: string): Reading {
  const word = match[1].toLowerCase();
  const last = match[match.length - 1];
  const name = unquote(last);
  const type = word === "profile"
    ? "profile"
    : word.startsWith("sso")
    ? "sso-session"
    : "services";
  return {
    type,
    form: "plain",
    name,
    at: text.length - last.length,
    length: last.length,
    exact: name === last,
  };
}

function whole(text: string, type: SectionType, exact: boolean): Reading {
  return {
    type,
    form: "plain",
    name: type === "default" ? "default" : text,
    at: 0,
    length: text.length,
    exact,
  };
}

function unquote(text: string): string {
  return /^(["']).*\1$/.test(text) && text.length > 1
    ? text.slice(1, -1).trim()
    : text;
}

/** Where a header without its bracket ends: before a comment, or at the end of the line. */
function commentOrStop(text: string, from: number, stop: number): number {
  const rest = text.slice(from, stop);
  const comment = rest.search(/[ \t]+[#;]/);
  return from + (comment === -1 ? rest.trimEnd().length : comment);
}
