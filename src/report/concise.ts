import { printable } from "../text/printable.ts";
import { paint } from "./paint.ts";
import type { Result } from "./result.ts";
import { summaryOf } from "./summary.ts";

/** One line for each finding, as compilers write it. */
export function concise(result: Result): string {
  if (result.findings.length === 0) return "";
  const style = paint(result.color);
  const lines = result.findings.map((finding) => {
    const { path, start, severity, rule, message } = finding;
    const place = `${printable(path)}:${start.line}:${start.column}`;
    const label = style.severity(severity, `${severity}[${rule}]`);
    return `${style.bold(place)}: ${label} ${
      severity === "info" ? style.dim(printable(message)) : printable(message)
    }\n`;
  });
  return `${lines.join("")}${summaryOf(result)}\n`;
}
