import type { Document, Section, Workspace } from "../model/document.ts";
import { insertLineAbove, lineEnd } from "../model/lines.ts";
import { LineIndex } from "../text/position.ts";
import { applyFixes } from "./fix.ts";
import type { Diagnostic } from "./lint.ts";
import { type Change, safetyOf } from "./safety.ts";
import { covered, headersOf } from "./suppress.ts";

/** What silencing findings came to. */
export interface Silenced {
  readonly workspace: Workspace;
  /** The findings that are silenced now. */
  readonly silenced: readonly Diagnostic[];
  /** How many comments that took. */
  readonly comments: number;
  /** Findings that no comment can silence. */
  readonly unreachable: readonly Diagnostic[];
  /** Findings above which a comment would change what a client reads. */
  readonly unsafe: readonly {
    readonly diagnostic: Diagnostic;
    readonly changes: readonly Change[];
  }[];
}

/** Writes a comment above each finding that silences it, where no client minds the comment. */
export function addIgnores(
  workspace: Workspace,
  found: readonly Diagnostic[],
  reason: string,
): Silenced {
  const unreachable: Diagnostic[] = [];
  const comments = new Map<Diagnostic, readonly Diagnostic[]>();
  for (const document of workspace.documents) {
    const own = found.filter(({ span }) => span.path === document.path);
    const { groups, rest } = anchored(document, own);
    unreachable.push(...rest);
    for (const [line, group] of groups) {
      comments.set(comment(document, { line, group, reason }), group);
    }
  }
  const safety = safetyOf(workspace, [...comments.keys()]);
  const made = [...comments].filter(([one]) => safety.get(one)!.safe);
  return {
    workspace: applyFixes(workspace, made.map(([{ fix }]) => fix!)),
    silenced: made.flatMap(([, group]) => group),
    comments: made.length,
    unreachable,
    unsafe: [...comments].flatMap(([one, group]) => {
      const { safe, changes } = safety.get(one)!;
      return safe ? [] : group.map((diagnostic) => ({ diagnostic, changes }));
    }),
  };
}

/** Findings by the line above which a comment silences them. */
function anchored(
  document: Document,
  found: readonly Diagnostic[],
): {
  readonly groups: ReadonlyMap<number, readonly Diagnostic[]>;
  readonly rest: readonly Diagnostic[];
} {
  const { lines } = document;
  const index = new LineIndex(document.text);
  const headers = headersOf(document);
  const groups = new Map<number, Diagnostic[]>();
  const rest: Diagnostic[] = [];
  for (const diagnostic of found) {
    const { span } = diagnostic;
    const at = onWholeFile(diagnostic)
      ? 0
      : opener(document, index.position(span.start).line - 1, headers);
    const reaches = onWholeFile(diagnostic) || at < lines.length &&
        lines[at].kind !== "comment" && lines[at].kind !== "blank" &&
        inside(covered(document, at - 1, headers), span.start);
    if (!reaches) {
      rest.push(diagnostic);
      continue;
    }
    const group = groups.get(at);
    if (group) group.push(diagnostic);
    else groups.set(at, [diagnostic]);
  }
  return { groups, rest };
}

function onWholeFile({ span }: Diagnostic): boolean {
  return span.start === 0 && span.end === 0;
}

function inside(
  { start, end }: { readonly start: number; readonly end: number },
  offset: number,
): boolean {
  return start <= offset && offset < end;
}

/** The key that opens the block in which a line stands, else the line itself. */
function opener(
  { sections }: Document,
  line: number,
  headers: ReadonlyMap<number, Section>,
): number {
  const section = headers.get(line) ??
    sections.find(({ firstLine, lastLine }) =>
      firstLine <= line && line < lastLine
    );
  const property = section?.properties.find((one) =>
    one.line <= line && line < one.endLine
  );
  return property?.line ?? line;
}

/** The comment above a line, as a finding whose fix writes it: so its safety can be asked for. */
function comment(
  document: Document,
  { line, group, reason }: {
    readonly line: number;
    readonly group: readonly Diagnostic[];
    readonly reason: string;
  },
): Diagnostic {
  const text = [
    ["awscfg-ignore-file", group.filter(onWholeFile)] as const,
    ["awscfg-ignore", group.filter((one) => !onWholeFile(one))] as const,
  ].flatMap(([word, of]) => {
    const rules = [...new Set(of.map(({ rule }) => rule))].sort();
    return rules.length === 0
      ? []
      : [`# ${word} ${rules.join(", ")} -- ${reason}`];
  }).join(lineEnd(document, line));
  return {
    ...group[0],
    related: [],
    suggestions: [],
    fix: {
      title: "Silence it",
      edits: [insertLineAbove(document, line, text)],
    },
  };
}
