import { posix, win32 } from "node:path";
import type { Io } from "./io.ts";

/** The user's home folder as the AWS SDKs find it, and what should be known about that. */
export interface Home {
  readonly folder?: string;
  readonly warning?: string;
}

/** `HOME`; on Windows `USERPROFILE`, else `HOMEDRIVE` with `HOMEPATH`. */
export function homeOf(io: Io): Home {
  const { env, platform } = io;
  const home = env("HOME") || undefined;
  if (platform !== "windows") return home ? { folder: home } : {};
  const drive = env("HOMEDRIVE");
  const path = env("HOMEPATH");
  const folder = env("USERPROFILE") || (drive && path ? drive + path : home);
  if (!folder) return {};
  if (!home || same(home, folder)) return { folder };
  const other = win32.join(home, ".aws");
  return io.stat(other)?.kind !== "directory" ? { folder } : {
    folder,
    warning: `HOME has another .aws folder: clients that go by HOME read ${
      win32.join(other, "config")
    }, the AWS CLI and this program ${win32.join(folder, ".aws", "config")}`,
  };
}

function same(a: string, b: string): boolean {
  return win32.normalize(a).toLowerCase() === win32.normalize(b).toLowerCase();
}

/** `~` and `~/…` as the clients expand them in a variable; nothing else is expanded. */
export function expandHome(path: string, home: string | undefined): string {
  return home !== undefined && /^~(?:[/\\]|$)/.test(path)
    ? home + path.slice(1)
    : path;
}

/** The rules of paths on the user's platform. */
export function pathsOf({ platform }: Io): typeof posix {
  return platform === "windows" ? win32 : posix;
}
