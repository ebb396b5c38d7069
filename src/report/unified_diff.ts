import { lineSecrets } from "../model/line_secrets.ts";
import type { Document } from "../model/document.ts";
import { hide } from "../model/mask.ts";
import { type Change, diffLines } from "../text/diff.ts";
import { printable } from "../text/printable.ts";

/** Lines of context around a change. */
const CONTEXT = 3;

/** How two states of a file differ, with secrets masked; empty where they do not. */
export function unifiedDiff(before: Document, after: Document): string {
  const a = linesOf(before);
  const b = linesOf(after);
  const changes = diffLines(a, b);
  const encoded = before.encoding !== after.encoding;
  if (changes.length === 0 && !encoded) return "";
  const name = (document: Document) =>
    printable(document.path) + (encoded ? ` (${document.encoding})` : "");
  const hunks = together(changes).map((hunk) =>
    show(hunk, {
      a: (at) => shown(before, at),
      b: (at) => shown(after, at),
      length: a.length,
    })
  );
  return `--- ${name(before)}\n+++ ${name(after)}\n${hunks.join("")}`;
}

/** The lines with their line ends. */
function linesOf({ text, lines }: Document): readonly string[] {
  return lines.map(({ start, end }) => text.slice(start, end));
}

/** Changes so near to each other that they share their context. */
function together(changes: readonly Change[]): readonly (readonly Change[])[] {
  const hunks: Change[][] = [];
  for (const change of changes) {
    const last = hunks.at(-1);
    if (last && change.aStart - last.at(-1)!.aEnd <= 2 * CONTEXT) {
      last.push(change);
    } else hunks.push([change]);
  }
  return hunks;
}

interface Sides {
  readonly a: (at: number) => string;
  readonly b: (at: number) => string;
  /** How many lines the first side has. */
  readonly length: number;
}

function show(changes: readonly Change[], { a, b, length }: Sides): string {
  const first = changes[0];
  const last = changes[changes.length - 1];
  const start = Math.max(0, first.aStart - CONTEXT);
  const end = Math.min(length, last.aEnd + CONTEXT);
  const otherStart = first.bStart - (first.aStart - start);
  const otherEnd = last.bEnd + (end - last.aEnd);
  const lines: string[] = [];
  let at = start;
  for (const { aStart, aEnd, bStart, bEnd } of changes) {
    for (; at < aStart; at++) lines.push(` ${a(at)}`);
    const removed = range(aStart, aEnd).map(a);
    const added = range(bStart, bEnd).map(b);
    // What changes may be hidden by the mask.
    const note = (line: string, other: string | undefined) =>
      line === other ? line.replace(/(?=\n)/, " (differs behind ****)") : line;
    lines.push(
      ...removed.map((line) => `-${line}`),
      ...added.map((line, nth) => `+${note(line, removed[nth])}`),
    );
    at = aEnd;
  }
  for (; at < end; at++) lines.push(` ${a(at)}`);
  return `@@ -${extent(start, end)} +${extent(otherStart, otherEnd)} @@\n${
    lines.join("")
  }`;
}

function extent(start: number, end: number): string {
  return end - start === 1
    ? `${start + 1}`
    : `${end === start ? start : start + 1},${end - start}`;
}

function range(start: number, end: number): readonly number[] {
  return Array.from({ length: end - start }, (_, at) => start + at);
}

/** A line as it may be shown; line ends other than LF can be seen. */
function shown(document: Document, at: number): string {
  const { start, stop, end } = document.lines[at];
  const text = hide(
    document.text.slice(start, stop),
    lineSecrets(document, at),
  );
  const lineEnd = document.text.slice(stop, end);
  return printable(text) +
    (lineEnd === ""
      ? "\n\\ No newline at end of file\n"
      : `${lineEnd === "\n" ? "" : printable(lineEnd.replace(/\n$/, ""))}\n`);
}
