import { type Effects, effectsOf, type Status } from "../lint/effect.ts";
import { lint } from "../lint/lint.ts";
import type { Files, Rule } from "../lint/rule.ts";
import { openDocuments, type Workspace } from "../model/document.ts";
import { clientTitles } from "../readers/client_titles.ts";
import { type Client, clients } from "../readers/view.ts";

/** From the worst to the best, and the words for it. */
const words: Readonly<Record<Status, string>> = {
  error: "refuses",
  different: "reads otherwise",
  ignored: "ignores",
  ok: "as meant",
};

/**
 * What each client makes of the mistakes of each rule, computed by the readers from the rule's own
 * examples; where the examples differ, each answer stands there.
 */
export function clientsTable(rules: readonly Rule[], folder: string): string {
  const rows = rules.map((rule) => {
    const found = effectsOfExamples(rule, rules);
    const cells = clients.map((client) => cell(found, client));
    return `| [${rule.id}](${folder}${rule.id}.md) | ${cells.join(" | ")} |`;
  });
  const titles = clients.map((client) => clientTitles[client]);
  return `${
    [
      `| Rule | ${titles.join(" | ")} |`,
      `| --- |${" --- |".repeat(clients.length)}`,
      ...rows,
    ].join("\n")
  }\n`;
}

function effectsOfExamples(
  rule: Rule,
  all: readonly Rule[],
): readonly Effects[] {
  return rule.examples().flatMap(({ bad, host, settings, now }) => {
    if (!bad) return [];
    const workspace = open(bad);
    const found = lint(workspace, rule.late ? all : [rule], {
      host,
      settings,
      now,
      known: all.map(({ id }) => id),
    }).filter((one) => one.rule === rule.id);
    return [...effectsOf(workspace, found).values()];
  });
}

function cell(found: readonly Effects[], client: Client): string {
  const there = new Set(found.map((one) => one[client].status));
  return (Object.keys(words) as Status[]).filter((one) => there.has(one))
    .map((one) => words[one]).join(", ");
}

function open(files: Files): Workspace {
  return openDocuments((["config", "credentials"] as const).flatMap((kind) => {
    const content = files[kind];
    if (content === undefined) return [];
    const bytes = typeof content === "string"
      ? new TextEncoder().encode(content)
      : content;
    return [{ path: kind, kind, bytes }];
  }));
}
