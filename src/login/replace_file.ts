import { randomBytes } from "node:crypto";
import {
  closeSync,
  fsyncSync,
  openSync,
  readdirSync,
  realpathSync,
  renameSync,
  statSync,
  unlinkSync,
  writeSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";

/** A left-over temporary file of a killed run is removed once it is this old. */
const STALE_AFTER = 60_000;

/**
 * Puts a whole file in the place of another, for this user alone: whoever reads it, whenever
 * this program is killed, finds the old one or the new one.
 */
export function replaceFile(file: string, text: string): void {
  const target = followed(file);
  const folder = dirname(target);
  removeStale(folder);
  const temporary = join(
    folder,
    `.${basename(target)}.${randomBytes(6).toString("hex")}.awscfg-tmp`,
  );
  const bytes = new TextEncoder().encode(text);
  const descriptor = openSync(temporary, "wx", 0o600);
  try {
    try {
      for (let at = 0; at < bytes.length;) {
        at += writeSync(descriptor, bytes, at, bytes.length - at);
      }
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    rename(temporary, target);
  } catch (error) {
    quietly(() => unlinkSync(temporary));
    throw error;
  }
}

/** The file itself where a link stands in its place. */
function followed(file: string): string {
  try {
    return realpathSync(file);
  } catch {
    return file;
  }
}

/** On Windows a file that another program has open cannot be replaced: that passes. */
function rename(from: string, to: string): void {
  for (let tries = 0;; tries++) {
    try {
      return renameSync(from, to);
    } catch (error) {
      const { code } = error as { code?: string };
      if (!/^(?:EPERM|EACCES|EBUSY)$/.test(code ?? "") || tries === 40) {
        throw error;
      }
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 50);
    }
  }
}

function removeStale(folder: string): void {
  quietly(() => {
    for (const name of readdirSync(folder)) {
      if (!name.startsWith(".") || !name.endsWith(".awscfg-tmp")) continue;
      const path = join(folder, name);
      if (Date.now() - statSync(path).mtimeMs > STALE_AFTER) unlinkSync(path);
    }
  });
}

function quietly(call: () => void): void {
  try {
    call();
  } catch {
    // Another run did it first.
  }
}
