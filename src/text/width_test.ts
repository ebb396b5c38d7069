import assert from "node:assert/strict";
import { width } from "./width.ts";

Deno.test("width() counts the columns of a terminal", () => {
  assert.equal(width("abc"), 3);
  assert.equal(width("é"), 1);
  assert.equal(width("e\u0301"), 1);
  assert.equal(width("名前"), 4);
  assert.equal(width("😀"), 2);
  assert.equal(width("ｆ"), 2);
});
