/**
 * Makes the single binary with Bun, over the `node_modules` that Deno lays out:
 * `compile.ts [--outfile FILE] [--target bun-windows-x64] [ENTRY]`.
 */
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import { dirname } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    outfile: { type: "string", default: "dist/awscfg" },
    target: { type: "string" },
  },
});
const root = fileURLToPath(new URL("..", import.meta.url));
const windows = process.platform === "win32";

if (!existsSync(`${root}/node_modules/commander`)) {
  execFileSync(process.execPath, ["install"], { cwd: root, stdio: "inherit" });
}
mkdirSync(dirname(`${root}/${values.outfile}`), { recursive: true });
// Without the two switches the program would run what a bunfig.toml names, and read .env, in
// whatever folder it is started.
execFileSync(windows ? "npx.cmd" : "npx", [
  "-y",
  "bun@1.4.5",
  "build",
  "--compile",
  "--no-compile-autoload-dotenv",
  "--no-compile-autoload-bunfig",
  "--minify",
  "--bytecode",
  "--splitting",
  "--format=esm",
  ...(values.target ? [`--target=${values.target}`] : []),
  `--outfile=${values.outfile}`,
  positionals[0] ?? "src/main.ts",
], { cwd: root, stdio: ["ignore", "ignore", "inherit"], shell: windows });
