/**
 * Runs all tests, those in documentation too: `deno task test [FILE…]`. Ends in a plain line
 * `N passed, N failed`, which other programs read.
 */
import { spawn } from "node:child_process";
import process from "node:process";

const files = process.argv.slice(2);
const child = spawn(process.execPath, [
  "test",
  "--allow-all",
  "--doc",
  "--no-prompt",
  ...files,
], {
  stdio: ["ignore", "pipe", "inherit"],
  env: { ...process.env, NO_COLOR: "1" },
});

let passed = 0;
let failed = 0;
let rest = "";
child.stdout.setEncoding("utf8");
child.stdout.on("data", (chunk: string) => {
  process.stdout.write(chunk);
  const lines = (rest + chunk).split("\n");
  rest = lines.pop()!;
  for (const line of lines) {
    const summary = /\| (\d+) passed(?: \(\d+ steps?\))? \| (\d+) failed/.exec(
      line,
    );
    if (!summary) continue;
    passed += Number(summary[1]);
    failed += Number(summary[2]);
  }
});
child.on("close", (code) => {
  // A file that does not even compile has no summary.
  if (code !== 0 && failed === 0) failed = 1;
  console.log(`\n${passed} passed, ${failed} failed`);
  process.exitCode = code === 0 && passed > 0 ? 0 : 1;
});
