import assert from "node:assert/strict";
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { programs, startProgram, temporaryFolder } from "./programs.ts";
import {
  contents,
  legacyFiles,
  secret,
  writeHome,
} from "./testing/legacy_files.ts";
import { tool } from "./testing/tool.ts";

const binary = programs().find(({ name }) => name === "binary")!;

/** Every call by which the binary can change what is on the disk. */
const calls = [
  "openat",
  "write",
  "pwrite64",
  "fchmod",
  "fsync",
  "rename",
  "renameat",
  "renameat2",
  "unlink",
];

/** Calls of the runtime itself come first; no more than these are ours. */
const MOST = 400;

async function migrate(cwd: string, before: readonly string[] = []) {
  const child = startProgram(binary, ["migrate", "--write"], { cwd, before });
  const { signal, code } = await child.output();
  return { killed: signal === "SIGKILL", status: code };
}

async function migratedFiles(): Promise<Record<string, string>> {
  const cwd = temporaryFolder();
  const folder = writeHome(cwd);
  assert.equal((await migrate(cwd)).status, 0);
  return contents(folder);
}

/** The number of each call's first occurrence that is ours, by a run that is watched. */
async function callsOf(cwd: string): Promise<ReadonlyMap<string, number>> {
  const log = join(cwd, "trace");
  await migrate(cwd, [
    "strace",
    "-f",
    "-o",
    log,
    "-e",
    `trace=${calls.join(",")}`,
  ]);
  const counts = new Map<string, number>();
  for (const line of readFileSync(log, "utf8").split("\n")) {
    const name = /^\d+ +(\w+)\(/.exec(line)?.[1];
    if (name) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return counts;
}

Deno.test("binary: migrate --write that is killed at any call leaves whole files, old or new, and nothing to read", async () => {
  if (!tool("strace", ["-V"])) return;
  const done = await migratedFiles();
  const watched = temporaryFolder();
  writeHome(watched);
  const counts = await callsOf(watched);
  assert.ok((counts.get("fsync") ?? 0) >= 8, "two files and two backups");
  let kills = 0;
  for (const call of calls) {
    const count = counts.get(call) ?? 0;
    // The runtime opens and writes much before us: of that the last stretch is looked at.
    const from = Math.max(1, count - (call === "openat" ? 24 : MOST));
    const all = Array.from({ length: count - from + 1 }, (_, at) => from + at);
    for (const at of all) {
      const cwd = temporaryFolder();
      const folder = writeHome(cwd);
      const { killed } = await migrate(cwd, [
        "strace",
        "-f",
        "-o",
        "/dev/null",
        "-e",
        `inject=${call}:signal=KILL:when=${at}`,
      ]);
      if (killed) kills++;
      const place = `${call} ${at}`;
      isWhole(folder, done, place);
      assert.equal((await migrate(cwd)).status, 0, place);
      const after = contents(folder);
      assert.equal(after.config, done.config, place);
      // Killed between the two files, the profile stands in both, and is moved where it stands.
      assert.doesNotMatch(after.credentials, /sso_start_url/, place);
      assert.ok(after.credentials.includes(secret), place);
      for (const name of Object.keys(after)) {
        assert.match(
          name,
          /^(?:config|credentials)(?:\.awscfg-.*\.bak)?$/,
          place,
        );
      }
    }
  }
  assert.ok(kills >= 20, `only ${kills} kills`);
});

/** Both files are there, each old or new; config is written first; a backup is what was there; the rest is for us alone. */
function isWhole(
  folder: string,
  done: Readonly<Record<string, string>>,
  place: string,
): void {
  const now = contents(folder);
  for (const name of ["config", "credentials"] as const) {
    assert.ok(
      [legacyFiles[name], done[name]].includes(now[name]),
      `${place}: ${name}`,
    );
  }
  if (now.credentials === done.credentials) {
    assert.equal(now.config, done.config, `${place}: config first`);
  }
  for (const [name, text] of Object.entries(now)) {
    assert.equal(
      statSync(join(folder, name)).mode & 0o077,
      0,
      `${place}: ${name}`,
    );
    const kept = /^(config|credentials)\.awscfg-/.exec(name)?.[1];
    if (kept) {
      assert.equal(text, legacyFiles[kept as "config"], `${place}: ${name}`);
    }
  }
}
