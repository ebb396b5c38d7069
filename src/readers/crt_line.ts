import type { Kind } from "../model/document.ts";
import { type Extent, trimmed } from "./white_space.ts";

/** What is wrong with a line: a fatal mistake loses the file, any other the line. */
export interface CrtMistake {
  readonly fatal: boolean;
  /** As the client logs it. */
  readonly message: string;
}

/** A header that opens a section. */
export interface CrtHeader {
  readonly type: "profile" | "sso-session" | "services";
  readonly prefixed: boolean;
  readonly name: string;
}

/** A `key = value` line, with offsets into it. */
export interface CrtPair {
  readonly key: Extent;
  readonly value: Extent;
}

/** `s_is_whitespace`: no form feed, no vertical tab. */
export function isCrtSpace(code: number): boolean {
  return code === 0x20 || code === 0x09 || code === 0x0a || code === 0x0d;
}

/** `s_is_identifier`: `\` "for backward compatibility". */
const identifier = /[A-Za-z0-9\\_\-/.%@:+]*/y;

const mistake = (message: string): CrtMistake => ({ fatal: false, message });
const fatal = (message: string): CrtMistake => ({ fatal: true, message });

/** `s_parse_profile_declaration`, of a line that begins with `[`. */
export function crtHeader(line: string, kind: Kind): CrtHeader | CrtMistake {
  // `s_trim_trailing_comment`: a comment needs no space in front of it here, wherever it stands.
  const comment = line.search(/[#;]/);
  const { end } = trimmed(line, {
    start: 0,
    end: comment === -1 ? line.length : comment,
  }, isCrtSpace);
  let at = afterSpace(line, { start: 1, end });
  const type = typeAt(line, { start: at, end });
  if (type) {
    if (kind === "credentials") {
      return mistake(
        "Profile declarations in credentials files are not allowed to begin with the section-type keyword",
      );
    }
    at = afterSpace(line, { start: at + type.length, end });
  }
  const name = identifierAt(line, { start: at, end });
  if (name === "") {
    return mistake(
      "Profile declarations must contain a valid identifier for a name",
    );
  }
  if (kind === "config" && !type && name !== "default") {
    return mistake(
      'Non-default profile declarations in config files must use the "profile" keyword',
    );
  }
  at = afterSpace(line, { start: at + name.length, end });
  const close = line.slice(at, end).indexOf("]");
  if (close === -1) {
    return fatal("Profile declaration missing required ending bracket");
  }
  if (close > 0) {
    return mistake(
      `Profile declaration contains invalid characters: "${
        line.slice(at, at + close)
      }"`,
    );
  }
  return { type: type ?? "profile", prefixed: type === "profile", name };
}

/** `s_parse_property`: the comment goes first, and the key is looked at before the `=`. */
export function crtProperty(line: string): CrtPair | CrtMistake {
  // `s_trim_trailing_whitespace_comment`: here a comment needs white space in front of it.
  const comment = line.search(/[\t\n\r ][#;]/);
  const extent = trimmed(line, {
    start: 0,
    end: comment === -1 ? line.length : comment,
  }, isCrtSpace);
  const missing = fatal(
    "Property definition does not contain the assignment operator",
  );
  return pair(line, {
    ...extent,
    missing,
    wrong: "Property definition does not begin with a valid identifier",
  });
}

/** The second half of `s_parse_property_continuation`: comments stay. */
export function crtSubProperty(line: string): CrtPair | CrtMistake {
  const extent = trimmed(line, { start: 0, end: line.length }, isCrtSpace);
  const missing = fatal(
    "Empty-valued property continuation must contain the assignment operator",
  );
  const equals = line.indexOf("=");
  if (equals === -1) return missing;
  return pair(line, {
    ...extent,
    missing,
    wrong:
      "Empty-valued property continuation must have a valid identifier to the left of the assignment",
  });
}

function pair(
  line: string,
  { start, end, missing, wrong }: Extent & {
    missing: CrtMistake;
    wrong: string;
  },
): CrtPair | CrtMistake {
  const found = line.indexOf("=", start);
  const equals = found === -1 || found >= end ? end : found;
  if (equals === start) return missing;
  const key = trimmed(line, { start, end: equals }, isCrtSpace);
  if (identifierAt(line, key).length < key.end - key.start) {
    return mistake(wrong);
  }
  if (equals === end) return missing;
  return {
    key,
    value: {
      start: Math.min(afterSpace(line, { start: equals + 1, end }), end),
      end,
    },
  };
}

/** `s_parse_section_type_prefix`: the word, and white space behind it. */
function typeAt(
  line: string,
  { start, end }: Extent,
): CrtHeader["type"] | undefined {
  const type = (["profile", "sso-session", "services"] as const).find((word) =>
    line.startsWith(word, start)
  );
  if (!type || start + type.length >= end) return undefined;
  return isCrtSpace(line.charCodeAt(start + type.length)) ? type : undefined;
}

function identifierAt(line: string, { start, end }: Extent): string {
  identifier.lastIndex = start;
  return identifier.exec(line)![0].slice(0, end - start);
}

function afterSpace(line: string, { start, end }: Extent): number {
  let at = start;
  while (at < end && isCrtSpace(line.charCodeAt(at))) at++;
  return at;
}
