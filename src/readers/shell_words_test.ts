import { deepEqual } from "node:assert/strict";
import { shellWords } from "./shell_words.ts";

Deno.test("shellWords() splits as shlex does", () => {
  deepEqual(shellWords(" a\t b\nc "), ["a", "b", "c"]);
  deepEqual(shellWords("a 'b c'\"d e\" ''"), ["a", "b cd e", ""]);
  deepEqual(shellWords('a\\ b "\\a\\"\\\\" \'\\a\''), [
    "a b",
    '\\a"\\',
    "\\a",
  ]);
  deepEqual(shellWords("a\u00a0b\fc"), ["a\u00a0b\fc"]);
});

Deno.test("shellWords() gives nothing for an open quote or a backslash at the end", () => {
  deepEqual(["'a", '"a', '"a\\', "a\\"].map(shellWords), [
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});
