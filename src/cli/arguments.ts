import { suggest } from "../text/suggest.ts";
import type { Command, Flag } from "./flags.ts";

/** What was given behind a command. */
export interface Arguments {
  /** Values by flag; a flag without a value has an empty list. */
  readonly flags: ReadonlyMap<string, readonly string[]>;
  readonly operands: readonly string[];
}

/** A mistake on the command line, in one line. */
export interface UsageError {
  readonly usage: string;
}

/** Reads arguments by the table of flags: `--flag value`, `--flag=value`, `--` ends the flags. */
export function readArguments(
  args: readonly string[],
  { name, flags }: Command,
): Arguments | UsageError {
  const given = new Map<string, string[]>();
  const operands: string[] = [];
  for (let at = 0; at < args.length; at++) {
    const arg = args[at];
    if (arg === "--") {
      operands.push(...args.slice(at + 1));
      break;
    }
    if (arg === "-" || !arg.startsWith("-")) {
      operands.push(arg);
      continue;
    }
    const equals = arg.indexOf("=");
    const word = equals === -1 ? arg : arg.slice(0, equals);
    const flag = flags.find((one) =>
      word === `--${one.name}` || (one.short && word === `-${one.short}`)
    );
    if (!flag) return unknownFlag(word, name, flags);
    const values = given.get(flag.name) ?? [];
    given.set(flag.name, values);
    if (!flag.value) {
      if (equals !== -1) {
        return { usage: `--${flag.name} takes no value` };
      }
      continue;
    }
    const value = equals === -1 ? args[++at] : arg.slice(equals + 1);
    const problem = valueProblem(flag, value);
    if (problem) return { usage: problem };
    values.push(...valuesOf(flag, value));
  }
  return { flags: given, operands };
}

/** "; did you mean …?", or what there is to choose from. */
export function hint(word: string, among: readonly string[]): string {
  const near = nearest(word, among);
  return near === undefined ? "" : `; did you mean "${near}"?`;
}

/** The word that was meant, also where letters of a short one are in the wrong order. */
function nearest(word: string, among: readonly string[]): string | undefined {
  const letters = (text: string) => [...text.toLowerCase()].sort().join("");
  return suggest(word, among) ??
    among.find((one) => letters(one) === letters(word));
}

function valuesOf({ list }: Flag, value: string): readonly string[] {
  return list
    ? value.split(",").map((one) => one.trim()).filter(Boolean)
    : [value];
}

function valueProblem(
  flag: Flag,
  value: string | undefined,
): string | undefined {
  const { name, choices } = flag;
  if (value === undefined || value === "") {
    return `--${name} needs a value${
      choices ? `: ${choices.join(", ")}` : `: --${name} ${flag.value}`
    }`;
  }
  if (!choices) return undefined;
  const chosen = valuesOf(flag, flag.file ? value.replace(/=.*$/s, "") : value);
  const wrong = chosen.find((one) => !choices.includes(one));
  if (flag.file && value.endsWith("=")) {
    return `--${name} ${value} names no file`;
  }
  if (wrong === undefined) return undefined;
  return `--${name} has no "${wrong}"${hint(wrong, choices)} (${
    choices.join(", ")
  })`;
}

function unknownFlag(
  word: string,
  command: string,
  flags: readonly Flag[],
): UsageError {
  const among = flags.map(({ name }) => `--${name}`);
  return {
    usage: `There is no option "${word}" in awscfg ${command}${
      hint(word, among)
    } (a file of that name: awscfg ${command} -- ${word})`,
  };
}
