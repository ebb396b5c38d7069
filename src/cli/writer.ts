import { createHash } from "node:crypto";
import { basename, dirname, join } from "node:path";
import type { Disk, Io } from "./io.ts";
import { discard, syncFolder, writeNewFile } from "./new_file.ts";
import { removeStale, temporaryName } from "./stale.ts";

/** A file that is to be replaced. */
export interface Replacement {
  /** Where it stands, perhaps behind symbolic links. */
  readonly file: string;
  /** As messages name it. */
  readonly path: string;
  /** What was read: if the file holds anything else by now, it is left alone. */
  readonly before: Uint8Array;
  readonly after: Uint8Array;
}

/** What became of it. */
export interface Replaced {
  /** Files that were written, as they were given. */
  readonly written: readonly Replacement[];
  readonly backups: readonly string[];
  /** Why the rest was not written. */
  readonly problem?: string;
}

/** A reason that a person understands. */
class Refusal extends Error {}

/**
 * Replaces files in their order, each whole or not at all: a new file is written beside the old one
 * and takes its name at the end. (`write-file-atomic` was seen to rename a file that a full disk had
 * cut.) Owner, mode and symbolic links stay.
 */
export function replaceFiles(
  io: Io,
  replacements: readonly Replacement[],
  { backup = false }: { readonly backup?: boolean } = {},
): Replaced {
  const written: Replacement[] = [];
  const backups: string[] = [];
  let current = replacements[0];
  try {
    // All are looked at before the first is written.
    const targets = replacements.map((one) => {
      current = one;
      return { one, target: io.disk.realpathSync(one.file) };
    });
    for (const { one, target } of targets) {
      current = one;
      mayWrite(io.disk, target);
      removeStale(io, target);
    }
    for (const { one, target } of backup ? targets : []) {
      current = one;
      backups.push(backUp(io, target, one));
    }
    for (const { one, target } of targets) {
      current = one;
      replace(io, target, one);
      written.push(one);
    }
    return { written, backups };
  } catch (error) {
    // A backup of what is still there is none.
    if (written.length === 0) {
      for (const file of backups.splice(0)) discard(io.disk, file);
    }
    const done = written.map(({ path }) => `; ${path} was written`).join("");
    return {
      written,
      backups,
      problem: `${current.path} was not written: ${reasonOf(error)}${done}`,
    };
  }
}

/** The first characters of the SHA-256 of what a file holds; a backup is named after it. */
export function digestOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex").slice(0, 16);
}

function replace(io: Io, target: string, { before, after }: Replacement): void {
  const { disk } = io;
  const temporary = join(dirname(target), temporaryName(io, basename(target)));
  writeNewFile(io, temporary, { bytes: after, like: target });
  try {
    if (!same(disk.readFileSync(target), before)) {
      throw new Refusal("another program has changed it meanwhile");
    }
    rename(io, temporary, target);
  } catch (error) {
    discard(disk, temporary);
    throw error;
  }
  syncFolder(io, dirname(target));
}

function backUp(
  io: Io,
  target: string,
  { before, after }: Replacement,
): string {
  const time = io.now().toISOString().replace(/[-:]|\.\d+/g, "");
  const file = `${target}.awscfg-${time}-${digestOf(after)}.bak`;
  writeNewFile(io, file, { bytes: before, like: target });
  syncFolder(io, dirname(target));
  return file;
}

/** A rename would replace a file that is protected, so its own permissions are asked. */
function mayWrite(disk: Disk, target: string): void {
  const status = disk.statSync(target);
  if (!status.isFile()) throw new Refusal("it is no regular file");
  if ((status.mode & 0o222) === 0) throw new Refusal("it is read-only");
  disk.closeSync(disk.openSync(target, "r+"));
}

/** On Windows another program may hold a file for a moment. */
function rename({ disk, platform, now }: Io, from: string, to: string): void {
  const end = now().getTime() + 2000;
  for (;;) {
    try {
      return disk.renameSync(from, to);
    } catch (error) {
      const busy = platform === "windows" &&
        ["EPERM", "EACCES", "EBUSY"].includes(codeOf(error));
      if (!busy || now().getTime() > end) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);
    }
  }
}

function same(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, at) => byte === b[at]);
}

function codeOf(error: unknown): string {
  return (error as { code?: string }).code ?? "";
}

function reasonOf(error: unknown): string {
  if (error instanceof Refusal) return error.message;
  const code = codeOf(error);
  if (code === "") throw error;
  const reasons: Readonly<Record<string, string>> = {
    EACCES: "you have no permission to write it or its folder",
    EPERM: "you have no permission to keep its owner and mode",
    ENOSPC: "the disk is full",
    EDQUOT: "your quota of the disk is used up",
    EROFS: "the disk is read-only",
    ENOENT: "it is gone",
  };
  return `${reasons[code] ?? "the system refuses"} (${code})`;
}
