import { cpSync, existsSync, mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { command } from "./command.ts";

/** A new repository with the files as they stand, those that are not committed yet too. */
export function freshClone(
  root: string,
  { folder, version }: { readonly folder: string; readonly version: string },
): string {
  const names = command([
    "git",
    "ls-files",
    "-z",
    "--cached",
    "--others",
    "--exclude-standard",
  ], { cwd: root }).out.split("\0").filter(Boolean);
  for (const name of names) {
    if (!existsSync(join(root, name))) continue;
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    cpSync(join(root, name), join(folder, name));
  }
  git(folder, "init", "--quiet", "--initial-branch=main");
  git(folder, "add", "--all");
  git(folder, "commit", "--quiet", "--message=As it stands");
  git(folder, "tag", `v${version}`);
  return folder;
}

/** Git as somebody, whatever this machine's settings are. */
export function git(folder: string, ...args: readonly string[]): string {
  return command([
    "git",
    "-c",
    "user.name=A Person",
    "-c",
    "user.email=person@example.com",
    "-c",
    "commit.gpgsign=false",
    ...args,
  ], { cwd: folder }).out;
}
