import assert from "node:assert/strict";
import { ini } from "../text/ini.ts";
import { full } from "./full.ts";
import { openResult, type Said } from "./open_result.ts";

/** What is shown between the place and the end of the frame. */
function frame(text: string, said: Said, columns?: number): string {
  const lines = full(openResult(text, [said], { columns })).split("\n");
  return lines.slice(3, lines.findIndex((line) => line.includes(" = why")))
    .join("\n") + "\n";
}

Deno.test("full() shows place, line, fix and what to read", () => {
  const text = ini`
    [profile dev]
    output = json
    region = us-west2
  `;
  const span = { path: "config", start: 37, end: 45 };
  assert.equal(
    full(openResult(text, [{
      ...span,
      message: '"us-west2" is no region',
      help: "Look it up",
      fix: { title: "Write us-west-2", edits: [{ span, text: "us-west-2" }] },
      suggestions: [{ title: "Write eu-west-2", edits: [] }],
      related: [{ span: { ...span, start: 1, end: 12 }, message: "In here" }],
    }])),
    `error[some-rule]: "us-west2" is no region
 --> config:3:10
  |
1 | [profile dev]
...
3 | region = us-west2
  |          ^^^^^^^^
note: In here
 --> config:1:2
  |
1 | [profile dev]
  |  -----------
  = fix: Write us-west-2
  = perhaps: Write eu-west-2
  = help: Look it up
  = why: awscfg explain some-rule

1 error in 1 file; --fix repairs 1
`,
  );
});

Deno.test("full() marks what is meant behind tabs, wide and combining characters", () => {
  assert.equal(
    frame("a\tb = 名e\u0301 x", { start: 9, end: 10 }),
    `1 | a   b = 名e\u0301 x
  |            ^
`,
  );
  assert.equal(
    frame("a = \u00a0x\x1b", { start: 4, end: 7 }),
    `1 | a = <U+00A0>x␛
  |     ^^^^^^^^^^
`,
  );
});

Deno.test("full() masks secrets, and the marks fit the mask", () => {
  const text = 'aws_secret_access_key = "abcdefgh" # x';
  assert.equal(
    frame(text, { start: 24, end: 34 }),
    `1 | aws_secret_access_key = ****
  |                         ^^^^
`,
  );
  assert.equal(
    frame('aws_secret_access_key = "abcdefgh"', { start: 24, end: 34 }),
    `1 | aws_secret_access_key = "****"
  |                         ^^^^^^
`,
  );
});

Deno.test("full() cuts a long line around what is meant", () => {
  const text = `${"a".repeat(200)} = ${"b".repeat(200)}`;
  assert.equal(
    frame(text, { start: 203, end: 205 }, 40),
    `1 | …aaaaaaaa = bbbbbbbbbbbbbbbbbbbbbbb…
  |             ^^
`,
  );
  assert.equal(
    frame(text, { start: 0, end: 1 }, 40),
    `1 | aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa…
  | ^
`,
  );
});

Deno.test("full() marks an empty place, a place behind the end, and several lines", () => {
  assert.equal(frame("a = b", { start: 2, end: 2 }), "1 | a = b\n  |   ^\n");
  assert.equal(frame("a = b", { start: 5, end: 5 }), "1 | a = b\n  |      ^\n");
  assert.equal(
    frame("[a]\nb = c\nd = e\n", { start: 0, end: 16 }),
    `1 | [a]
  | ^^^
2 | b = c
  | ^^^^^
3 | d = e
  | ^^^^^
`,
  );
  const many = "a\n".repeat(9);
  assert.match(
    frame(many, { start: 0, end: 18 }),
    /4 \| a\n {2}\| \^\n\.\.\.\n$/,
  );
});

Deno.test("full() shows no line for a finding on the whole file", () => {
  assert.equal(frame("a = b", { start: 0, end: 0 }), "\n");
});

Deno.test("full() colours when asked, and dims what is for information", () => {
  const said = [{ start: 0, end: 1, severity: "info" as const }];
  assert.ok(
    full(openResult("a = b", said, { color: true })).includes("\x1b[2m"),
  );
  assert.ok(!full(openResult("a = b", said)).includes("\x1b"));
});

Deno.test("full() says nothing where nothing was found", () => {
  assert.equal(full(openResult("a = b", [])), "");
});
