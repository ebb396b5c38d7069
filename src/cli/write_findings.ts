import type { Severity } from "../lint/rule.ts";
import type { Result } from "../report/result.ts";
import { resultOf } from "../report/result.ts";
import { countsOf, plural, summaryOf } from "../report/summary.ts";
import type { Arguments } from "./arguments.ts";
import { wantsColor } from "./color.ts";
import type { Format } from "./flags.ts";
import type { Io } from "./io.ts";
import type { Linted } from "./lint_group.ts";
import { say } from "./say.ts";

/** From the least to the worst. */
const levels: readonly Severity[] = ["info", "warning", "error"];

/** Writes what was found, and returns the status that the findings make. */
export async function writeFindings(
  io: Io,
  linted: readonly Linted[],
  flags: Arguments["flags"],
): Promise<0 | 1> {
  const format = (flags.get("format")?.at(-1) ?? "full") as Format;
  const quiet = flags.has("quiet");
  const least = levels.indexOf(
    (flags.get("severity")?.at(-1) ?? "warning") as Severity,
  );
  const counts = (severity: Severity) => levels.indexOf(severity) >= least;
  const diagnostics = linted.flatMap(({ diagnostics }) => diagnostics);
  // A diff is a document, and so is the fixed file of standard input.
  const diff = flags.has("diff");
  const stream = flags.has("fix") && !diff && linted.some(({ stdin }) => stdin)
    ? "stderr"
    : "stdout";
  const forPeople = format === "full" || format === "concise";
  const result = resultOf({
    documents: linted.flatMap(({ documents }) => documents),
    files: linted.reduce((sum, { files }) => sum + files, 0),
    diagnostics: quiet
      ? diagnostics.filter(({ severity }) => counts(severity))
      : diagnostics,
    safety: new Map(linted.flatMap(({ safety }) => [...safety])),
    ...(forPeople
      ? {
        color: wantsColor(io, stream, flags.get("color")?.at(-1)),
        columns: io.isTerminal(stream) ? io.columns() : undefined,
      }
      : {}),
  });
  const fixed = linted.reduce((sum, one) => sum + one.fixed, 0);
  if (diff) {
    if (!quiet) sayDiff(io, linted, fixed);
    return 0;
  }
  io.write(stream, await reportOf(format, result));
  if (!quiet) sayRest(io, result, { flags, fixed, forPeople });
  return diagnostics.some(({ severity }) => counts(severity)) ? 1 : 0;
}

/** The worst of several. */
export function statusOf(all: readonly (0 | 1 | 2)[]): 0 | 1 | 2 {
  return all.reduce((worst, one) => one > worst ? one : worst, 0);
}

async function reportOf(format: Format, result: Result): Promise<string> {
  switch (format) {
    case "full":
      return (await import("../report/full.ts")).full(result);
    case "concise":
      return (await import("../report/concise.ts")).concise(result);
    case "json":
      return (await import("../report/json.ts")).json(result);
    case "github":
      return (await import("../report/github.ts")).github(result);
  }
}

function sayDiff(io: Io, linted: readonly Linted[], fixed: number): void {
  const left = linted.flatMap(({ diagnostics }) => diagnostics).length;
  say(
    io,
    fixed === 0
      ? `nothing to repair, ${plural(left, "finding")} left`
      : `would repair ${fixed}, ${left} left; secrets are masked, so this is no patch: awscfg lint --fix writes it`,
  );
}

/** What a person wants to know beside the findings. */
function sayRest(
  io: Io,
  result: Result,
  { flags, fixed, forPeople }: {
    readonly flags: Arguments["flags"];
    readonly fixed: number;
    readonly forPeople: boolean;
  },
): void {
  const { findings, files } = result;
  if (flags.has("fix")) {
    const { unsafe } = countsOf(findings);
    const more = unsafe > 0 && !flags.has("unsafe-fixes")
      ? `, ${unsafe} more with --unsafe-fixes`
      : "";
    say(io, `fixed ${fixed}, ${findings.length} left${more}`);
  } else if (findings.length === 0 && files > 0) {
    if (forPeople) say(io, summaryOf(result));
  }
  if (flags.get("format")?.at(-1) === "github" && beyond(result) > 0) {
    say(
      io,
      `GitHub annotates 10 findings of a kind in a step, ${
        beyond(result)
      } more stand in this log alone`,
    );
  }
}

function beyond({ findings }: Result): number {
  const { error, warning, info } = countsOf(findings);
  return [error, warning, info].reduce(
    (sum, count) => sum + Math.max(0, count - 10),
    0,
  );
}
