import type { Property } from "../model/document.ts";
import { insertLineAbove, removeLine } from "../model/lines.ts";
import type { Fix, TextEdit } from "../text/edit.ts";

/** Moves all comments between the settings of a block above the key that opens it. */
export function moveCommentsOut(
  { section: { document }, line, children }: Property,
): Fix {
  const edits: TextEdit[] = [];
  for (let at = line + 1; at < children.at(-1)!.line; at++) {
    const { kind, indent, stop } = document.lines[at];
    if (kind !== "comment") continue;
    const comment = document.text.slice(indent, stop).trimEnd();
    edits.push(
      insertLineAbove(document, line, comment),
      removeLine(document, at),
    );
  }
  return { title: "Move the comments above the block", edits };
}
