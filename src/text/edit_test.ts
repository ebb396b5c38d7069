import assert from "node:assert/strict";
import {
  applyEdits,
  insertAfter,
  insertBefore,
  remove,
  replace,
} from "./edit.ts";
import { LineIndex } from "./position.ts";
import { overlaps } from "./span.ts";
import { suggest } from "./suggest.ts";

const span = (start: number, end: number) => ({ path: "config", start, end });

Deno.test("applyEdits() makes edits wherever they stand in the list", () => {
  const edits = [
    replace(span(4, 5), "E"),
    remove(span(0, 1)),
    insertAfter(span(1, 2), "+"),
    insertBefore(span(5, 6), "-"),
  ];
  assert.equal(applyEdits("abcdef", edits), "b+cdE-f");
});

Deno.test("applyEdits() refuses edits that overlap", () => {
  assert.throws(
    () => applyEdits("abcdef", [remove(span(0, 3)), remove(span(2, 4))]),
    RangeError,
  );
  assert.throws(() => applyEdits("abc", [remove(span(2, 9))]), RangeError);
});

Deno.test("overlaps() counts an insertion at the edge of another edit", () => {
  assert.equal(overlaps(span(0, 3), span(3, 5)), false);
  assert.equal(overlaps(span(0, 3), span(2, 5)), true);
  assert.equal(overlaps(span(3, 3), span(0, 3)), true);
  assert.equal(
    overlaps(span(3, 3), { ...span(0, 3), path: "credentials" }),
    false,
  );
});

Deno.test("LineIndex counts lines that end at LF, CRLF or CR", () => {
  const index = new LineIndex("a\nb\r\nc\rd");
  assert.deepEqual([0, 1, 2, 5, 7].map((offset) => index.position(offset)), [
    { line: 1, column: 1, offset: 0 },
    { line: 1, column: 2, offset: 1 },
    { line: 2, column: 1, offset: 2 },
    { line: 3, column: 1, offset: 5 },
    { line: 4, column: 1, offset: 7 },
  ]);
});

Deno.test("LineIndex counts columns in UTF-16 code units", () => {
  assert.equal(new LineIndex("é😀x").position(3).column, 4);
});

Deno.test("suggest() finds the nearest name, and none that is far", () => {
  assert.equal(
    suggest("sso-session", ["sso_session", "sso_region"]),
    "sso_session",
  );
  assert.equal(suggest("regoin", ["region", "role_arn"]), "region");
  assert.equal(suggest("banana", ["region", "role_arn"]), undefined);
});
