import type { Kind } from "../model/document.ts";
import { isIdentifier, subPair } from "./rust_line.ts";
import type { Setting, Settings } from "./view.ts";
import { isBlank, isWhiteSpace, trimmed } from "./white_space.ts";

/** `[prefix suffix]`, or `[suffix]` alone. */
export interface SectionPair {
  readonly prefix?: string;
  readonly suffix: string;
}

/** `SectionPair::parse`: blanks at the ends go, the first blank parts, then all white space goes. */
export function sectionPair(raw: string): SectionPair {
  const { start, end } = trimmed(raw, { start: 0, end: raw.length }, isBlank);
  const input = raw.slice(start, end);
  const blank = input.search(/[ \t]/);
  if (blank === -1) return { suffix: spaceless(input) };
  return {
    prefix: spaceless(input.slice(0, blank)),
    suffix: spaceless(input.slice(blank + 1)),
  };
}

function spaceless(text: string): string {
  const { start, end } = trimmed(
    text,
    { start: 0, end: text.length },
    isWhiteSpace,
  );
  return text.slice(start, end);
}

/** Why `SectionPair::valid_for` leaves a section out, in its words; nothing for one that it takes. */
export function refusal(
  { prefix, suffix }: SectionPair,
  kind: Kind,
): string | undefined {
  if (kind === "config") {
    if (prefix === undefined) {
      return suffix === "default"
        ? undefined
        : `profile [${suffix}] ignored; sections in the AWS config file (other than [default]) must have a prefix i.e. [profile my-profile]`;
    }
    return isIdentifier(suffix)
      ? undefined
      : `section [${prefix} ${suffix}] ignored; \`${suffix}\` is not a valid identifier`;
  }
  if (prefix === "profile") {
    return `profile \`${suffix}\` ignored because credential profiles must NOT begin with \`profile\``;
  }
  if (prefix !== undefined) {
    return `section [${prefix} ${suffix}] ignored; config must be in the AWS config file rather than the credentials file`;
  }
  return isIdentifier(suffix)
    ? undefined
    : `profile [${suffix}] ignored because \`${suffix}\` is not a valid identifier`;
}

/**
 * A section that is neither profile nor sso-session: the client keeps nothing of it but the
 * `key = value` lines inside the values of its settings (`merge_in`, `parse_sub_properties`), be
 * they a block or not: `endpoint_url = http://x?a=b` is a setting `http://x?a` under `endpoint_url`.
 */
export function otherSettings(settings: Settings): Settings {
  const kept = new Map<string, Setting>();
  for (const [key, setting] of settings) {
    if (!isIdentifier(key)) continue;
    const nested = setting.nested ?? inValue(setting);
    if (nested.size > 0) kept.set(key, { ...setting, value: "", nested });
  }
  return kept;
}

function inValue(setting: Setting): Settings {
  const nested = new Map<string, Setting>();
  for (const line of setting.value.split("\n")) {
    const found = subPair(line, { start: 0, end: line.length });
    if (!found) continue;
    const key = line.slice(found.key.start, found.key.end);
    nested.set(key, {
      ...setting,
      key,
      value: line.slice(found.value.start, found.value.end),
    });
  }
  return nested;
}
