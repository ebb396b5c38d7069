import assert from "node:assert/strict";
import { concise } from "./concise.ts";
import { github } from "./github.ts";
import { json } from "./json.ts";
import { openResult } from "./open_result.ts";

Deno.test("json() keeps to the contract", () => {
  const span = { path: "config", start: 20, end: 28 };
  const result = openResult("[dev]\n\u{1f600} = x\nregion=us-west2\n", [{
    rule: "region-invalid",
    start: 20,
    end: 28,
    section: "profile dev",
    fix: { title: "Write it", edits: [{ span, text: "us-west-2" }] },
    safe: false,
  }]);
  const place = (from: number, to: number) => ({
    start: { line: 3, column: from, offset: from + 12 },
    end: { line: 3, column: to, offset: to + 12 },
  });
  assert.deepEqual(JSON.parse(json(result)), {
    version: 1,
    diagnostics: [{
      rule: "region-invalid",
      severity: "error",
      message: "It is wrong",
      path: "config",
      section: "profile dev",
      range: place(8, 16),
      fix: {
        title: "Write it",
        safety: "unsafe",
        edits: [{ path: "config", range: place(8, 16), text: "us-west-2" }],
      },
    }],
    summary: { files: 1, error: 1, warning: 0, info: 0, fixable: 0 },
  });
});

Deno.test("json() gives 1:1 to 1:1 for the whole file", () => {
  const { diagnostics } = JSON.parse(
    json(openResult("a", [{ start: 0, end: 0 }])),
  );
  const origin = { line: 1, column: 1, offset: 0 };
  assert.deepEqual(diagnostics[0].range, { start: origin, end: origin });
});

Deno.test("github() escapes, and sorts the worst first", () => {
  const result = openResult("a = b\nc = d\n", [
    { start: 0, end: 1, severity: "info" },
    { start: 0, end: 1, message: "100%\r\na, b: c" },
    { start: 0, end: 8, severity: "warning" },
  ], { path: "we,i:r%.d" });
  assert.equal(
    github(result),
    `::error title=awscfg (some-rule),file=we%2Ci%3Ar%25.d,line=1,col=1,endLine=1,endColumn=2::we,i:r%25.d:1:1: 100%25%0D%0Aa, b: c
::warning title=awscfg (some-rule),file=we%2Ci%3Ar%25.d,line=1,endLine=2::we,i:r%25.d:1:1: It is wrong
::notice title=awscfg (some-rule),file=we%2Ci%3Ar%25.d,line=1,col=1,endLine=1,endColumn=2::we,i:r%25.d:1:1: It is wrong
`,
  );
});

Deno.test("concise() is one line for each finding, whatever stands in it", () => {
  assert.equal(
    concise(openResult("a = b", [{ start: 4, end: 5, message: "a\nb\x1b" }])),
    "config:1:5: error[some-rule] a␊b␛\n1 error in 1 file\n",
  );
});
