import { isHarmlessKey, isSecretKey } from "../reference/keys.ts";

/** What stands in the place of a secret. */
export const masked = "****";

/** A value as it may be shown to anybody: secrets are masked by the kind of their key. */
export function maskValue(key: string, value: string): string {
  const name = key.toLowerCase();
  if (value === "") return value;
  if (isSecretKey(name)) return masked;
  if (name === "credential_process") return maskCommand(value);
  const bare = maskUserInfo(value);
  return isHarmlessKey(name) ? bare : maskRuns(bare);
}

/** A line of a file as it may be shown; the parts that are masked keep no trace of their length. */
export function maskLine(line: string): string {
  const match = /^(\s*)([^=:\s]+(?:[ \t]+[^=:\s]+)*)([ \t]*[=:][ \t]*)(.*)$/
    .exec(line);
  if (!match || /^\s*\[/.test(line)) return maskRuns(maskUserInfo(line));
  const [, indent, key, delimiter, value] = match;
  const bare = key.replace(/^[#; \t]+/, "").replace(
    /^(?:export|set|setx)[ \t]+/i,
    "",
  ).replaceAll("-", "_");
  const end = value.trimEnd();
  return `${maskRuns(indent + key)}${delimiter}${maskValue(bare, end)}${
    value.slice(end.length)
  }`;
}

/** Masks every run that looks like a key: 16 or more characters, three of upper, lower, digit and sign. */
export function maskRuns(text: string): string {
  return text.replace(
    /[A-Za-z0-9/+=_-]{16,}/g,
    (run) => classes(run) >= 3 ? masked : run,
  );
}

function classes(run: string): number {
  return Number(/[A-Z]/.test(run)) + Number(/[a-z]/.test(run)) +
    Number(/[0-9]/.test(run)) + Number(/[/+=_-]/.test(run));
}

function maskCommand(command: string): string {
  const match = /^("[^"]*"|'[^']*'|\S+)(\s+)\S/.exec(command);
  const first = maskUserInfo(match ? match[1] : command);
  return match ? `${first}${match[2]}${masked}` : first;
}

function maskUserInfo(text: string): string {
  return text.replace(/:\/\/[^\s/@]*@/g, `://${masked}@`);
}
