import type { Disk } from "./io.ts";

/** A disk that keeps what is written in a list, for tests. */
export function savingDisk(saved: string[]): Disk {
  const disk: Partial<Disk> = {
    openSync: () => saved.push("") + 2,
    writeSync: ((
      file: number,
      bytes: Uint8Array,
      start: number,
      length: number,
    ) => {
      saved[file - 3] += new TextDecoder().decode(
        bytes.subarray(start, start + length),
      );
      return length;
    }) as Disk["writeSync"],
    closeSync: () => {},
  };
  return disk as Disk;
}
