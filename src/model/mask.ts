import { isHarmlessKey, isSecretKey } from "../reference/keys.ts";

/** What stands in the place of a secret. */
export const masked = "****";

/** A part `[start, end)` of a line that nobody may see. */
export interface Secret {
  readonly start: number;
  readonly end: number;
}

/** A value as it may be shown to anybody: secrets are masked by the kind of their key. */
export function maskValue(key: string, value: string): string {
  return hide(value, join(inValue(key.toLowerCase(), value)));
}

/** A line of a file as it may be shown; the parts that are masked keep no trace of their length. */
export function maskLine(line: string): string {
  return hide(line, secretsOf(line));
}

/** Masks every run that looks like a key: 16 or more characters, three of upper, lower, digit and sign. */
export function maskRuns(text: string): string {
  return hide(text, runs(text));
}

/** The parts of a line that nobody may see, in order; the line stands alone, without its end. */
export function secretsOf(line: string): readonly Secret[] {
  return join(/^\s*\[/.test(line) ? inHeader(line) : inLine(line));
}

/** Puts the mask in the place of secrets, which are in order. */
export function hide(text: string, secrets: readonly Secret[]): string {
  let shown = "";
  let at = 0;
  for (const { start, end } of secrets) {
    shown += text.slice(at, start) + masked;
    at = end;
  }
  return shown + text.slice(at);
}

function inLine(line: string): readonly Secret[] {
  const match = /^([^=:]*)([=:][ \t]*)(.*?)\s*$/s.exec(line);
  if (!match) return [...runs(line), ...userInfo(line)];
  const [, before, delimiter, value] = match;
  const at = before.length + delimiter.length;
  const key = keyOf(before);
  const secrets = shift(inValue(key, value), at);
  if (isHarmlessKey(key)) return secrets;
  // What is no key may be the first part of a secret that holds a `=`.
  const around = isSecretKey(key) || isCommand(key) || isName(before)
    ? runs(before)
    : runs(line);
  return [...secrets, ...around, ...userInfo(line)];
}

/** The key behind what may stand in front of it: a comment sign, `export`, the quote of JSON. */
function keyOf(text: string): string {
  return text.replace(/^[\s#;"'{,]+/, "").replace(
    /^(?:export|set|setx)\s+/i,
    "",
  )
    .replace(/["'\s]+$/, "").replaceAll("-", "_").toLowerCase();
}

function inValue(key: string, value: string): readonly Secret[] {
  if (value === "") return [];
  if (isSecretKey(key)) return [unquoted(value)];
  if (isCommand(key)) return [...inCommand(value), ...userInfo(value)];
  return [
    ...userInfo(value),
    ...laterSecret(value),
    ...(isHarmlessKey(key) ? [] : runs(value)),
  ];
}

/** A key as people write one, where a secret has capitals too. */
function isName(text: string): boolean {
  return /^\s*[a-z][a-z0-9_.-]*\s*$/.test(text);
}

function isCommand(key: string): boolean {
  return key === "credential_process";
}

/** The value without the quotes around it, so that a fix of the quotes can be seen. */
function unquoted(value: string): Secret {
  const quoted = value.length > 2 && /^(["']).*\1$/s.test(value);
  return quoted
    ? { start: 1, end: value.length - 1 }
    : { start: 0, end: value.length };
}

/** All but the first word. */
function inCommand(command: string): readonly Secret[] {
  const match = /^(?:"[^"]*"|'[^']*'|\S+)\s+(?=\S)/.exec(command);
  return match ? [{ start: match[0].length, end: command.length }] : [];
}

/** A second setting in one line, as in JSON: from the value of a secret one on, all is masked. */
function laterSecret(value: string): readonly Secret[] {
  for (
    const { 0: all, 1: key, index } of value.matchAll(
      /([\w-]+)["']?\s*[=:]\s*(?=\S)/g,
    )
  ) {
    if (isSecretKey(key.replaceAll("-", "_").toLowerCase())) {
      return [{ start: index + all.length, end: value.length }];
    }
  }
  return [];
}

/** The name in a header is shown, unless it looks random; what is glued to the header is a line. */
function inHeader(line: string): readonly Secret[] {
  const close = line.indexOf("]");
  const inside = close === -1 ? line : line.slice(0, close + 1);
  const secrets = /[=:]/.test(inside)
    ? inLine(inside.replace("[", " "))
    : runs(inside).filter(({ start, end }) =>
      !isWordy(inside.slice(start, end))
    );
  return close === -1
    ? secrets
    : [...secrets, ...shift(inLine(line.slice(close + 1)), close + 1)];
}

/** `AdministratorAccess-123456789012`: words and numbers, where a key is letters and digits at random. */
function isWordy(run: string): boolean {
  const parts = run.match(/[A-Z]?[a-z]+|[A-Z]+(?![a-z])|[0-9]+/g) ?? [];
  return parts.length * 4 <= run.length;
}

function runs(text: string): readonly Secret[] {
  const found: Secret[] = [];
  for (const { 0: run, index } of text.matchAll(/[A-Za-z0-9/+=_-]{16,}/g)) {
    if (classes(run) >= 3) {
      found.push({ start: index, end: index + run.length });
    }
  }
  return found;
}

function classes(run: string): number {
  return Number(/[A-Z]/.test(run)) + Number(/[a-z]/.test(run)) +
    Number(/[0-9]/.test(run)) + Number(/[/+=_-]/.test(run));
}

/** What stands between `://` and `@`. */
function userInfo(text: string): readonly Secret[] {
  return [...text.matchAll(/:\/\/(\S+)@/g)].map(({ 1: info, index }) => ({
    start: index + 3,
    end: index + 3 + info.length,
  }));
}

function shift(secrets: readonly Secret[], by: number): readonly Secret[] {
  return secrets.map(({ start, end }) => ({
    start: start + by,
    end: end + by,
  }));
}

/** In order, with those that touch made one. */
function join(secrets: readonly Secret[]): readonly Secret[] {
  const joined: Secret[] = [];
  for (const next of secrets.toSorted((a, b) => a.start - b.start)) {
    const last = joined.at(-1);
    if (last && next.start <= last.end) {
      joined[joined.length - 1] = {
        start: last.start,
        end: Math.max(last.end, next.end),
      };
    } else joined.push(next);
  }
  return joined;
}
