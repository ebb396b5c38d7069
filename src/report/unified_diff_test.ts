import assert from "node:assert/strict";
import { type Document, openDocument } from "../model/document.ts";
import { unifiedDiff } from "./unified_diff.ts";

function open(content: string | Uint8Array): Document {
  const bytes = typeof content === "string"
    ? new TextEncoder().encode(content)
    : content;
  return openDocument({ path: "config", kind: "config", bytes });
}

function diff(before: string, after: string): string {
  return unifiedDiff(open(before), open(after));
}

Deno.test("unifiedDiff() shows changes with three lines around them", () => {
  const lines = Array.from({ length: 30 }, (_, at) => `k${at} = v\n`);
  const other = lines.with(10, "new = v\n").with(28, "").join("");
  assert.equal(
    diff(lines.join(""), other),
    `--- config
+++ config
@@ -8,7 +8,7 @@
 k7 = v
 k8 = v
 k9 = v
-k10 = v
+new = v
 k11 = v
 k12 = v
 k13 = v
@@ -26,5 +26,4 @@
 k25 = v
 k26 = v
 k27 = v
-k28 = v
 k29 = v
`,
  );
  assert.equal(diff("a = b\n", "a = b\n"), "");
});

Deno.test("unifiedDiff() begins an empty side before its first line", () => {
  assert.equal(
    diff("a = b\n", ""),
    "--- config\n+++ config\n@@ -1 +0,0 @@\n-a = b\n",
  );
});

Deno.test("unifiedDiff() shows line ends, and a missing one", () => {
  assert.equal(
    diff("a = b\r\nc = d", "a = b\nc = d\n"),
    `--- config
+++ config
@@ -1,2 +1,2 @@
-a = b␍
-c = d
\\ No newline at end of file
+a = b
+c = d
`,
  );
});

Deno.test("unifiedDiff() says where a change is behind the mask", () => {
  assert.equal(
    diff("password = abc # x\n", "password = abc\n").split("\n").slice(3)
      .join("\n"),
    "-password = ****\n+password = **** (differs behind ****)\n",
  );
});

Deno.test("unifiedDiff() shows another encoding", () => {
  const utf16 = new Uint8Array([0xff, 0xfe, 0x61, 0, 0x0a, 0]);
  assert.match(
    unifiedDiff(open(utf16), open("a\n")),
    /^--- config \(utf-16le\)\n\+\+\+ config \(utf-8\)\n/,
  );
});
