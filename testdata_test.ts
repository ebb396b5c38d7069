import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import {
  type Diagnostic,
  LineIndex,
  lint,
  openWorkspace,
  type Workspace,
} from "./mod.ts";

function open(path: string): Workspace {
  const bytes = readFileSync(path);
  return openWorkspace(
    path.endsWith(".credentials") ? { credentials: bytes } : { config: bytes },
  );
}

function say(
  { span, severity, rule, message }: Diagnostic,
  workspace: Workspace,
): string {
  const { text } = workspace.documents[0];
  const { line, column } = new LineIndex(text).position(span.start);
  return `${line}:${column} ${severity} ${rule}: ${message}\n`;
}

for (const name of readdirSync("testdata/ok")) {
  Deno.test(`testdata/ok/${name} is clean`, () => {
    const workspace = open(`testdata/ok/${name}`);
    const loud = lint(workspace).filter(({ severity }) => severity !== "info");
    assert.deepEqual(loud.map((one) => say(one, workspace)), []);
  });
}

for (
  const name of readdirSync("testdata/err").filter((name) =>
    !name.endsWith(".out")
  )
) {
  Deno.test(`testdata/err/${name} gives what testdata/err/${name}.out says`, () => {
    const workspace = open(`testdata/err/${name}`);
    const said = lint(workspace).map((one) => say(one, workspace)).join("");
    assert.equal(said, readFileSync(`testdata/err/${name}.out`, "utf8"));
  });
}
