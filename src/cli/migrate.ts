import { unifiedDiff } from "../report/unified_diff.ts";
import { readArguments } from "./arguments.ts";
import type { Io } from "./io.ts";
import { migrateCommand } from "./migrate_flags.ts";
import { type GroupPlan, planGroup } from "./migrate_group.ts";
import { migrateJson } from "./migrate_json.ts";
import { namesProblem } from "./migrate_names.ts";
import { type MigrateRequest, migrateRequest } from "./migrate_request.ts";
import { migrateSummary } from "./migrate_summary.ts";
import { sayAfter, sayBefore, sayProof } from "./migrate_words.ts";
import { type Outcome, writePlans } from "./migrate_write.ts";
import { projectOf } from "./project.ts";
import { refuse, say } from "./say.ts";
import { readSources } from "./sources.ts";
import { undo } from "./undo.ts";

/** `awscfg migrate`: the status it ends with. */
export async function migrateFiles(
  io: Io,
  args: readonly string[],
): Promise<number> {
  const read = readArguments(args, migrateCommand);
  if ("usage" in read) return refuse(io, read.usage);
  const request = migrateRequest(read);
  if ("usage" in request) return refuse(io, request.usage);
  const { operands, kind, action } = request;
  if (action === "write" && operands.includes("-")) {
    return refuse(io, "--write cannot write standard input");
  }

  const { groups, problems, warnings } = readSources(io, {
    operands,
    kind,
    purpose: "migrate",
  });
  for (const warning of warnings) say(io, `warning: ${warning}`);
  for (const problem of problems) say(io, problem);
  if (action === "undo") {
    const status = undo(io, groups);
    return problems.length > 0 ? 2 : status;
  }
  const wrong = new Set<string>();
  const plans: GroupPlan[] = [];
  const { rules } = await import("../../rules/mod.ts");
  const project = projectOf(io, {
    flags: read.flags,
    all: rules,
    choice: { rules, known: rules.map(({ id }) => id) },
  });
  for (const group of groups) {
    const found = await project(group);
    if ("problems" in found) {
      for (const one of found.problems) wrong.add(one);
    } else {plans.push(
        planGroup(io, group, { request, settings: found.settings }),
      );}
  }
  // What a project demands of its files is known before any of them is changed.
  if (wrong.size > 0) {
    for (const one of wrong) say(io, one);
    return 2;
  }
  const problem = namesProblem(plans, request);
  if (problem !== undefined) return refuse(io, problem);
  const status = await carryOut(io, plans, request);
  return problems.length > 0 && status !== 130 ? 2 : status;
}

async function carryOut(
  io: Io,
  plans: readonly GroupPlan[],
  request: MigrateRequest,
): Promise<number> {
  const { action, ask, json } = request;
  const todo = plans.filter(({ plan }) => plan.fix.edits.length > 0);
  const left = plans.some(({ plan }) => plan.left.length > 0);
  if (action !== "write" || todo.length === 0) {
    if (json) io.write("stdout", migrateJson(plans));
    else show(io, plans, { diff: action === "show" });
    sayProof(io, plans, request);
    sayBefore(io, plans, request);
    if (action === "write") return left ? 1 : 0;
    return todo.length > 0 ? 1 : 0;
  }

  const { canAsk, mayGoOn } = await import("./migrate_ask.ts");
  const asks = ask && canAsk(io);
  if (!json) show(io, plans, { diff: asks });
  sayProof(io, plans, request);
  if (asks) {
    const answer = await mayGoOn(
      todo.flatMap(({ files, before, after }) =>
        files.filter((_, at) => before.documents[at] !== after.documents[at])
          .map(({ path }) => path)
      ),
    );
    if (answer === "interrupted") return 130;
    if (answer === "no") {
      say(io, "nothing was written");
      return 1;
    }
  }
  const outcome: Outcome = writePlans(io, todo, request);
  if (json) io.write("stdout", migrateJson(plans, outcome));
  sayAfter(io, { todo, plans, outcome, request });
  return outcome.problems.length > 0 ? 2 : left ? 1 : 0;
}

function show(
  io: Io,
  plans: readonly GroupPlan[],
  { diff }: { readonly diff: boolean },
): void {
  const parts = plans.flatMap((group) => {
    const { before, after } = group;
    const changes = diff
      ? before.documents.map((document, at) =>
        unifiedDiff(document, after.documents[at])
      ).join("")
      : "";
    return [changes, migrateSummary(group)].filter((part) => part !== "");
  });
  io.write("stdout", parts.join("\n"));
}
