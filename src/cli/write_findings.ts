import type { Rule } from "../lint/rule.ts";
import { type Result, resultOf } from "../report/result.ts";
import { countsOf, plural, summaryOf } from "../report/summary.ts";
import type { Arguments } from "./arguments.ts";
import { wantsColor } from "./color.ts";
import type { Gate } from "./gate.ts";
import type { Io } from "./io.ts";
import type { Linted } from "./lint_group.ts";
import type { Output } from "./outputs.ts";
import { reportOf } from "./report_of.ts";
import { say } from "./say.ts";

/** How findings are written. */
export interface Writing {
  readonly flags: Arguments["flags"];
  readonly outputs: readonly Output[];
  readonly gate: Gate;
  /** All rules, for formats that tell of them. */
  readonly all: readonly Rule[];
}

/** Writes what was found, and returns the status that the findings make. */
export async function writeFindings(
  io: Io,
  linted: readonly Linted[],
  { flags, outputs, gate, all }: Writing,
): Promise<0 | 1 | 2> {
  const quiet = flags.has("quiet");
  const diagnostics = linted.flatMap(({ diagnostics }) => diagnostics);
  const fixed = linted.reduce((sum, one) => sum + one.fixed, 0);
  const diff = flags.has("diff");
  if (diff) {
    if (!quiet) sayDiff(io, diagnostics.length, flags, fixed);
    return 0;
  }
  const documents = linted.flatMap(({ documents }) => documents);
  const paths = linted.flatMap(({ paths }) => paths);
  const outcome = {
    documents,
    paths,
    files: paths.length,
    diagnostics: quiet
      ? diagnostics.filter(({ severity }) => gate.counts(severity))
      : diagnostics,
    safety: new Map(linted.flatMap(({ safety }) => [...safety])),
    effects: new Map(linted.flatMap(({ effects }) => [...effects])),
  };
  // The fixed file of standard input is the document.
  const edits = flags.has("fix") || flags.has("add-ignore");
  const stream = edits && linted.some(({ stdin }) => stdin)
    ? "stderr"
    : "stdout";
  const statistics = flags.has("statistics");
  const when = flags.get("color")?.at(-1);
  const problems: string[] = [];
  let plain: Result | undefined;
  for (const { format, file } of outputs) {
    const people = format === "full" || format === "concise";
    const terminal = file === undefined && people;
    const result = terminal
      ? resultOf({
        ...outcome,
        color: wantsColor(io, stream, when),
        columns: io.isTerminal(stream) ? io.columns() : undefined,
      })
      : resultOf(outcome);
    if (file === undefined || !plain) plain = result;
    const text = await reportOf(io, format, {
      result,
      documents,
      rules: all,
      statistics,
    });
    if (file === undefined) io.write(stream, text);
    else {
      const { saveText } = await import("./save_text.ts");
      const problem = saveText(io, file, { text });
      if (problem !== undefined) problems.push(problem);
    }
    if (format === "github") await summarise(io, result);
  }
  for (const problem of problems) say(io, problem);
  const { status, remark } = gate.judge(diagnostics);
  if (!quiet && plain) sayRest(io, plain, { flags, outputs, fixed });
  if (!quiet && remark !== undefined) say(io, remark);
  return problems.length > 0 ? 2 : status;
}

/** The worst of several. */
export function statusOf(all: readonly (0 | 1 | 2)[]): 0 | 1 | 2 {
  return all.reduce((worst, one) => one > worst ? one : worst, 0);
}

/** The page of a job on GitHub, which shows all findings. */
async function summarise(io: Io, result: Result): Promise<void> {
  const file = io.env("GITHUB_STEP_SUMMARY");
  if (!file) return;
  const { githubSummary } = await import("../report/github_summary.ts");
  const { saveText } = await import("./save_text.ts");
  const text = githubSummary(result);
  const problem = saveText(io, file, { text, append: true });
  if (problem !== undefined) say(io, `warning: ${problem}`);
}

function sayDiff(
  io: Io,
  left: number,
  flags: Arguments["flags"],
  fixed: number,
): void {
  if (flags.has("add-ignore")) return;
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
  { flags, outputs, fixed }: {
    readonly flags: Arguments["flags"];
    readonly outputs: readonly Output[];
    readonly fixed: number;
  },
): void {
  const { findings, files } = result;
  const shown = outputs.find(({ file }) => file === undefined);
  const forPeople = !shown || shown.format === "full" ||
    shown.format === "concise";
  if (flags.has("fix")) {
    const { unsafe } = countsOf(findings);
    const more = unsafe > 0 && !flags.has("unsafe-fixes")
      ? `, ${unsafe} more with --unsafe-fixes`
      : "";
    say(io, `fixed ${fixed}, ${findings.length} left${more}`);
  } else if (files > 0 && forPeople && (findings.length === 0 || !shown)) {
    say(io, summaryOf(result));
  }
}
