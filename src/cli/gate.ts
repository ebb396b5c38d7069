import type { Severity } from "../lint/rule.ts";
import { plural } from "../report/summary.ts";
import type { Arguments } from "./arguments.ts";

/** From the least to the worst. */
const levels: readonly Severity[] = ["info", "warning", "error"];

/** Which findings make the status 1. */
export interface Gate {
  /** Whether findings of a severity count. */
  readonly counts: (severity: Severity) => boolean;
  /** The status, and what is to be said about it. */
  readonly judge: (
    found: readonly { readonly severity: Severity }[],
  ) => { readonly status: 0 | 1; readonly remark?: string };
}

/** What `--severity` and `--max-warnings` make of it. */
export function gateOf(flags: Arguments["flags"]): Gate {
  const least = levels.indexOf(
    (flags.get("severity")?.at(-1) ?? "warning") as Severity,
  );
  const counts = (severity: Severity) => levels.indexOf(severity) >= least;
  const given = flags.get("max-warnings")?.at(-1);
  const most = given === undefined ? undefined : Number(given);
  return {
    counts,
    judge: (found) => {
      const number = (severity: Severity) =>
        found.filter((one) => one.severity === severity).length;
      const warnings = number("warning");
      const tooMany = most === undefined
        ? counts("warning") && warnings > 0
        : warnings > most;
      const failed = number("error") > 0 || tooMany ||
        counts("info") && number("info") > 0;
      return {
        status: failed ? 1 : 0,
        ...(most !== undefined && tooMany
          ? { remark: `${plural(warnings, "warning")}, ${most} may be` }
          : {}),
      };
    },
  };
}
