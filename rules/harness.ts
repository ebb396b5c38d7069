import assert from "node:assert/strict";
import { fixAll } from "../src/lint/fix.ts";
import { type Diagnostic, lint, type LintOptions } from "../src/lint/lint.ts";
import type { Example, Files, Rule } from "../src/lint/rule.ts";
import { openDocuments, type Workspace } from "../src/model/document.ts";
import { LineIndex } from "../src/text/position.ts";

/** The files of an example as a workspace; they are called `config` and `credentials`. */
export function open(files: Files): Workspace {
  return openDocuments((["config", "credentials"] as const).flatMap((kind) => {
    const content = files[kind];
    if (content === undefined) return [];
    return [{
      path: kind,
      kind,
      bytes: typeof content === "string"
        ? new TextEncoder().encode(content)
        : content,
    }];
  }));
}

/** `config:1:2 message` */
export function say(
  { span, message }: Diagnostic,
  workspace: Workspace,
): string {
  const document = workspace.documents.find(({ path }) => path === span.path)!;
  const { line, column } = new LineIndex(document.text).position(span.start);
  return `${span.path}:${line}:${column} ${message}`;
}

/** Runs an example: what it says, what it does not say, and that fixed is fixed. */
export function tryExample(
  rule: Rule,
  { bad, says = [], good, host, settings, now }: Example,
  all: readonly Rule[],
): void {
  const options: LintOptions = {
    host,
    settings,
    now,
    known: all.map(({ id }) => id),
  };
  const rules = rule.late ? all : [rule];
  const own = (workspace: Workspace) =>
    lint(workspace, rules, options).filter((one) => one.rule === rule.id);

  assert.deepEqual(
    own(open(good)).map((one) => say(one, open(good))),
    [],
    "the good file is quiet",
  );
  if (!bad) return;

  const workspace = open(bad);
  const found = own(workspace);
  assert.deepEqual(
    found.map((one) => say(one, workspace)),
    says,
    "the bad file says",
  );
  for (const suggestion of found.flatMap((one) => one.suggestions)) {
    assert.ok(suggestion.edits.length > 0);
  }
  if (!found.some(({ fix }) => fix)) return;

  const fixed = fixAll(workspace, rules, {
    ...options,
    allowed: (_, found) => new Set(found.filter((one) => one.rule === rule.id)),
  });
  assert.ok(!fixed.restless, "fixes come to rest");
  assert.deepEqual(
    texts(fixed.workspace),
    texts(open(good)),
    "fixing makes the good file of the bad one",
  );
}

/** What the other rules say about an example: one mistake is one finding, and a good file has none. */
export function tryWithOthers(
  rule: Rule,
  { title, bad, good, host, settings, now }: Example,
  all: readonly Rule[],
): void {
  const options: LintOptions = { host, settings, now };
  const others = all.filter((one) => one === rule || one.default !== "off");
  const loud = (files: Files) => {
    const workspace = open(files);
    return lint(workspace, others, options)
      .filter((one) =>
        one.rule !== rule.id && one.severity !== "info" &&
        // A last line without its end is part of what an example shows.
        one.rule !== "missing-final-newline"
      )
      .map((one) => `${one.rule} ${say(one, workspace)}`);
  };
  if (bad) {
    assert.deepEqual(loud(bad), [], `${title}: other rules on the bad file`);
  }
  assert.deepEqual(loud(good), [], `${title}: other rules on the good file`);
}

function texts({ documents }: Workspace): Record<string, string> {
  return Object.fromEntries(
    documents.map(({ path, bytes }) => [path, String.fromCharCode(...bytes)]),
  );
}
