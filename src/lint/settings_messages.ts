import { sessionSupport } from "../reference/session_support.ts";
import { suggest } from "../text/suggest.ts";

/** So many are told, or guessed among by their beginning. */
const FEW = 20;

const top = [
  "rules",
  "clients",
  "minimumClients",
  "extraRegions",
  "extraKeys",
] as const;

/** The keys that may stand where an unknown one does. */
function keysAt(
  path: readonly (string | number)[],
  ruleIds: readonly string[],
): readonly string[] {
  switch (path.at(-2)) {
    case undefined:
      return [...top, "overrides"];
    case "rules":
      return ruleIds;
    case "minimumClients":
      return [...sessionSupport.keys()];
    default:
      return ["files", ...top];
  }
}

/** What to say of a key that is none. */
export function unknownKey(
  path: readonly (string | number)[],
  ruleIds: readonly string[],
): string {
  const known = keysAt(path, ruleIds);
  const key = String(path.at(-1));
  const near = nearest(key, known);
  const what = path.at(-2) === "rules"
    ? "rule"
    : path.at(-2) === "minimumClients"
    ? "client"
    : "setting";
  return `There is no ${what} ${quoted(key)}${
    near !== undefined
      ? `; did you mean "${near}"?`
      : known.length < FEW
      ? ` (${known.join(", ")})`
      : " (awscfg explain lists all rules)"
  }`;
}

/** What to say of a value that cannot be. */
export function wrongValue(
  path: readonly (string | number)[],
  message: string,
  value: unknown,
): string {
  const choices = /^must be (\w+(?:, \w+)+)$/.exec(message)?.[1].split(", ");
  const near = choices && typeof value === "string"
    ? nearest(value, choices)
    : undefined;
  const name = path.findLast((part) => typeof part === "string");
  const where = name === undefined ? "The file" : quoted(name);
  return `${where} ${message}${
    typeof value === "string" ? `, not ${quoted(value)}` : ""
  }${near === undefined ? "" : `; did you mean "${near}"?`}`;
}

/** What was meant: with a slip, letters in the wrong order, or of a few the one that begins alike. */
function nearest(word: string, among: readonly string[]): string | undefined {
  const letters = (text: string) => [...text.toLowerCase()].sort().join("");
  const alike = (one: string) => one.startsWith(word) || word.startsWith(one);
  return suggest(word, among) ??
    among.find((one) => letters(one) === letters(word)) ??
    (among.length < FEW && word !== "" ? among.find(alike) : undefined);
}

/** A name as it stands in the file. */
export function quoted(value: unknown): string {
  return JSON.stringify(String(value));
}
