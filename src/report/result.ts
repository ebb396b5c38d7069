import type { Diagnostic } from "../lint/lint.ts";
import type { Severity } from "../lint/rule.ts";
import type { Safety } from "../lint/safety.ts";
import type { Document } from "../model/document.ts";
import { LineIndex, type Position } from "../text/position.ts";
import type { Fix } from "../text/edit.ts";
import type { Span } from "../text/span.ts";
import type { Effects } from "../lint/effect.ts";
import { changeTexts } from "./change_texts.ts";
import { secretKeeper } from "./secret_keeper.ts";
import { type ShownEffects, shownEffects } from "./shown_effects.ts";
import { lineSecrets } from "../model/line_secrets.ts";
import type { Secret } from "../model/mask.ts";

/** A place, in lines and columns. */
export interface Place {
  readonly path: string;
  readonly start: Position;
  readonly end: Position;
}

/** A fix as anybody may see it. */
export interface ShownFix {
  readonly title: string;
  readonly safety: "safe" | "unsafe";
  /** Why it is unsafe: what it changes, and for which clients. */
  readonly changes: readonly string[];
  /** Missing where a secret stands in the text of one. */
  readonly edits?: readonly (Place & { readonly text: string })[];
}

/** A finding as anybody may see it: no part of it holds a secret. */
export interface Shown extends Place {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly help?: string;
  readonly section?: string;
  /** What each client makes of it, where that was asked for. */
  readonly clients?: ShownEffects;
  readonly related: readonly (Place & { readonly message: string })[];
  readonly fix?: ShownFix;
  readonly suggestions: readonly ShownFix[];
}

/** A line of a file with what of it is to be masked. */
export interface ShownLine {
  readonly text: string;
  readonly secrets: readonly Secret[];
}

/** What a format makes a text of. It never sees a document, so it cannot show a secret. */
export interface Result {
  readonly findings: readonly Shown[];
  /** How many files were linted. */
  readonly files: number;
  /** Which they are. */
  readonly paths: readonly string[];
  /** A line by path and number; the first is 1. */
  readonly line: (path: string, line: number) => ShownLine | undefined;
  /** The line of the header above, if a section is there. */
  readonly header: (path: string, line: number) => number | undefined;
  readonly color: boolean;
  readonly columns: number;
}

/** What linting came to. */
export interface Outcome {
  readonly documents: readonly Document[];
  readonly files: number;
  readonly diagnostics: readonly Diagnostic[];
  /** What is known of the fixes. */
  readonly safety: ReadonlyMap<Diagnostic, Safety>;
  /** The files that were linted, where not all that were read. */
  readonly paths?: readonly string[];
  /** What is known of the clients. */
  readonly effects?: ReadonlyMap<Diagnostic, Effects>;
  readonly color?: boolean;
  readonly columns?: number;
}

/** Makes what may be shown of what was found. */
export function resultOf(outcome: Outcome): Result {
  const { diagnostics, safety, files, color = false, columns = 100 } = outcome;
  const documents = new Map(outcome.documents.map((one) => [one.path, one]));
  const indexes = new Map<string, LineIndex>();
  const indexOf = (path: string): LineIndex => {
    let index = indexes.get(path);
    if (!index) {
      index = new LineIndex(documents.get(path)!.text);
      indexes.set(path, index);
    }
    return index;
  };
  const place = ({ path, start, end }: Span): Place => ({
    path,
    start: indexOf(path).position(start),
    end: indexOf(path).position(end),
  });
  // Several findings speak of one line.
  const secretsByLine = new Map<Document, Map<number, readonly Secret[]>>(
    outcome.documents.map((one) => [one, new Map()]),
  );
  const secrets = (path: string, at: number): readonly Secret[] => {
    const document = documents.get(path)!;
    if (at >= document.lines.length) return [];
    const known = secretsByLine.get(document)!;
    let found = known.get(at);
    if (!found) known.set(at, found = lineSecrets(document, at));
    return found;
  };
  const keeper = secretKeeper({
    document: (path) => documents.get(path)!,
    lineAt: (path, offset) => indexOf(path).position(offset).line - 1,
    secrets,
  });

  const shown = (diagnostic: Diagnostic): Shown => {
    const { rule, severity, span, section, fix, help } = diagnostic;
    const hidden = keeper(diagnostic);
    const effects = outcome.effects?.get(diagnostic);
    const shownFix = (fix: Fix, known?: Safety): ShownFix => ({
      title: hidden.text(fix.title),
      safety: known?.safe ? "safe" : "unsafe",
      changes: changeTexts(known?.changes ?? []).map(hidden.name),
      ...(fix.edits.some(hidden.inEdit) ? {} : {
        edits: fix.edits.map(({ span, text }) => ({ ...place(span), text })),
      }),
    });
    return {
      rule,
      severity,
      message: hidden.text(diagnostic.message),
      ...(help === undefined ? {} : { help: hidden.text(help) }),
      ...place(span),
      ...(section === undefined ? {} : { section: hidden.name(section) }),
      ...(effects ? { clients: shownEffects(effects, hidden.text) } : {}),
      related: diagnostic.related.map(({ span, message }) => ({
        ...place(span),
        message: hidden.text(message),
      })),
      ...(fix ? { fix: shownFix(fix, safety.get(diagnostic)) } : {}),
      suggestions: diagnostic.suggestions.map((one) => shownFix(one)),
    };
  };

  return {
    findings: diagnostics.map(shown),
    files,
    paths: outcome.paths ?? [...documents.keys()],
    line: (path, line) => {
      const document = documents.get(path);
      const found = document?.lines[line - 1];
      return found && document && {
        text: document.text.slice(found.start, found.stop),
        secrets: secrets(path, line - 1),
      };
    },
    header: (path, line) => {
      const { lines } = documents.get(path)!;
      for (let at = line - 1; at >= 0; at--) {
        if (lines[at]?.kind === "header") return at + 1;
      }
      return undefined;
    },
    color,
    columns,
  };
}
