import { rules as allRules } from "../../rules/mod.ts";
import type { Rule } from "../lint/rule.ts";
import type { Kind } from "../model/document.ts";
import { type Arguments, readArguments } from "./arguments.ts";
import { contradiction } from "./contradiction.ts";
import { gateOf } from "./gate.ts";
import { lintCommand } from "./flags.ts";
import type { Io } from "./io.ts";
import { type Linted, lintGroup } from "./lint_group.ts";
import { type Output, outputsOf } from "./outputs.ts";
import { type GroupSettings, projectOf } from "./project.ts";
import { chooseRules, type RuleChoice } from "./rule_choice.ts";
import { refuse, say } from "./say.ts";
import { type Group, readSources, type Sources } from "./sources.ts";
import { statusOf, writeFindings } from "./write_findings.ts";

/** `awscfg lint`: the status it ends with. */
export async function lintFiles(
  io: Io,
  args: readonly string[],
  all: readonly Rule[] = allRules,
): Promise<number> {
  const read = readArguments(args, lintCommand);
  if ("usage" in read) return refuse(io, read.usage);
  const { flags } = read;
  const problem = contradiction(read);
  if (problem) return refuse(io, problem);
  const outputs = outputsOf(flags);
  if ("usage" in outputs) return refuse(io, outputs.usage);
  const choice = chooseRules(all, {
    select: flags.get("select"),
    ignore: flags.get("ignore"),
  });
  if ("usage" in choice) return refuse(io, choice.usage);

  const sources = () => sourcesOf(io, read);
  const request = { flags, outputs, choice, all };
  if (!flags.has("watch")) return await lintOnce(io, sources(), request);
  const { watch } = await import("./watch.ts");
  const settings = new Set<string>();
  return await watch(io, {
    run: () => lintOnce(io, sources(), { ...request, settings }),
    snapshot: () => [
      ...sources().groups.flatMap(({ files }) => files.map((one) => one.bytes)),
      ...[...settings].flatMap((file) => {
        const reading = io.readFile(file);
        return "bytes" in reading ? [reading.bytes] : [];
      }),
    ],
  });
}

interface Request {
  readonly flags: Arguments["flags"];
  readonly outputs: readonly Output[];
  readonly choice: RuleChoice;
  readonly all: readonly Rule[];
  /** Takes up the settings files that were read. */
  readonly settings?: Set<string>;
}

function sourcesOf(io: Io, { flags, operands }: Arguments): Sources {
  return readSources(io, {
    operands,
    kind: flags.get("kind")?.at(-1) as Kind | undefined,
    stdinFilename: flags.get("stdin-filename")?.at(-1),
  });
}

async function lintOnce(
  io: Io,
  sources: Sources,
  { flags, outputs, choice, all, settings }: Request,
): Promise<0 | 1 | 2> {
  const quiet = flags.has("quiet");
  for (const warning of quiet ? [] : sources.warnings) {
    say(io, `warning: ${warning}`);
  }
  for (const problem of sources.problems) say(io, problem);

  // Settings with mistakes are told before anything is linted, or written.
  const project = projectOf(io, { flags, all, choice, seen: settings });
  const groups: { group: Group; project: GroupSettings }[] = [];
  const wrong = new Set<string>();
  for (const group of sources.groups) {
    const found = await project(group);
    if ("problems" in found) {
      for (const one of found.problems) wrong.add(one);
    } else groups.push({ group, project: found });
  }
  for (const problem of wrong) say(io, problem);
  if (wrong.size > 0) return 2;
  if (flags.has("show-files") || flags.has("show-settings")) {
    const { showFiles, showSettings } = await import("./show_settings.ts");
    if (flags.has("show-files")) showFiles(io, groups);
    else showSettings(io, groups, all);
    return sources.problems.length > 0 ? 2 : 0;
  }

  const gate = gateOf(flags);
  const tellsClients = !flags.has("diff") && !flags.has("statistics") &&
    outputs.some(({ format }) => ["full", "json", "jsonl"].includes(format));
  let linted: readonly Linted[] = [];
  for (const { group, project } of groups) {
    const made = await lintGroup(io, group, {
      flags,
      known: choice.known,
      project,
      tellsClients,
      counts: gate.counts,
    });
    linted = [...linted, made];
  }
  const statuses = linted.map(({ status }) => status);
  const baseline = flags.get("baseline")?.at(-1);
  if (baseline !== undefined) {
    const { applyBaseline } = await import("./baseline_file.ts");
    const known = applyBaseline(io, linted, {
      file: baseline,
      write: flags.has("write-baseline"),
      ran: new Set(
        groups.flatMap(({ project }) => project.rules).map((one) => one.id),
      ),
    });
    if ("problem" in known) return refuse(io, known.problem);
    linted = known.linted;
    for (const remark of quiet ? [] : known.remarks) say(io, remark);
  }
  const status = await writeFindings(io, linted, { flags, outputs, gate, all });
  const worst = statusOf([status, ...statuses]);
  if (sources.problems.length > 0 || worst === 2) return 2;
  return flags.has("exit-zero") ? 0 : worst;
}
