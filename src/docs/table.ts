import type { Rule } from "../lint/rule.ts";

/** The rules as a Markdown table, each with a link to its page. */
export function table(rules: readonly Rule[], folder: string): string {
  const rows = rules.map((rule) =>
    `| [${rule.id}](${folder}${rule.id}.md) | ${rule.severity}${
      rule.default === "off" ? ", off" : ""
    } | ${rule.summary.replaceAll("|", "\\|")} |`
  );
  return ["| Rule | Severity | What it finds |", "| --- | --- | --- |", ...rows]
    .join("\n") + "\n";
}
