import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import process from "node:process";

const root = fileURLToPath(new URL("..", import.meta.url));
const live = ["botocore", "js", "go"] as const;
const required = process.env.AWSCFG_REQUIRE_PEERS === "1";

function run(
  script: string,
  ...args: readonly string[]
): { status: number | null; output: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [
    "run",
    "-A",
    "--no-check",
    script,
    ...args,
  ], {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  return { status, output: stdout + stderr };
}

for (const client of live) {
  Deno.test(`the real ${client} answers as recorded`, () => {
    const { status, output } = run(
      "conformance/run.ts",
      client,
      ...(required ? ["--require", client] : []),
    );
    if (/left out/.test(output)) console.log(output.trim());
    assert.equal(status, 0, output.slice(-4000));
  });
}

Deno.test("botocore and JS read generated files as their readers do", () => {
  const { status, output } = run("conformance/differential.ts", "200");
  if (/left out|missing/.test(output) && !required) console.log(output.trim());
  assert.equal(status, 0, output.slice(-4000));
});
