import type { Span } from "../text/span.ts";

/** What a service demands of a text. */
export interface Allowed {
  /** One character that may not stand in it. */
  readonly foreign: RegExp;
  readonly least: number;
  readonly most: number;
}

/** What is wrong with a text, in words that follow its name: `may not hold "/"`. */
export interface Objection {
  readonly span: Span;
  readonly why: string;
}

/** Why a service turns a text down: its length, or the first character that it does not take. */
export function objection(
  { value, span }: { readonly value: string; readonly span: Span },
  { foreign, least, most }: Allowed,
): Objection | undefined {
  const at = value.search(foreign);
  if (at !== -1) {
    const char = String.fromCodePoint(value.codePointAt(at)!);
    const start = span.start + at;
    return {
      span: { ...span, start, end: start + char.length },
      why: /\s/.test(char) ? "may not hold blanks" : `may not hold "${char}"`,
    };
  }
  if (value.length < least) {
    return { span, why: `has at least ${least} characters` };
  }
  return value.length > most
    ? { span, why: `has at most ${most} characters` }
    : undefined;
}
