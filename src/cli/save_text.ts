import { pathsOf } from "./home.ts";
import type { Io } from "./io.ts";

/** Writes a file anew, or behind what it holds; the reason in words when that cannot be done. */
export function saveText(
  io: Io,
  path: string,
  { text, append = false }: {
    readonly text: string;
    readonly append?: boolean;
  },
): string | undefined {
  const { disk } = io;
  const bytes = new TextEncoder().encode(text);
  try {
    const file = disk.openSync(
      pathsOf(io).resolve(io.cwd, path),
      append ? "a" : "w",
    );
    try {
      for (let at = 0; at < bytes.length;) {
        at += disk.writeSync(file, bytes, at, bytes.length - at);
      }
    } finally {
      disk.closeSync(file);
    }
    return undefined;
  } catch (error) {
    const { code } = error as { readonly code?: string };
    if (code === undefined) throw error;
    const reasons: Readonly<Record<string, string>> = {
      ENOENT: "there is no such folder",
      ENOTDIR: "there is no such folder",
      EISDIR: "it is a folder",
      EACCES: "you have no permission",
      EPERM: "you have no permission",
      ENOSPC: "the disk is full",
      EROFS: "the disk is read-only",
    };
    return `${path} was not written: ${
      reasons[code] ?? "the system refuses"
    } (${code})`;
  }
}
