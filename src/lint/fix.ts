import {
  type Document,
  openDocuments,
  type Source,
  type Workspace,
} from "../model/document.ts";
import { encode } from "../syntax/decode.ts";
import { applyEdits, type Fix, type TextEdit } from "../text/edit.ts";
import { overlaps } from "../text/span.ts";
import { type Diagnostic, lint, type LintOptions } from "./lint.ts";
import type { Rule } from "./rule.ts";

/** At most so many passes; a fix that makes work for another is done by then. */
const PASSES = 10;

/** What fixing made of the files. */
export interface Fixed {
  readonly workspace: Workspace;
  /** The findings whose fixes were made, in order. */
  readonly applied: readonly Diagnostic[];
  /** What is left. */
  readonly diagnostics: readonly Diagnostic[];
  /** The fixes did not come to rest in ten passes: nothing of it should be written. */
  readonly restless: boolean;
}

/** Says which of the findings' fixes may be made. */
export type Allowed = (
  workspace: Workspace,
  found: readonly Diagnostic[],
) => ReadonlySet<Diagnostic>;

/** Lints and fixes until nothing is left to fix. */
export function fixAll(
  workspace: Workspace,
  rules: readonly Rule[],
  options: LintOptions & { readonly allowed: Allowed },
): Fixed {
  const applied: Diagnostic[] = [];
  for (let pass = 0; pass < PASSES; pass++) {
    const diagnostics = lint(workspace, rules, options);
    const fixable = diagnostics.filter(({ fix }) => fix);
    const may = fixable.length > 0
      ? options.allowed(workspace, fixable)
      : new Set<Diagnostic>();
    const chosen = compatible(fixable.filter((one) => may.has(one)));
    if (chosen.length === 0) {
      return { workspace, applied, diagnostics, restless: false };
    }
    workspace = applyFixes(workspace, chosen.map(({ fix }) => fix!));
    applied.push(...chosen);
  }
  return {
    workspace,
    applied,
    diagnostics: lint(workspace, rules, options),
    restless: true,
  };
}

/** Of findings in order, those whose fixes touch nothing that an earlier one touches. */
export function compatible(
  found: readonly Diagnostic[],
): readonly Diagnostic[] {
  const taken = new Map<string, TextEdit[]>();
  return found.filter(({ fix }) => {
    const places = fix!.edits.map((edit) => ({ edit, cells: cells(edit) }));
    const clash = places.some(({ edit, cells }) =>
      cells.some((cell) =>
        taken.get(cell)?.some(({ span }) => overlaps(span, edit.span))
      )
    );
    if (clash) return false;
    for (const { edit, cells } of places) {
      for (const cell of cells) {
        const list = taken.get(cell);
        if (list) list.push(edit);
        else taken.set(cell, [edit]);
      }
    }
    return true;
  });
}

/** The stretches of 256 characters that an edit touches, so that a clash is looked for nearby alone. */
function cells({ span }: TextEdit): readonly string[] {
  const found: string[] = [];
  for (
    let cell = Math.max(0, span.start - 1) >> 8;
    cell <= span.end >> 8;
    cell++
  ) found.push(`${cell}:${span.path}`);
  return found;
}

/** The files after all edits of the fixes, which must not overlap. */
export function applyFixes(
  workspace: Workspace,
  fixes: readonly Fix[],
): Workspace {
  const edits = new Map<string, TextEdit[]>(
    workspace.documents.map(({ path }) => [path, []]),
  );
  for (const fix of fixes) {
    for (const edit of fix.edits) edits.get(edit.span.path)!.push(edit);
  }
  const reencoded = new Set(fixes.flatMap(({ reencode }) => reencode ?? []));
  return openDocuments(
    workspace.documents.map((document) =>
      edited(
        document,
        edits.get(document.path) ?? [],
        reencoded.has(document.path),
      )
    ),
  );
}

function edited(
  document: Document,
  edits: readonly TextEdit[],
  reencode: boolean,
): Source {
  const { path, kind, text, encoding } = document;
  if (edits.length === 0 && !reencode) return document;
  return {
    path,
    kind,
    bytes: encode(applyEdits(text, edits), reencode ? "utf-8" : encoding),
  };
}
