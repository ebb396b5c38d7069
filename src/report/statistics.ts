import { paint } from "./paint.ts";
import type { Result } from "./result.ts";
import { countsOf, summaryOf } from "./summary.ts";
import { tableOf } from "./table.ts";

interface Count {
  readonly rule: string;
  readonly severity: "error" | "warning" | "info";
  readonly count: number;
  /** How many `--fix` takes away. */
  readonly fixable: number;
}

/** How often each rule found something, the most frequent first. */
export function statistics(result: Result): string {
  const counts = countsByRule(result);
  if (counts.length === 0) return "";
  const style = paint(result.color);
  const width = String(counts[0].count).length;
  const rows = counts.map(({ rule, severity, count, fixable }) => [
    String(count).padStart(width),
    style.severity(severity, severity),
    rule,
    fixable > 0 ? style.green(`--fix repairs ${fixable}`) : "",
  ]);
  return `${tableOf(rows)}${style.bold(summaryOf(result))}\n`;
}

/** The same for programs. */
export function statisticsJson(result: Result): string {
  const { error, warning, info, fixable } = countsOf(result.findings);
  return `${
    JSON.stringify(
      {
        version: 1,
        statistics: countsByRule(result),
        summary: { files: result.files, error, warning, info, fixable },
      },
      undefined,
      2,
    )
  }\n`;
}

function countsByRule({ findings }: Result): readonly Count[] {
  const counts = new Map<string, Count>();
  for (const { rule, severity, fix } of findings) {
    const known = counts.get(rule) ?? { rule, severity, count: 0, fixable: 0 };
    counts.set(rule, {
      ...known,
      count: known.count + 1,
      fixable: known.fixable + (fix?.safety === "safe" ? 1 : 0),
    });
  }
  return [...counts.values()].sort((a, b) =>
    b.count - a.count || (a.rule < b.rule ? -1 : 1)
  );
}
