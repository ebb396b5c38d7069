import { printable } from "../text/printable.ts";
import { clientLine } from "./client_line.ts";
import { frameOf } from "./frame.ts";
import { type Paint, paint } from "./paint.ts";
import type { Place, Result, Shown } from "./result.ts";
import { summaryOf } from "./summary.ts";

/** At most so many lines of a span are shown. */
const LINES = 4;

/** At most so many effects of an unsafe fix are told. */
const CHANGES = 3;

/** For people: the place with its line, what is wrong, what to do, and the sum at the end. */
export function full(result: Result): string {
  if (result.findings.length === 0) return "";
  const style = paint(result.color);
  const blocks = result.findings.map((finding) =>
    block(finding, result, style)
  );
  return `${blocks.join("\n\n")}\n\n${style.bold(summaryOf(result))}\n`;
}

function block(finding: Shown, result: Result, style: Paint): string {
  const { severity, rule, message, related, fix, suggestions, help } = finding;
  const gutter = gutterOf([finding, ...related]);
  const edge = `${" ".repeat(gutter + 1)}${style.blue("=")}`;
  const quiet = severity === "info" ? style.dim : (text: string) => text;
  const lines = [
    `${style.severity(severity, `${severity}[${rule}]`)}${
      severity === "info"
        ? quiet(`: ${printable(message)}`)
        : style.bold(`: ${printable(message)}`)
    }`,
    ...frame(finding, result, {
      gutter,
      style,
      marks: (text) => style.severity(severity, text),
      mark: "^",
    }),
  ];
  for (const one of related) {
    lines.push(
      `${style.blue("note")}: ${printable(one.message)}`,
      ...frame(one, result, { gutter, style, marks: style.blue, mark: "-" }),
    );
  }
  const clients = finding.clients && clientLine(finding.clients);
  if (clients) lines.push(`${edge} ${clients}`);
  if (fix) {
    const word = fix.safety === "safe" ? "fix" : "unsafe fix";
    lines.push(`${edge} ${style.green(word)}: ${printable(fix.title)}`);
    lines.push(
      ...fix.changes.slice(0, CHANGES).map((text) =>
        `${edge}   ${style.dim(printable(text))}`
      ),
    );
    const more = fix.changes.length - CHANGES;
    if (more > 0) lines.push(`${edge}   ${style.dim(`and ${more} more`)}`);
  }
  for (const { title } of suggestions) {
    lines.push(`${edge} ${style.green("perhaps")}: ${printable(title)}`);
  }
  if (help) lines.push(`${edge} ${style.green("help")}: ${printable(help)}`);
  lines.push(`${edge} ${style.dim(`why: awscfg explain ${rule}`)}`);
  return lines.join("\n");
}

function gutterOf(places: readonly Place[]): number {
  return Math.max(
    ...places.map(({ start, end }) =>
      Math.min(end.line, start.line + LINES - 1)
    ),
  ).toString().length;
}

interface Look {
  readonly gutter: number;
  readonly style: Paint;
  readonly marks: (text: string) => string;
  readonly mark: string;
}

function frame(
  { path, start, end }: Place,
  { line, header, columns }: Result,
  { gutter, style, marks, mark }: Look,
): readonly string[] {
  const blank = " ".repeat(gutter);
  const bar = style.blue("|");
  const numbered = (number: number, text: string) =>
    `${style.blue(String(number).padStart(gutter))} ${bar} ${text}`.trimEnd();
  const lines = [
    `${blank}${style.blue("-->")} ${
      printable(path)
    }:${start.line}:${start.column}`,
  ];
  // A finding on the whole file is about no line.
  if (end.offset === 0) return lines;
  const room = Math.max(20, columns - gutter - 3);
  const above = header(path, start.line);
  if (above !== undefined && above < start.line) {
    const text = line(path, above);
    if (text) {
      const shown = frameOf(text, { start: -1, end: -1, columns: room }).line;
      lines.push(`${blank} ${bar}`, numbered(above, style.dim(shown)));
      if (above < start.line - 1) lines.push(style.blue("...".padEnd(gutter)));
    }
  } else lines.push(`${blank} ${bar}`);
  // A span that ends at the beginning of a line does not reach into it.
  const last = end.line > start.line && end.column === 1
    ? end.line - 1
    : end.line;
  for (
    let at = start.line;
    at <= Math.min(last, start.line + LINES - 1);
    at++
  ) {
    const text = line(path, at) ?? { text: "", secrets: [] };
    const from = at === start.line ? start.column - 1 : 0;
    const framed = frameOf(text, {
      start: from,
      end: at === end.line ? end.column - 1 : Math.max(from, text.text.length),
      columns: room,
      mark,
    });
    lines.push(
      numbered(at, framed.line),
      `${blank} ${bar} ${marks(framed.marks)}`,
    );
  }
  if (last >= start.line + LINES) lines.push(style.blue("..."));
  return lines;
}
