import assert from "node:assert/strict";
import { applyEdits, type TextEdit } from "../text/edit.ts";
import { type Document, openDocument } from "./document.ts";
import {
  insertLineAbove,
  insertLineBelow,
  moveBehindToAbove,
  removeLine,
  removeLines,
} from "./lines.ts";

function edited(
  text: string,
  edit: (document: Document) => TextEdit | readonly TextEdit[],
): string {
  const bytes = new TextEncoder().encode(text);
  const document = openDocument({ path: "config", kind: "config", bytes });
  return applyEdits(text, [edit(document)].flat());
}

Deno.test("removeLine() takes the line end along", () => {
  assert.equal(edited("a\nb\nc\n", (one) => removeLine(one, 1)), "a\nc\n");
  assert.equal(edited("a\r\nb", (one) => removeLine(one, 1)), "a\r\n");
  assert.equal(edited("a\nb\nc", (one) => removeLines(one, 0, 2)), "c");
});

Deno.test("insertLineAbove() keeps the file's line ends and its mark", () => {
  assert.equal(
    edited("a\r\nb", (one) => insertLineAbove(one, 1, "x")),
    "a\r\nx\r\nb",
  );
  assert.equal(
    edited("\ufeffa\n", (one) => insertLineAbove(one, 0, "x")),
    "\ufeffx\na\n",
  );
  assert.equal(edited("a", (one) => insertLineAbove(one, 0, "x")), "x\na");
  assert.equal(edited("a\n", (one) => insertLineAbove(one, 1, "x")), "a\nx\n");
});

Deno.test("insertLineBelow() ends a last line that does not end", () => {
  assert.equal(
    edited("a\nb", (one) => insertLineBelow(one, 1, "x")),
    "a\nb\nx",
  );
  assert.equal(
    edited("a\r\nb\r\n", (one) => insertLineBelow(one, 0, "x")),
    "a\r\nx\r\nb\r\n",
  );
});

Deno.test("moveBehindToAbove() gives a comment a line of its own", () => {
  assert.equal(
    edited(
      "[default]\r\nregion = x \t# main  ",
      (one) => moveBehindToAbove(one, { line: 1, from: 23 }),
    ),
    "[default]\r\n# main\r\nregion = x",
  );
});
