import type { Rule } from "../lint/rule.ts";
import { hint, type UsageError } from "./arguments.ts";

/** The rules that run, and the ids of all there are. */
export interface RuleChoice {
  readonly rules: readonly Rule[];
  readonly known: readonly string[];
}

/** Chooses by `--select` and `--ignore`; rules that are off run when they are named. */
export function chooseRules(
  all: readonly Rule[],
  { select = [], ignore = [] }: {
    readonly select?: readonly string[];
    readonly ignore?: readonly string[];
  },
): RuleChoice | UsageError {
  const known = all.map(({ id }) => id);
  const ids = new Set([...known, "all"]);
  for (const id of [...select, ...ignore]) {
    if (!ids.has(id)) return unknownRule(id, known);
  }
  const wanted = new Set(select);
  const unwanted = new Set(ignore);
  const rules = all.filter(({ id, default: byDefault }) =>
    !unwanted.has(id) && !unwanted.has("all") &&
    (wanted.size === 0
      ? byDefault !== "off"
      : wanted.has(id) || wanted.has("all"))
  );
  return { rules, known };
}

/** What to say of an id that is none. */
export function unknownRule(id: string, known: readonly string[]): UsageError {
  return {
    usage: `There is no rule "${id}"${
      hint(id, known)
    } (awscfg explain lists all rules)`,
  };
}
