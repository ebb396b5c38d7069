import { rules as allRules } from "../../rules/mod.ts";
import type { Rule } from "../lint/rule.ts";
import type { Kind } from "../model/document.ts";
import { type Arguments, readArguments } from "./arguments.ts";
import { lintCommand } from "./flags.ts";
import type { Io } from "./io.ts";
import { type Linted, lintGroup } from "./lint_group.ts";
import { chooseRules } from "./rule_choice.ts";
import { refuse, say } from "./say.ts";
import { readSources } from "./sources.ts";
import { statusOf, writeFindings } from "./write_findings.ts";

/** `awscfg lint`: the status it ends with. */
export async function lintFiles(
  io: Io,
  args: readonly string[],
  all: readonly Rule[] = allRules,
): Promise<number> {
  const read = readArguments(args, lintCommand);
  if ("usage" in read) return refuse(io, read.usage);
  const { flags, operands } = read;
  const problem = contradiction(read);
  if (problem) return refuse(io, problem);
  const choice = chooseRules(all, {
    select: flags.get("select"),
    ignore: flags.get("ignore"),
  });
  if ("usage" in choice) return refuse(io, choice.usage);

  const sources = readSources(io, {
    operands,
    kind: flags.get("kind")?.at(-1) as Kind | undefined,
    stdinFilename: flags.get("stdin-filename")?.at(-1),
  });
  const quiet = flags.has("quiet");
  for (const warning of quiet ? [] : sources.warnings) {
    say(io, `warning: ${warning}`);
  }
  for (const problem of sources.problems) say(io, problem);

  const linted: Linted[] = [];
  for (const group of sources.groups) {
    linted.push(await lintGroup(io, group, { flags, ...choice }));
  }
  const status = await writeFindings(io, linted, flags);
  const worst = statusOf([status, ...linted.map(({ status }) => status)]);
  if (sources.problems.length > 0 || worst === 2) return 2;
  return flags.has("exit-zero") ? 0 : worst;
}

/** Flags that do not go together. */
function contradiction({ flags, operands }: Arguments): string | undefined {
  if (
    flags.has("unsafe-fixes") && !flags.has("fix") && !flags.has("diff")
  ) return "--unsafe-fixes goes with --fix or --diff";
  if (flags.has("stdin-filename") && !operands.includes("-")) {
    return '--stdin-filename goes with "-", which reads standard input';
  }
  return undefined;
}
