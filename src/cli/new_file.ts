import type { Disk, Io } from "./io.ts";

/** Writes a new file with the owner and the mode of another one, down to the disk; else the user alone may read it. */
export function writeNewFile(
  { disk, platform }: Io,
  file: string,
  { bytes, like }: {
    readonly bytes: Uint8Array;
    readonly like: string | undefined;
  },
): void {
  const wanted = like === undefined ? undefined : disk.statSync(like);
  // Nobody else may read it before it has its mode.
  const descriptor = disk.openSync(file, "wx", 0o600);
  try {
    try {
      for (let at = 0; at < bytes.length;) {
        const taken = disk.writeSync(descriptor, bytes, at, bytes.length - at);
        if (taken === 0) throw Object.assign(new Error(), { code: "ENOSPC" });
        at += taken;
      }
      if (wanted && platform !== "windows") {
        const { uid, gid, mode } = wanted;
        const made = disk.fstatSync(descriptor);
        if (made.uid !== uid || made.gid !== gid) {
          disk.fchownSync(descriptor, uid, gid);
        }
        disk.fchmodSync(descriptor, mode & 0o7777);
      }
      disk.fsyncSync(descriptor);
    } finally {
      disk.closeSync(descriptor);
    }
  } catch (error) {
    discard(disk, file);
    throw error;
  }
}

/** The new name of the file is on the disk when its folder is; some systems cannot tell. */
export function syncFolder({ disk }: Io, folder: string): void {
  try {
    const descriptor = disk.openSync(folder, "r");
    try {
      disk.fsyncSync(descriptor);
    } finally {
      disk.closeSync(descriptor);
    }
  } catch {
    // The file itself is written.
  }
}

/** Removes a file, if that can be. */
export function discard(disk: Disk, file: string): void {
  try {
    disk.unlinkSync(file);
  } catch {
    // Removed at the next run.
  }
}
