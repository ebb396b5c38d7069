import type { Diagnostic } from "../lint/lint.ts";
import type { Safety } from "../lint/safety.ts";
import type { Workspace } from "../model/document.ts";
import { resultOf } from "../report/result.ts";
import { unifiedDiff } from "../report/unified_diff.ts";
import type { Io } from "./io.ts";
import { say } from "./say.ts";
import type { Group } from "./sources.ts";

/** What was known of the fixes of a pass. */
export interface Judged {
  readonly workspace: Workspace;
  readonly safety: ReadonlyMap<Diagnostic, Safety>;
}

/** Names what the unsafe ones of the fixes change, and for whom. */
export function sayChanges(
  io: Io,
  applied: readonly Diagnostic[],
  judged: readonly Judged[],
): void {
  for (const { workspace: { documents }, safety } of judged) {
    const diagnostics = applied.filter((one) =>
      safety.get(one)?.safe === false
    );
    const { findings } = resultOf({ documents, diagnostics, safety, files: 0 });
    for (const { path, start, fix } of findings) {
      for (const change of fix!.changes) {
        say(io, `unsafe: ${path}:${start.line}: ${fix!.title}: ${change}`);
      }
    }
  }
}

/** Shows how the files differ; false where they do not. */
export function showDiff(io: Io, before: Workspace, after: Workspace): boolean {
  const diff = before.documents.map((document, at) =>
    unifiedDiff(document, after.documents[at])
  ).join("");
  io.write("stdout", diff);
  return diff !== "";
}

/** Writes what was changed, config first; gives the files as they are then. */
export async function writeBack(
  io: Io,
  { files }: Group,
  { before, after: changedTo, backup }: {
    readonly before: Workspace;
    readonly after: Workspace;
    readonly backup: boolean;
  },
): Promise<{ readonly now: Workspace; readonly problem?: string }> {
  const { replaceFiles } = await import("./writer.ts");
  const after = changedTo.documents;
  const changed = files.flatMap(({ path, file, stdin, bytes }, at) =>
    after[at].bytes === bytes || stdin || file === undefined
      ? []
      : [{ file, path, before: bytes, after: after[at].bytes }]
  );
  const { written, backups, problem } = replaceFiles(io, changed, { backup });
  for (const file of backups) say(io, `kept what was there as ${file}`);
  if (problem === undefined) return { now: changedTo };
  const done = new Set(written.map(({ path }) => path));
  return {
    now: {
      documents: before.documents.map((document, at) =>
        done.has(document.path) ? after[at] : document
      ),
    },
    problem,
  };
}

/** With `--fix -` standard output is the file. */
export function writeStdin(
  io: Io,
  { files }: Group,
  { documents }: Workspace,
): void {
  for (const [at, { stdin }] of files.entries()) {
    if (stdin) io.write("stdout", documents[at].bytes);
  }
}
