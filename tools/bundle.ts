/**
 * Writes `npm/awscfg.mjs`, the program in one file for Node, and `package.json`, which points to it:
 * both are committed, since pre-commit installs from a clone with Node alone. With `--check` nothing
 * is written, and the status is 1 where one of them is out of date. With `--library` the library and
 * its types are written too, which are not committed: `npm/mod.mjs`, `npm/types/`.
 */
import { execFileSync } from "node:child_process";
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { packageJson } from "./package_json.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const check = process.argv.includes("--check");
const folder = mkdtempSync(join(tmpdir(), "awscfg-bundle-"));

try {
  write("npm/awscfg.mjs", program());
  write("package.json", packageJson());
  if (process.argv.includes("--library")) {
    bundle("mod.ts", "mod.mjs", []);
    write("npm/mod.mjs", readFileSync(join(folder, "mod.mjs"), "utf8"));
    writeTypes();
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function program(): string {
  // The commands that sign in stay outside with the AWS SDK; src/npm.ts refuses them.
  const outside = ["login", "logout", "status"].map((name) =>
    `--external=./${name}_command.ts`
  );
  bundle("src/npm.ts", "awscfg.mjs", outside);
  const text = readFileSync(join(folder, "awscfg.mjs"), "utf8");
  const stray =
    /^import [^;]*from "(?!node:)[^"]+"|^\/\/ node_modules\/\.deno\/@aws-sdk.*/m
      .exec(text);
  if (stray) throw new Error(`The bundle is not on its own: ${stray[0]}`);
  return `#!/usr/bin/env node\n${text}`;
}

/** `deno pack` makes a declaration for each module that mod.ts exports from. */
function writeTypes(): void {
  const archive = join(folder, "packed.tgz");
  execFileSync(process.execPath, [
    "pack",
    "--quiet",
    "--allow-dirty",
    "--output",
    archive,
  ], { cwd: root, stdio: "ignore" });
  rmSync(join(root, "npm/types"), { recursive: true, force: true });
  mkdirSync(join(root, "npm/types"), { recursive: true });
  execFileSync("tar", [
    "-xzf",
    archive,
    "-C",
    join(root, "npm/types"),
    "--strip-components=1",
    "--wildcards",
    "*.d.ts",
  ]);
}

function bundle(entry: string, name: string, more: readonly string[]): void {
  execFileSync(process.execPath, [
    "bundle",
    "--quiet",
    ...more,
    "--output",
    join(folder, name),
    entry,
  ], { cwd: root, stdio: ["ignore", "ignore", "inherit"] });
}

function write(name: string, text: string): void {
  const file = join(root, name);
  if (read(file) === text) return;
  if (check) {
    console.error(`${name} is out of date: run deno task bundle`);
    process.exitCode = 1;
    return;
  }
  writeFileSync(file, text, name.endsWith("awscfg.mjs") ? { mode: 0o755 } : {});
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8").replaceAll("\r\n", "\n");
  } catch {
    return undefined;
  }
}
