import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { ssoFiles } from "../migrate/generated_profiles.ts";
import type { Io } from "./io.ts";
import { migrateFiles } from "./migrate.ts";
import { nodeIo } from "./node_io.ts";
import { temporaryFolder } from "./programs.ts";
import { contents, legacyFiles, writeHome } from "./testing/legacy_files.ts";

/** The real disk, for a user who lives in a folder of ours. */
function ioIn(home: string): Io {
  return {
    ...nodeIo(),
    cwd: home,
    env: (name) => name === "HOME" ? home : undefined,
    write: () => {},
    isTerminal: () => false,
  };
}

Deno.test("undo() gives the first bytes back, whatever was migrated", async () => {
  let moved = 0;
  await fc.assert(
    fc.asyncProperty(ssoFiles(), fc.boolean(), async (files, keepInline) => {
      const home = temporaryFolder();
      const folder = writeHome(home, { ...files });
      const io = ioIn(home);
      const args = keepInline ? ["--keep-inline"] : [];
      const status = await migrateFiles(io, ["--write", ...args]);
      assert.ok(status === 0 || status === 1);
      const backups = Object.keys(contents(folder)).length - 2;
      if (backups > 0) moved++;
      const undone = await migrateFiles(io, ["--undo"]);
      assert.equal(undone, backups > 0 ? 0 : 2);
      assert.deepEqual(contents(folder), files);
    }),
    { numRuns: 60 },
  );
  assert.ok(moved > 10);
});

Deno.test("undo() goes back step by step, and over what a killed run has left", async () => {
  const home = temporaryFolder();
  const folder = writeHome(home);
  const io = ioIn(home);
  let second = 0;
  const at = (): Io => ({
    ...io,
    now: () => new Date(Date.UTC(2026, 0, 2, 3, 4, second++)),
  });
  assert.equal(await migrateFiles(at(), ["--write", "--profile=a"]), 0);
  const between = readFileSync(join(folder, "config"), "utf8");
  assert.equal(await migrateFiles(at(), ["--write"]), 0);
  const [kept] = Object.keys(contents(folder)).filter((name) =>
    name.endsWith(".bak")
  );
  // A backup of what the file holds: its run was killed before the file was written.
  const now = readFileSync(join(folder, "config"), "utf8");
  writeHome(home, {
    [kept.replace(/-\d{8}T.*/, "-20270101T000000Z-0123456789abcdef.bak")]: now,
  });
  assert.equal(await migrateFiles(at(), ["--undo"]), 0);
  assert.equal(readFileSync(join(folder, "config"), "utf8"), between);
  assert.equal(await migrateFiles(at(), ["--undo"]), 0);
  assert.deepEqual(
    [contents(folder).config, contents(folder).credentials],
    [legacyFiles.config, legacyFiles.credentials],
  );
});
