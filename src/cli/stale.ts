import { basename, dirname, join } from "node:path";
import type { Io } from "./io.ts";

/** A name beside a file for what will take its place; it says which process it belongs to. */
export function temporaryName({ pid }: Io, name: string): string {
  const random = crypto.randomUUID().slice(0, 8);
  return `.${name}.awscfg-${pid}-${random}.tmp`;
}

/** Removes what a run that was killed has left beside a file. */
export function removeStale(
  { disk, pid, isRunning }: Io,
  target: string,
): void {
  const start = `.${basename(target)}.awscfg-`;
  const folder = dirname(target);
  for (const name of disk.readdirSync(folder)) {
    if (!name.startsWith(start)) continue;
    const owner = /^(\d+)-[0-9a-f]{8}\.tmp$/.exec(name.slice(start.length));
    if (!owner) continue;
    const process = Number(owner[1]);
    if (process !== pid && isRunning(process)) continue;
    try {
      disk.unlinkSync(join(folder, name));
    } catch {
      // It is in nobody's way.
    }
  }
}
