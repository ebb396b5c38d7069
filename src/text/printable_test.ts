import assert from "node:assert/strict";
import { printable } from "./printable.ts";

Deno.test("printable() shows what a terminal would obey or hide", () => {
  assert.equal(printable("\x1b[31mred\n"), "␛[31mred␊");
  assert.equal(
    printable("a\u00a0b\u200bc\ufeff"),
    "a<U+00A0>b<U+200B>c<U+FEFF>",
  );
  assert.equal(printable("\u202etxt.exe"), "<U+202E>txt.exe");
  assert.equal(printable("\x7f\x9b"), "␡<U+009B>");
  assert.equal(printable("\ud800"), "<U+D800>");
});

Deno.test("printable() leaves all else", () => {
  for (const text of ["a\tb", "é", "名前", "😀", "e\u0301"]) {
    assert.equal(printable(text), text);
  }
});
