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
  /** There was no such file, and one is made that its owner alone may read. */
  readonly creates?: true;
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
  const backups = new Map<Replacement, string>();
  // One time for all, so that `--undo` finds what belongs together.
  const time = io.now().toISOString().replace(/[-:]|\.\d+/g, "");
  let current = replacements[0];
  try {
    // All are looked at before the first is written.
    const targets = replacements.map((one) => {
      current = one;
      return {
        one,
        target: one.creates ? one.file : io.disk.realpathSync(one.file),
      };
    });
    for (const { one, target } of targets) {
      current = one;
      if (one.creates) mayCreate(io.disk, target);
      else mayWrite(io.disk, target);
      removeStale(io, target);
    }
    for (const { one, target } of backup ? targets : []) {
      current = one;
      backups.set(one, backUp(io, target, { ...one, time }));
    }
    for (const { one, target } of targets) {
      current = one;
      replace(io, target, one);
      written.push(one);
    }
    return { written, backups: [...backups.values()] };
  } catch (error) {
    // A backup of what is still there is none.
    for (const [one, file] of backups) {
      if (written.includes(one)) continue;
      discard(io.disk, file);
      backups.delete(one);
    }
    const done = written.map(({ path }) => `; ${path} was written`).join("");
    return {
      written,
      backups: [...backups.values()],
      problem: `${current.path} was not written: ${reasonOf(error)}${done}`,
    };
  }
}

/** The first characters of the SHA-256 of what a file holds; a backup is named after it. */
export function digestOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex").slice(0, 16);
}

function replace(
  io: Io,
  target: string,
  { before, after, creates }: Replacement,
): void {
  const { disk } = io;
  put(io, target, {
    bytes: after,
    like: creates ? undefined : target,
    // Looked at as late as can be: the next call takes its place.
    check: () => {
      if (creates) mayCreate(disk, target);
      else if (!same(disk.readFileSync(target), before)) {
        throw new Refusal("another program has changed it meanwhile");
      }
    },
  });
}

/** Keeps what there was, under a name that says when, and what it gave way to. */
function backUp(
  io: Io,
  target: string,
  { before, after, creates, time }: Replacement & { readonly time: string },
): string {
  const file = `${target}.awscfg-${time}-${digestOf(after)}.bak`;
  put(io, file, { bytes: before, like: creates ? undefined : target });
  return file;
}

/** Puts a file under a name at once: nobody ever sees a part of it. */
function put(
  io: Io,
  target: string,
  { bytes, like, check }: {
    readonly bytes: Uint8Array;
    readonly like: string | undefined;
    readonly check?: () => void;
  },
): void {
  // A backup that is half written is removed with the rest of a killed run.
  const name = basename(target).replace(backupName, "");
  const temporary = join(dirname(target), temporaryName(io, name));
  writeNewFile(io, temporary, { bytes, like });
  try {
    check?.();
    rename(io, temporary, target);
  } catch (error) {
    discard(io.disk, temporary);
    throw error;
  }
  syncFolder(io, dirname(target));
}

const backupName = /\.awscfg-\d{8}T\d{6}Z-[0-9a-f]{16}\.bak$/;

/** Nothing may stand there, nor a symbolic link that leads nowhere. */
function mayCreate(disk: Disk, target: string): void {
  if (disk.readdirSync(dirname(target)).includes(basename(target))) {
    throw new Refusal("there is something of that name by now");
  }
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
