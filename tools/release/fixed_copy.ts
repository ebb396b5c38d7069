import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import process from "node:process";

/**
 * Copies the repository's files to the one folder that every release is built in, since packages
 * bake the path of their folder into the binary, and installs the packages of the lock file there.
 */
export function fixedCopy(root: string): string {
  const folder = "/tmp/awscfg-release";
  rmSync(folder, { recursive: true, force: true });
  // Fails where another user has made it meanwhile.
  mkdirSync(folder, { mode: 0o700 });
  const names = execFileSync("git", [
    "ls-files",
    "-z",
    "--cached",
    "--others",
    "--exclude-standard",
    "src",
    "rules",
    "tools",
    "mod.ts",
    "deno.json",
    "deno.lock",
  ], { cwd: root, encoding: "utf8" }).split("\0").filter(Boolean);
  for (const name of names) {
    const target = join(folder, name);
    mkdirSync(dirname(target), { recursive: true });
    try {
      cpSync(join(root, name), target);
    } catch (error) {
      // Git still lists a file that is deleted and not yet committed.
      if ((error as { code?: string }).code !== "ENOENT") throw error;
    }
  }
  execFileSync(process.execPath, ["install", "--quiet"], {
    cwd: folder,
    stdio: ["ignore", "ignore", "inherit"],
  });
  return folder;
}
