import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import {
  chmodSync,
  chownSync,
  copyFileSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { programs, startProgram, temporaryFolder } from "./programs.ts";
import {
  contents,
  legacyFiles,
  legacyProfile,
  writeHome,
} from "./testing/legacy_files.ts";
import { tool } from "./testing/tool.ts";

const root = process.getuid?.() === 0;
const nobody = 65534;

Deno.test("binary: migrate --write on a full disk leaves both files as they were", async () => {
  const disk = temporaryFolder();
  if (!tool("mount", ["-t", "tmpfs", "-o", "size=256k", "tmpfs", disk])) return;
  try {
    const [, binary] = programs();
    // Files of several pages, so that one is cut in the middle.
    const files = {
      config: Array.from(
        { length: 60 },
        (_, at) => legacyProfile(`profile p${at}`),
      ).join("\n"),
      credentials: legacyFiles.credentials,
    };
    const folder = writeHome(disk, files);
    let failed = 0;
    for (let pages = 0;; pages++) {
      const free = spawnSync("df", ["--output=avail", "-B1", disk], {
        encoding: "utf8",
      }).stdout.trim().split("\n").at(-1);
      const filler = Math.max(0, Number(free) - pages * 4096);
      writeFileSync(join(disk, "filler"), new Uint8Array(filler));
      const { code, stderr } = await startProgram(binary, [
        "migrate",
        "--write",
      ], { cwd: disk }).output();
      const said = new TextDecoder().decode(stderr);
      if (code === 0) break;
      failed++;
      assert.equal(code, 2, said);
      assert.match(said, /was not written: the disk is full \(ENOSPC\)/);
      const now = contents(folder);
      // Config is written first; a profile in both files is the same profile.
      if (/; \S*config was written/.test(said)) {
        assert.equal(now.credentials, files.credentials);
        break;
      }
      assert.deepEqual(now, files, `${pages} pages`);
      spawnSync("rm", [join(disk, "filler")]);
    }
    assert.ok(failed >= 3, `only ${failed} failures`);
  } finally {
    spawnSync("umount", [disk]);
  }
});

Deno.test("binary: migrate --write refuses where another user may not write", async () => {
  if (!root || !tool("setpriv", ["--version"])) return;
  const [, binary] = programs();
  const place = temporaryFolder();
  chmodSync(place, 0o755);
  const program = join(place, "awscfg");
  copyFileSync(binary.command({})[0], program);
  chmodSync(program, 0o755);
  const as = [
    "setpriv",
    "--reuid",
    `${nobody}`,
    "--regid",
    `${nobody}`,
    "--clear-groups",
  ];
  for (
    const [what, prepare, said] of [
      ["read-only files", (folder: string) => {
        chmodSync(join(folder, "config"), 0o444);
      }, /config was not written: it is read-only/],
      ["a folder of somebody else", (folder: string) => {
        chownSync(folder, 0, 0);
        chmodSync(folder, 0o755);
      }, /you have no permission to write it or its folder \(EACCES\)/],
      ["files of somebody else", (folder: string) => {
        chownSync(join(folder, "config"), 0, 0);
        chmodSync(join(folder, "config"), 0o644);
      }, /you have no permission to write it or its folder \(EACCES\)/],
      ["files of somebody else that all may write", (folder: string) => {
        chownSync(join(folder, "config"), 0, 0);
        chmodSync(join(folder, "config"), 0o666);
      }, /you have no permission to keep its owner and mode \(EPERM\)/],
    ] as const
  ) {
    const cwd = temporaryFolder();
    const folder = writeHome(cwd);
    for (
      const path of [
        cwd,
        folder,
        ...["config", "credentials"].map((name) => join(folder, name)),
      ]
    ) {
      chownSync(path, nobody, nobody);
    }
    chmodSync(cwd, 0o755);
    prepare(folder);
    const { mode, uid } = statSync(join(folder, "config"));
    const { code, stderr } = await startProgram(
      {
        name: "binary",
        command: () => [program],
      },
      ["migrate", "--write"],
      { cwd, before: as },
    ).output();
    const err = new TextDecoder().decode(stderr);
    assert.equal(code, 2, `${what}: ${err}`);
    assert.match(err, said, what);
    assert.deepEqual(contents(folder), legacyFiles, what);
    const now = statSync(join(folder, "config"));
    assert.deepEqual([now.mode, now.uid], [mode, uid], what);
  }
});
