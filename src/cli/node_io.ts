import fs from "node:fs";
import process from "node:process";
import type { FileStatus, Io, Platform, Reading, Stream } from "./io.ts";

const descriptors: Readonly<Record<Stream, number>> = { stdout: 1, stderr: 2 };

/** The real machine. */
export function nodeIo(): Io {
  const closed = new Set<Stream>();
  return {
    args: process.argv.slice(2),
    platform: platform(),
    cwd: process.cwd(),
    env: (name) => process.env[name],
    envOf,
    readFile,
    stat,
    list: (folder) => attempt(() => fs.readdirSync(folder)) ?? [],
    readStdin,
    write: (stream, content) => {
      // Nobody reads any more: what is left is not written, and the status stays what it is.
      if (closed.has(stream)) return;
      if (!writeAll(descriptors[stream], content)) closed.add(stream);
    },
    isTerminal: (stream) => isTerminal(descriptors[stream]),
    columns: () => attempt(() => process.stdout.columns),
    now: () => new Date(),
    pid: process.pid,
    isRunning,
    disk: fs,
  };
}

/** The null device of Linux. */
const NULL_DEVICE = 0x103;

/** A pipe, a file or nothing is told without `node:tty`, which costs 5 ms in Bun. */
function isTerminal(descriptor: number): boolean {
  if (process.platform !== "win32") {
    const status = attempt(() => fs.fstatSync(descriptor));
    if (!status?.isCharacterDevice() || status.rdev === NULL_DEVICE) {
      return false;
    }
  }
  return process.getBuiltinModule("node:tty").isatty(descriptor);
}

function platform(): Platform {
  if (process.platform === "win32") return "windows";
  return process.platform === "darwin" ? "darwin" : "linux";
}

function envOf(prefix: string): Readonly<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const [name, value] of Object.entries(process.env)) {
    if (name.startsWith(prefix) && value !== undefined) found[name] = value;
  }
  return found;
}

function readFile(path: string): Reading {
  try {
    return { bytes: fs.readFileSync(path) };
  } catch (error) {
    const code = codeOf(error);
    return {
      problem: code === "ENOENT" || code === "ENOTDIR"
        ? "missing"
        : code === "EISDIR" || stat(path)?.kind === "directory"
        ? "directory"
        : "unreadable",
      code,
    };
  }
}

function stat(path: string): FileStatus | undefined {
  const found = attempt(() => fs.statSync(path));
  if (!found) return undefined;
  const user = userId();
  return {
    kind: found.isFile() ? "file" : found.isDirectory() ? "directory" : "other",
    ...(process.platform === "win32" ? {} : { mode: found.mode & 0o7777 }),
    ...(user === undefined ? {} : { owned: found.uid === user }),
  };
}

/** Deno asks for a permission here that nothing else needs, and would ask the user in a terminal. */
function userId(): number | undefined {
  return process.versions.deno ? undefined : process.getuid?.();
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return codeOf(error) !== "ESRCH";
  }
}

function readStdin(): Uint8Array {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const piece = new Uint8Array(65536);
    const count = retry(() => {
      try {
        return fs.readSync(0, piece);
      } catch (error) {
        // The end of a pipe on Windows.
        if (codeOf(error) === "EOF") return 0;
        throw error;
      }
    });
    if (count === 0) break;
    pieces.push(piece.subarray(0, count));
    length += count;
  }
  const all = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}

/** Writes all of it; false where nobody reads. `process.stdout` costs 8 ms in Bun, this nothing. */
function writeAll(descriptor: number, content: string | Uint8Array): boolean {
  const bytes = typeof content === "string"
    ? new TextEncoder().encode(content)
    : content;
  let at = 0;
  try {
    while (at < bytes.length) {
      at += retry(() =>
        fs.writeSync(descriptor, bytes, at, Math.min(65536, bytes.length - at))
      );
    }
  } catch (error) {
    const code = codeOf(error);
    if (code === "EPIPE" || code === "EOF" || code === "EBADF") return false;
    throw error;
  }
  return true;
}

/** Tries again while the other end of a pipe that does not block is busy. */
function retry<T>(call: () => T): T {
  for (;;) {
    try {
      return call();
    } catch (error) {
      if (codeOf(error) !== "EAGAIN") throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 2);
    }
  }
}

function attempt<T>(call: () => T): T | undefined {
  try {
    return call();
  } catch {
    return undefined;
  }
}

function codeOf(error: unknown): string {
  return (error as { code?: string } | undefined)?.code ?? "unknown";
}
