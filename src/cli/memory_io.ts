import { posix, win32 } from "node:path";
import type { Disk, Io, Platform, Reading, Stream } from "./io.ts";

/** A machine in memory, for tests; it keeps what was written. */
export interface MemoryIo extends Io {
  readonly written: (stream: Stream) => string;
}

/** What the machine in memory holds. */
export interface Memory {
  readonly args?: readonly string[];
  /** Contents by absolute path; folders are there by what stands in them. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  /** Paths whose files nobody may read. */
  readonly closed?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly platform?: Platform;
  readonly cwd?: string;
  readonly stdin?: string;
  readonly terminal?: boolean;
}

/** Makes a machine in memory. Its disk refuses everything. */
export function memoryIo(memory: Memory): MemoryIo {
  const {
    args = [],
    files = {},
    closed = [],
    env = {},
    platform = "linux",
    cwd = platform === "windows" ? "C:\\work" : "/work",
    stdin = "",
    terminal = false,
  } = memory;
  const { sep } = platform === "windows" ? win32 : posix;
  const output: Record<Stream, string[]> = { stdout: [], stderr: [] };
  const inside = (folder: string) =>
    Object.keys(files).filter((path) => path.startsWith(folder + sep));
  const readFile = (path: string): Reading => {
    if (closed.includes(path)) return { problem: "unreadable", code: "EACCES" };
    const content = files[path];
    if (content !== undefined) return { bytes: bytesOf(content) };
    return inside(path).length > 0
      ? { problem: "directory", code: "EISDIR" }
      : { problem: "missing", code: "ENOENT" };
  };
  return {
    args,
    platform,
    cwd,
    env: (name) => env[name],
    envOf: (prefix) =>
      Object.fromEntries(
        Object.entries(env).filter(([name]) => name.startsWith(prefix)),
      ),
    readFile,
    stat: (path) =>
      path in files
        ? { kind: "file", mode: 0o600, owned: true }
        : inside(path).length > 0
        ? { kind: "directory", mode: 0o700, owned: true }
        : undefined,
    list: (folder) => [
      ...new Set(
        inside(folder).map((path) =>
          path.slice(folder.length + 1).split(sep)[0]
        ),
      ),
    ],
    readStdin: () => bytesOf(stdin),
    write: (stream, content) => {
      output[stream].push(
        typeof content === "string"
          ? content
          : new TextDecoder().decode(content),
      );
    },
    isTerminal: () => terminal,
    columns: () => terminal ? 80 : undefined,
    now: () => new Date("2026-01-02T03:04:05.678Z"),
    pid: 1,
    isRunning: () => true,
    disk: noDisk,
    written: (stream) => output[stream].join(""),
  };
}

function bytesOf(content: string | Uint8Array): Uint8Array {
  return typeof content === "string"
    ? new TextEncoder().encode(content)
    : content;
}

const noDisk: Disk = new Proxy({} as Disk, {
  get: (_, name) => () => {
    throw new Error(`Cannot call ${String(name)}: there is no disk`);
  },
});
