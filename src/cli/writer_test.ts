import assert from "node:assert/strict";
import fs from "node:fs";
import { basename, join } from "node:path";
import process from "node:process";
import type { Disk, Io } from "./io.ts";
import { memoryIo } from "./memory_io.ts";
import { temporaryFolder } from "./programs.ts";
import { digestOf, replaceFiles } from "./writer.ts";

const encode = (text: string) => new TextEncoder().encode(text);

/** The real disk, with some calls that go otherwise. */
function ioWith(calls: Partial<Disk> = {}): Io {
  return {
    ...memoryIo({}),
    disk: { ...fs, ...calls } as Disk,
    pid: 77,
    isRunning: (pid) => pid === 88,
  };
}

function setUp(mode = 0o640) {
  const folder = temporaryFolder();
  const file = join(folder, "config");
  fs.writeFileSync(file, "before");
  fs.chmodSync(file, mode);
  const change = {
    file,
    path: "config",
    before: encode("before"),
    after: encode("after"),
  };
  return { folder, file, change };
}

function failure(code: string): () => never {
  return () => {
    throw Object.assign(new Error(code), { code });
  };
}

Deno.test("replaceFiles() keeps mode, owner and symbolic link, and leaves nothing behind", () => {
  const { folder, file, change } = setUp();
  const root = process.getuid?.() === 0;
  if (root) fs.chownSync(file, 65534, 65534);
  const link = join(folder, "link");
  fs.symlinkSync("config", link);
  const { problem, written } = replaceFiles(ioWith(), [
    { ...change, file: link },
  ]);
  assert.equal(problem, undefined);
  assert.equal(written.length, 1);
  assert.equal(fs.readFileSync(file, "utf8"), "after");
  assert.ok(fs.lstatSync(link).isSymbolicLink());
  const { mode, uid } = fs.statSync(file);
  assert.equal(mode & 0o7777, 0o640);
  if (root) assert.equal(uid, 65534);
  assert.deepEqual(fs.readdirSync(folder).sort(), ["config", "link"]);
});

Deno.test("replaceFiles() writes on where the system took a part", () => {
  const { file, change } = setUp();
  const io = ioWith({
    writeSync: ((descriptor: number, bytes: Uint8Array, at: number) =>
      fs.writeSync(descriptor, bytes, at, 1)) as Disk["writeSync"],
  });
  assert.equal(replaceFiles(io, [change]).problem, undefined);
  assert.equal(fs.readFileSync(file, "utf8"), "after");
});

Deno.test("replaceFiles() leaves the file as it was when anything fails", () => {
  for (
    const call of [
      "openSync",
      "writeSync",
      "fchmodSync",
      "fsyncSync",
      "closeSync",
      "readFileSync",
      "renameSync",
    ] as const
  ) {
    const { folder, file, change } = setUp();
    let closed = 0;
    const io = ioWith({
      [call]: call === "closeSync"
        ? (descriptor: number) => {
          fs.closeSync(descriptor);
          // The first is the look whether the file may be written.
          if (closed++ > 0) failure("EIO")();
        }
        : failure("ENOSPC"),
    });
    const { problem, written, backups } = replaceFiles(io, [change], {
      backup: true,
    });
    assert.match(problem ?? "", /^config was not written: .*\((ENOSPC|EIO)\)$/);
    assert.deepEqual([written, backups], [[], []], call);
    assert.equal(fs.readFileSync(file, "utf8"), "before", call);
    assert.deepEqual(fs.readdirSync(folder), ["config"], call);
  }
});

Deno.test("replaceFiles() refuses a file that is read-only, changed meanwhile or none", () => {
  const locked = setUp(0o440);
  const said = (change: Parameters<typeof replaceFiles>[1][number]) =>
    replaceFiles(ioWith(), [change]).problem;
  assert.equal(said(locked.change), "config was not written: it is read-only");
  const changed = setUp();
  assert.match(
    said({ ...changed.change, before: encode("other") }) ?? "",
    /another program has changed it meanwhile/,
  );
  assert.deepEqual(fs.readdirSync(changed.folder), ["config"]);
  const { folder, change } = setUp();
  assert.match(said({ ...change, file: folder }) ?? "", /no regular file/);
  assert.match(said({ ...change, file: join(folder, "x") }) ?? "", /gone/);
});

Deno.test("replaceFiles() keeps a backup of the same mode, named after what was written", () => {
  const { folder, change } = setUp(0o600);
  const { backups } = replaceFiles(ioWith(), [change], { backup: true });
  assert.deepEqual(backups.map((file) => basename(file)), [
    `config.awscfg-20260102T030405Z-${digestOf(encode("after"))}.bak`,
  ]);
  assert.equal(fs.readFileSync(backups[0], "utf8"), "before");
  assert.equal(fs.statSync(backups[0]).mode & 0o777, 0o600);
  assert.equal(fs.readdirSync(folder).length, 2);
});

Deno.test("replaceFiles() says what was written when the second file fails", () => {
  const first = setUp();
  const second = setUp();
  let renamed = 0;
  const io = ioWith({
    renameSync: (from, to) =>
      renamed++ === 0 ? fs.renameSync(from, to) : failure("EACCES")(),
  });
  const { problem, written } = replaceFiles(io, [
    first.change,
    { ...second.change, path: "credentials" },
  ]);
  assert.match(problem ?? "", /^credentials was not .*; config was written$/);
  assert.deepEqual(written, [first.change]);
});

Deno.test("replaceFiles() refuses both files where one of them may not be written", () => {
  const first = setUp();
  const second = setUp(0o400);
  const { written } = replaceFiles(ioWith(), [first.change, second.change]);
  assert.deepEqual(written, []);
  assert.equal(fs.readFileSync(first.file, "utf8"), "before");
});

Deno.test("replaceFiles() removes what a killed run left, and nothing else", () => {
  const { folder, change } = setUp();
  const names = [
    ".config.awscfg-66-01234567.tmp",
    ".config.awscfg-88-01234567.tmp",
    ".config.swp",
    ".credentials.awscfg-66-01234567.tmp",
  ];
  for (const name of names) fs.writeFileSync(join(folder, name), "");
  replaceFiles(ioWith(), [change]);
  assert.deepEqual(fs.readdirSync(folder).sort(), [
    ...names.slice(1),
    "config",
  ]);
});

Deno.test("replaceFiles() tries again on Windows while another program holds the file", () => {
  const { file, change } = setUp();
  let tries = 0;
  const io = ioWith({
    renameSync: (from, to) =>
      tries++ < 3 ? failure("EBUSY")() : fs.renameSync(from, to),
  });
  assert.equal(
    replaceFiles({ ...io, platform: "windows" }, [change]).problem,
    undefined,
  );
  assert.equal(fs.readFileSync(file, "utf8"), "after");
  const busy = { ...ioWith({ renameSync: failure("EBUSY") }), now: Date };
  let time = 0;
  assert.match(
    replaceFiles(
      {
        ...busy,
        platform: "windows",
        now: () => new Date(time += 500),
      },
      [{ ...change, before: change.after }],
    ).problem ?? "",
    /EBUSY/,
  );
});
