/**
 * Lints, fixes and migrates every file of a folder in memory and prints what came of it:
 * `deno task corpus DIR [--findings] [--diffs]`. Exit status 1 when a file breaks a promise: a crash, a fix
 * that does not come to rest, a second fix that changes something, a migration that moves on.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { rules as all } from "../rules/mod.ts";
import { fixAll } from "../src/lint/fix.ts";
import { type Diagnostic, lint } from "../src/lint/lint.ts";
import { safeFixes } from "../src/lint/safety.ts";
import { planMigration } from "../src/migrate/plan.ts";
import { migrated } from "../src/migrate/migrated.ts";
import { openDocuments, type Workspace } from "../src/model/document.ts";
import { unifiedDiff } from "../src/report/unified_diff.ts";
import { LineIndex } from "../src/text/position.ts";

const rules = all.filter((rule) => rule.default !== "off");
const [folder, ...flags] = process.argv.slice(2);
const shown = new Set(flags);
const broken: string[] = [];
const counts = new Map<string, number>();

for (const name of readdirSync(folder).sort()) {
  if (!/\.(?:config|credentials)$|^(?:config|credentials)$/.test(name)) {
    continue;
  }
  const kind = name.includes("credentials") ? "credentials" : "config";
  const workspace = openDocuments([{
    path: name,
    kind,
    bytes: readFileSync(join(folder, name)),
  }]);
  try {
    console.log(row(name, workspace));
  } catch (error) {
    broken.push(`${name}: ${error instanceof Error ? error.stack : error}`);
  }
}

console.log();
for (const [rule, count] of [...counts].toSorted(([, a], [, b]) => b - a)) {
  console.log(`${String(count).padStart(5)}  ${rule}`);
}
for (const line of broken) console.error(line);
process.exitCode = broken.length > 0 ? 1 : 0;

function row(name: string, workspace: Workspace): string {
  const found = lint(workspace, rules);
  for (const { rule } of found) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  const details: string[] = [];
  if (shown.has("--findings")) {
    details.push(...found.map((one) => `    ${told(workspace, one)}`));
  }
  const fixes: string[] = [];
  for (
    const [what, allowed] of [["safe", safeFixes], [
      "all",
      (_: Workspace, all: readonly Diagnostic[]) => new Set(all),
    ]] as const
  ) {
    const fixed = fixAll(workspace, rules, { allowed });
    if (fixed.restless) {
      broken.push(`${name}: ${what} fixes do not come to rest`);
    }
    const again = fixAll(fixed.workspace, rules, { allowed });
    if (again.applied.length > 0) {
      broken.push(`${name}: fixing twice changes something`);
    }
    fixes.push(`${fixed.applied.length} ${what}`);
    if (shown.has("--diffs")) details.push(diff(workspace, fixed.workspace));
  }
  const plan = planMigration(workspace);
  const after = migrated(workspace, plan.fix);
  if (planMigration(after).fix.edits.length > 0) {
    broken.push(`${name}: migrating twice changes something`);
  }
  if (shown.has("--migrate")) {
    details.push(
      ...plan.left.map(({ profile, reason }) =>
        `    left ${profile}: ${reason}`
      ),
      diff(workspace, after),
    );
  }
  const of = (severity: string) =>
    found.filter((one) => one.severity === severity).length;
  const cells = [
    `${of("error")} error`,
    `${of("warning")} warning`,
    `${of("info")} info`,
    ...fixes,
    `${plan.moved.length} moved`,
    `${plan.left.length} left`,
  ];
  return [
    `${name.padEnd(14)} ${cells.map((cell) => cell.padStart(11)).join("")}`,
    ...details.filter((text) => text !== ""),
  ].join("\n");
}

function told(
  workspace: Workspace,
  { span, rule, severity, message }: Diagnostic,
): string {
  const { text } = workspace.documents.find(({ path }) => path === span.path)!;
  const { line, column } = new LineIndex(text).position(span.start);
  return `${line}:${column} ${severity} ${rule}: ${message}`;
}

function diff(before: Workspace, after: Workspace): string {
  return before.documents.map((document, at) =>
    unifiedDiff(document, after.documents[at])
  ).join("");
}
