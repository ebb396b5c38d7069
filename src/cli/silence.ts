import { addIgnores, type Silenced } from "../lint/add_ignore.ts";
import type { Diagnostic } from "../lint/lint.ts";
import type { Workspace } from "../model/document.ts";
import { changeTexts } from "../report/change_texts.ts";
import { plural } from "../report/summary.ts";
import { LineIndex } from "../text/position.ts";
import type { Io } from "./io.ts";
import { say } from "./say.ts";

/** `--add-ignore`: comments above the findings, and a word on each that none could be written for. */
export function silence(
  io: Io,
  workspace: Workspace,
  { found, reason, quiet, diff }: {
    readonly found: readonly Diagnostic[];
    readonly reason: string;
    readonly quiet: boolean;
    readonly diff: boolean;
  },
): Silenced {
  const made = addIgnores(workspace, found, reason);
  if (quiet) return made;
  const indexes = new Map(
    workspace.documents.map(({ path, text }) => [path, new LineIndex(text)]),
  );
  const placeOf = ({ span, rule }: Diagnostic) =>
    `${span.path}:${
      indexes.get(span.path)!.position(span.start).line
    }: ${rule}`;
  for (const one of made.unreachable) {
    say(io, `${placeOf(one)} is not silenced: no comment above can`);
  }
  for (const { diagnostic, changes } of made.unsafe) {
    say(
      io,
      `${placeOf(diagnostic)} is not silenced: with a comment there ${
        changeTexts(changes)[0] ?? "a client reads another value"
      }`,
    );
  }
  const { silenced, comments } = made;
  say(
    io,
    `${diff ? "would silence" : "silenced"} ${
      plural(silenced.length, "finding")
    } with ${plural(comments, "comment")}`,
  );
  return made;
}
