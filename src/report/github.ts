import { printable } from "../text/printable.ts";
import type { Result, Shown } from "./result.ts";

const commands = {
  error: "error",
  warning: "warning",
  info: "notice",
} as const;
const order = ["error", "warning", "info"] as const;

/** GitHub shows so many annotations of each kind for a step. */
const SHOWN = 10;

/**
 * Annotations of GitHub Actions, the worst first, and no more of a kind than GitHub shows: the rest
 * stands in the log as plain lines, counted.
 */
export function github({ findings }: Result): string {
  const groups = order.map((severity) =>
    findings.filter((one) => one.severity === severity)
  );
  const rest = groups.flatMap((group) => group.slice(SHOWN));
  return [
    ...groups.flatMap((group) => group.slice(0, SHOWN).map(annotation)),
    ...(rest.length > 0
      ? [
        `${rest.length} more, since GitHub annotates ${SHOWN} of a kind in a step:`,
        ...rest.map(plain),
      ]
      : []),
  ].map((line) => `${line}\n`).join("");
}

/** A line that cannot be taken for a command: those begin with `::`, or hold `##[`. */
function plain({ severity, rule, path, start, message }: Shown): string {
  const text =
    `${path}:${start.line}:${start.column}: ${severity}[${rule}] ${message}`;
  return `- ${printable(text).replaceAll("##[", "## [")}`;
}

function annotation(finding: Shown): string {
  const { severity, rule, path, start, end, message } = finding;
  const properties = [
    `title=${property(`awscfg (${rule})`)}`,
    `file=${property(path)}`,
    `line=${start.line}`,
    // Columns of different lines are not understood.
    ...(start.line === end.line ? [`col=${start.column}`] : []),
    `endLine=${end.line}`,
    ...(start.line === end.line
      ? [`endColumn=${Math.max(start.column, end.column)}`]
      : []),
  ];
  // The log shows the message alone, so it says the place too.
  const place = `${path}:${start.line}:${start.column}`;
  return `::${commands[severity]} ${properties.join(",")}::${
    data(`${place}: ${message}`)
  }`;
}

/** As actions/runner reads it in `ActionCommand.cs`; `%` comes first. */
function data(text: string): string {
  const escaped = text.replaceAll("%", "%25").replaceAll("\r", "%0D")
    .replaceAll("\n", "%0A");
  return printable(escaped);
}

function property(text: string): string {
  return data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
