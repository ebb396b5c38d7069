import { parseKnownFiles } from "@smithy/shared-ini-file-loader";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { rules } from "../rules/mod.ts";
import { lint } from "../src/lint/lint.ts";
import type { Rule } from "../src/lint/rule.ts";
import { safetyOf } from "../src/lint/safety.ts";
import { planMigration } from "../src/migrate/plan.ts";
import { openDocuments, type Workspace } from "../src/model/document.ts";
import { view } from "../src/readers/read.ts";
import { clients } from "../src/readers/view.ts";

/** Files of so many profiles. */
export interface Files {
  readonly clean: (profiles: number) => string;
  readonly slipped: (profiles: number) => string;
  readonly legacy: (profiles: number) => string;
}

const all = rules.filter((rule) => rule.default !== "off");

/** What linting takes in process, beside the mere parse of another; ratios in one run, best of five. */
export async function inProcess(
  { clean, slipped, legacy }: Files,
): Promise<string> {
  const parse = await parsing(clean(10_000));
  const linting = best(() => everything(clean(10_000)));
  const fixable = best(() => everything(slipped(10_000)), 3);
  const large = best(() => everything(clean(100_000)), 1);
  const legacyLint = best(() => everything(legacy(10_000)), 3);
  const migrating = best(() => planMigration(open(legacy(10_000))), 3);
  const rows: readonly (readonly [string, number, string])[] = [
    ["`@smithy/shared-ini-file-loader` parses 10,000 profiles", parse, "1"],
    [
      "every rule and every reader, the same file",
      linting,
      `${ratio(linting, parse)} x the parse`,
    ],
    [
      "the same with a fixable finding on every line, fixes judged",
      fixable,
      `${ratio(fixable, linting)} x the clean file`,
    ],
    ["100,000 profiles", large, `${ratio(large, linting)} x the 10,000`],
    ["10,000 legacy profiles: lint", legacyLint, "1"],
    [
      "10,000 legacy profiles: plan and prove the migration",
      migrating,
      `${ratio(migrating, legacyLint)} x linting them`,
    ],
  ];
  return [
    "| in process | best | ratio |",
    "| --- | --: | --- |",
    ...rows.map(([what, took, said]) =>
      `| ${what} | ${took.toFixed(0)} ms | ${said} |`
    ),
    "",
    byRule(clean(10_000)),
  ].join("\n");
}

async function parsing(text: string): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), "awscfg-bench-"));
  const configFilepath = join(folder, "config");
  writeFileSync(configFilepath, text);
  const filepath = join(folder, "none");
  let least = Infinity;
  for (let run = 0; run < 5; run++) {
    const began = performance.now();
    await parseKnownFiles({ configFilepath, filepath, ignoreCache: true });
    least = Math.min(least, performance.now() - began);
  }
  rmSync(folder, { recursive: true });
  return least;
}

function everything(text: string): void {
  const workspace = open(text);
  for (const client of clients) view(client, workspace);
  safetyOf(workspace, lint(workspace, all).filter(({ fix }) => fix));
}

function open(text: string): Workspace {
  return openDocuments([{
    path: "config",
    kind: "config",
    bytes: new TextEncoder().encode(text),
  }]);
}

function best(run: () => unknown, times = 5): number {
  let least = Infinity;
  for (let at = 0; at < times; at++) {
    const began = performance.now();
    run();
    least = Math.min(least, performance.now() - began);
  }
  return least;
}

/** The rules that take longest, as shares of the whole; the views are read before. */
function byRule(text: string): string {
  const workspace = open(text);
  for (const client of clients) view(client, workspace);
  const alone = (chosen: readonly Rule[]) =>
    best(() => lint(workspace, chosen));
  const nothing = alone([]);
  const whole = alone(all);
  const shares = all.map((rule) =>
    [rule.id, Math.max(0, alone([rule]) - nothing)] as const
  )
    .toSorted(([, a], [, b]) => b - a).slice(0, 5);
  return [
    "| rule, 10,000 profiles | time | share of linting |",
    "| --- | --: | --: |",
    ...shares.map(([id, took]) =>
      `| ${id} | ${took.toFixed(1)} ms | ${(100 * took / whole).toFixed(1)} % |`
    ),
    "",
  ].join("\n");
}

function ratio(a: number, b: number): string {
  return (a / b).toFixed(1);
}
