import type { Property } from "./document.ts";

/** Keys whose value is a command: quotes and number signs are the shell's. */
const commands: ReadonlySet<string> = new Set([
  "credential_process",
  "cli_pager",
  "mfa_process",
  "web_identity_token_process",
]);

/** What an editor or a chat put around a value: blanks that are none, marks, curly quotes. */
const strayEnds =
  /^[\u00a0\u2000-\u200f\u2018-\u201f\u2028-\u202f\u2060\ufeff]+|[\u00a0\u2000-\u200f\u2018-\u201f\u2028-\u202f\u2060\ufeff]+$/g;

/**
 * What a person meant by a value: without the quotes around it and the comment behind it, which
 * some clients take for a part of it. Rules about the value use this, so that the slip is told once.
 */
export function meaning({ name, value }: Property): string {
  if (commands.has(name)) return value;
  const bare = withoutStrays(value.replace(/[ \t]+[#;].*$/s, ""));
  return /^(["']).*\1$/s.test(bare) && bare.length > 1
    ? bare.slice(1, -1).trim()
    : bare;
}

function withoutStrays(value: string): string {
  const plain = value.charCodeAt(0) < 0x80 &&
    value.charCodeAt(value.length - 1) < 0x80;
  return plain ? value : value.replace(strayEnds, "");
}
