import assert from "node:assert/strict";
import fc from "fast-check";
import { diffLines } from "./diff.ts";

function patch(a: readonly string[], b: readonly string[]): string[] {
  const made: string[] = [];
  let at = 0;
  for (const { aStart, aEnd, bStart, bEnd } of diffLines(a, b)) {
    assert.ok(aStart >= at, "changes are in order");
    made.push(...a.slice(at, aStart), ...b.slice(bStart, bEnd));
    at = aEnd;
  }
  return [...made, ...a.slice(at)];
}

Deno.test("diffLines() makes the one of the other", () => {
  const lines = fc.array(fc.constantFrom("a", "b", "c", "d", "e", "f"));
  fc.assert(fc.property(lines, lines, (a, b) => {
    assert.deepEqual(patch(a, b), b);
  }));
});

Deno.test("diffLines() finds nothing in equal texts, and one line in one line", () => {
  assert.deepEqual(diffLines(["a", "b"], ["a", "b"]), []);
  assert.deepEqual(diffLines(["a", "b", "c"], ["a", "x", "c"]), [
    { aStart: 1, aEnd: 2, bStart: 1, bEnd: 2 },
  ]);
});

Deno.test("diffLines() bears a long file in which every other line changes", () => {
  const a = Array.from({ length: 100_000 }, (_, at) => `line ${at}`);
  const b = a.map((line, at) => at % 2 ? line : `${line}!`);
  assert.equal(diffLines(a, b).length, 50_000);
  assert.deepEqual(patch(a, b), b);
  assert.equal(diffLines(a, a.map((line) => `${line}!`)).length, 1);
});
