import assert from "node:assert/strict";
import fc from "fast-check";
import { openDocuments } from "../model/document.ts";
import { fingerprints } from "./fingerprints.ts";
import { lineHashes } from "./line_hashes.ts";

// The first cases are those of github/codeql-action, src/fingerprints.test.ts.
const cases: readonly (readonly [string, readonly string[]])[] = [
  ["", ["c129715d7a2bc9a3:1"]],
  [" a\nb\n  \t\tc\n d", [
    "271789c17abda88f:1",
    "54703d4cd895b18:1",
    "180aee12dab6264:1",
    "a23a3dc5e078b07b:1",
  ]],
  [" hello; \t\nworld!!!\n\n\n  \t\tGreetings\n End", [
    "8b7cf3e952e7aeb2:1",
    "b1ae1287ec4718d9:1",
    "bff680108adb0fcc:1",
    "c6805c5e1288b612:1",
    "b86d3392aea1be30:1",
    "e6ceba753e1a442:1",
  ]],
  [" hello; \t\nworld!!!\r\n\n\r  \t\tGreetings\r End\r\n", [
    "e9496ae3ebfced30:1",
    "fb7c023a8b9ccb3f:1",
    "ce8ba1a563dcdaca:1",
    "e20e36e16fcb0cc8:1",
    "b3edc88f2938467e:1",
    "c8e28b0b4002a3a0:1",
    "c129715d7a2bc9a3:1",
  ]],
  ["Lorem ipsum dolor sit amet.\n".repeat(10), [
    "a7f2ff13bc495cf2:1",
    "a7f2ff13bc495cf2:2",
    "a7f2ff13bc495cf2:3",
    "a7f2ff13bc495cf2:4",
    "a7f2ff13bc495cf2:5",
    "a7f2ff13bc495cf2:6",
    "a7f2ff1481e87703:1",
    "a9cf91f7bbf1862b:1",
    "55ec222b86bcae53:1",
    "cc97dc7b1d7d8f7b:1",
    "c129715d7a2bc9a3:1",
  ]],
];

Deno.test("lineHashes() gives what GitHub gives", () => {
  for (const [text, hashes] of cases) {
    assert.deepEqual(lineHashes(text), hashes);
  }
});

Deno.test("lineHashes() does not care how lines end, nor for blanks", () => {
  const text = cases[2][0];
  for (const end of ["\r\n", "\r"]) {
    assert.deepEqual(lineHashes(text.replaceAll("\n", end)), cases[2][1]);
  }
  assert.deepEqual(
    lineHashes(text.replaceAll(" ", "\t\t ")),
    cases[2][1],
  );
});

Deno.test("lineHashes() has one for each line, none twice", () => {
  fc.assert(fc.property(
    fc.array(fc.constantFrom("a = b", "", " ", "c", "\u{1f98a}"), {
      maxLength: 300,
    }),
    (lines) => {
      const hashes = lineHashes(lines.join("\n") + "\n");
      assert.equal(hashes.length, Math.max(lines.length, 1) + 1);
      assert.equal(new Set(hashes).size, hashes.length);
    },
  ));
});

Deno.test("fingerprints() tells none of a secret in a file outside", () => {
  const text = `[default]\naws_secret_access_key = hunter02\n${
    "region = eu-west-1 \n".repeat(20)
  }`;
  const of = (path: string) =>
    fingerprints(
      openDocuments([{
        path,
        kind: "config",
        bytes: new TextEncoder().encode(text),
      }]).documents,
    );
  assert.equal(
    of("/home/me/.aws/config")("/home/me/.aws/config", 2),
    undefined,
  );
  assert.equal(
    of("/home/me/.aws/config")("/home/me/.aws/config", 1),
    undefined,
  );
  assert.ok(of("/home/me/.aws/config")("/home/me/.aws/config", 3));
  assert.ok(of("config")("config", 2));
});
