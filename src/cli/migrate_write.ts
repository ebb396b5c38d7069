import { prove } from "../migrate/proof.ts";
import { openDocuments } from "../model/document.ts";
import { clientTitles } from "../readers/client_titles.ts";
import type { Io } from "./io.ts";
import type { GroupPlan } from "./migrate_group.ts";
import type { MigrateRequest } from "./migrate_request.ts";
import { replaceFiles } from "./writer.ts";

/** What was written. */
export interface Outcome {
  /** Paths, as messages name them. */
  readonly written: readonly string[];
  readonly backups: readonly string[];
  /** What could not be written, or is not as it was planned. */
  readonly problems: readonly string[];
}

/** Writes what was planned, reads it again and proves it again. */
export function writePlans(
  io: Io,
  plans: readonly GroupPlan[],
  { backup }: MigrateRequest,
): Outcome {
  const written: string[] = [];
  const backups: string[] = [];
  const problems: string[] = [];
  for (const group of plans) {
    const { files, before, after } = group;
    // Config first: a kill in between leaves a profile in both files, which every client merges.
    const changed = files.flatMap(({ file, path, creates }, at) => {
      const [was, is] = [before.documents[at], after.documents[at]];
      return was.bytes === is.bytes || file === undefined ? [] : [{
        file,
        path,
        before: was.bytes,
        after: is.bytes,
        ...(creates ? { creates } : {}),
      }];
    });
    const replaced = replaceFiles(io, changed, { backup });
    written.push(...replaced.written.map(({ path }) => path));
    backups.push(...replaced.backups);
    const problem = replaced.problem ?? proveAgain(io, group);
    if (problem !== undefined) problems.push(problem);
  }
  return { written, backups, problems };
}

/** What is on the disk now must read as it was planned. */
function proveAgain(
  io: Io,
  { files, before, plan: { proven, moved } }: GroupPlan,
): string | undefined {
  const sources = [];
  for (const { path, kind, file, bytes } of files) {
    const reading = file === undefined ? { bytes } : io.readFile(file);
    if (!("bytes" in reading)) {
      return `${path} was written, but cannot be read again (${reading.code})`;
    }
    sources.push({ path, kind, bytes: reading.bytes });
  }
  const { failures } = prove(before, openDocuments(sources), {
    clients: proven,
    moved,
  });
  const [first] = failures;
  if (!first) return undefined;
  const [{ profile }, reason] = first;
  return `profile ${profile} is not as it was planned (${reason}; ${
    proven.map((client) => clientTitles[client]).join(", ")
  } were asked): another program may have written the file; to go back: awscfg migrate --undo`;
}
