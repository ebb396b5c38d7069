/** The one gate: `deno task ok`. Everything that must hold, in order; stops at the first that does not. */
import { spawnSync } from "node:child_process";
import process from "node:process";

const steps: readonly (readonly [string, readonly string[]])[] = [
  ["format", ["fmt", "--check"]],
  ["lint", ["lint", "--quiet"]],
  ["types", ["check", "."]],
  ["rules/mod.ts is up to date", ["task", "-q", "rules", "--check"]],
  ["reference tables are up to date", ["task", "-q", "reference", "--check"]],
  ["the schema of settings is up to date", ["task", "-q", "schema", "--check"]],
  ["generated pages are up to date", ["task", "-q", "docs", "--check"]],
  ["the screen of README.md is up to date", [
    "task",
    "-q",
    "picture",
    "--check",
  ]],
  ["npm/awscfg.mjs is up to date", ["task", "-q", "bundle", "--check"]],
  ["publishable", ["publish", "--dry-run", "--allow-dirty", "--quiet"]],
  ["tests", ["task", "-q", "test"]],
];

for (const [what, args] of steps) {
  const began = performance.now();
  const { status } = spawnSync(process.execPath, args, { stdio: "inherit" });
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  console.error(`${status === 0 ? "ok  " : "FAIL"} ${what} (${seconds} s)`);
  if (status !== 0) {
    process.exitCode = 1;
    break;
  }
}
