/**
 * Reads `~/.aws/config` and `~/.aws/credentials` as every AWS client does, finds the mistakes in
 * them, and repairs them without touching another byte. Pure: no file is opened, nothing is sent.
 *
 * ```ts
 * import { lint, openWorkspace, readAs } from "@awscfg/awscfg";
 * import assert from "node:assert/strict";
 *
 * const workspace = openWorkspace({
 *   config: "[profile dev]\nregion = us_east_1\n",
 * });
 * const [{ rule, message, fix }] = lint(workspace);
 *
 * assert.equal(rule, "region-invalid");
 * assert.match(message, /us_east_1/);
 * assert.equal(fix?.edits[0].text, "us-east-1");
 * assert.deepEqual(readAs("botocore", workspace).profiles, { dev: { region: "us_east_1" } });
 * ```
 *
 * @module
 */
import { rules } from "./rules/mod.ts";
import {
  type Diagnostic,
  lint as lintWith,
  type LintOptions,
} from "./src/lint/lint.ts";
import { fixAll, type Fixed } from "./src/lint/fix.ts";
import { safeFixes } from "./src/lint/safety.ts";
import { openDocuments, type Workspace } from "./src/model/document.ts";
import { type ReadAs, readAs as readView } from "./src/readers/read_as.ts";
import {
  type PlainResolution,
  plainResolution,
} from "./src/readers/resolve_as.ts";
import { resolve, view } from "./src/readers/read.ts";
import type { Client } from "./src/readers/view.ts";

export { rules } from "./rules/mod.ts";
export type { Fixed } from "./src/lint/fix.ts";
export type { Diagnostic, LintOptions } from "./src/lint/lint.ts";
export type {
  Example,
  Finding,
  Host,
  Input,
  Rule,
  RuleSettings,
  Severity,
} from "./src/lint/rule.ts";
export {
  type MigrateOptions,
  type Plan,
  planMigration,
} from "./src/migrate/plan.ts";
export { migrated } from "./src/migrate/migrated.ts";
export type { Document, Kind, Workspace } from "./src/model/document.ts";
export type { ReadAs } from "./src/readers/read_as.ts";
export type { PlainResolution } from "./src/readers/resolve_as.ts";
export { type Client, clients } from "./src/readers/view.ts";
export { applyEdits, type Fix, type TextEdit } from "./src/text/edit.ts";
export { LineIndex, type Position } from "./src/text/position.ts";
export type { Span } from "./src/text/span.ts";

/** The bytes or text of the two files; either may be missing. */
export interface Contents {
  readonly config?: Uint8Array | string;
  readonly credentials?: Uint8Array | string;
}

/** Reads both files; never throws, whatever the bytes. Their paths are `config` and `credentials`. */
export function openWorkspace(contents: Contents): Workspace {
  return openDocuments((["config", "credentials"] as const).flatMap((kind) => {
    const content = contents[kind];
    if (content === undefined) return [];
    const bytes = typeof content === "string"
      ? new TextEncoder().encode(content)
      : content;
    return [{ path: kind, kind, bytes }];
  }));
}

/** Finds the mistakes, with every rule that is not off by default. */
export function lint(
  workspace: Workspace,
  options?: LintOptions,
): readonly Diagnostic[] {
  return lintWith(
    workspace,
    rules.filter((rule) => rule.default !== "off"),
    options,
  );
}

/** Makes the fixes that change nothing for any client that works today; with `unsafe` all of them. */
export function fix(
  workspace: Workspace,
  { unsafe = false }: { readonly unsafe?: boolean } = {},
): Fixed {
  const allowed = unsafe
    ? (_: Workspace, found: readonly Diagnostic[]) => new Set(found)
    : safeFixes;
  return fixAll(workspace, rules.filter((rule) => rule.default !== "off"), {
    allowed,
  });
}

/** What one client makes of both files, as plain objects of strings; nested settings are written `s3.addressing_style`. */
export function readAs(client: Client, workspace: Workspace): ReadAs {
  return readView(view(client, workspace));
}

/** Where one client takes a profile's credentials from, or the error that it raises. */
export function resolveAs(
  client: Client,
  workspace: Workspace,
  profile: string,
): PlainResolution {
  return plainResolution(resolve(client, workspace, profile), client);
}
