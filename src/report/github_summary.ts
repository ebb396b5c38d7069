import { printable } from "../text/printable.ts";
import type { Result, Shown } from "./result.ts";
import { summaryOf } from "./summary.ts";

const order = ["error", "warning", "info"] as const;

/** GitHub takes a mebibyte for a step; what comes before this one is not known. */
const LONGEST = 900_000;

/** All findings as a table in Markdown, the worst first, for the summary of a job. */
export function githubSummary(result: Result): string {
  const { findings } = result;
  const title = `### awscfg\n\n${summaryOf(result)}\n`;
  if (findings.length === 0) return title;
  const sorted = order.flatMap((severity) =>
    findings.filter((one) => one.severity === severity)
  );
  const head = `\n| Place | | Rule | Finding |\n| --- | --- | --- | --- |\n`;
  let text = title + head;
  for (const [at, finding] of sorted.entries()) {
    const line = row(finding);
    if (text.length + line.length > LONGEST) {
      return `${text}\n${sorted.length - at} more do not fit here\n`;
    }
    text += line;
  }
  return text;
}

function row({ path, start, severity, rule, message }: Shown): string {
  const place = `${path}:${start.line}:${start.column}`;
  return `| ${cell(place)} | ${severity} | ${rule} | ${cell(message)} |\n`;
}

/** What Markdown and HTML would take for theirs is written as entities; nobody is notified. */
function cell(text: string): string {
  return printable(text).replace(
    /[&<>|`*[\]\\~@#$!]|:(?=[a-z+-])|(?<![a-z0-9])_|_(?![a-z0-9])/gi,
    (char) => `&#${char.charCodeAt(0)};`,
  );
}
