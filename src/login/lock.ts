import { randomBytes } from "node:crypto";
import {
  linkSync,
  readFileSync,
  renameSync,
  statSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { cacheName, makeCacheFolder } from "./cache_folder.ts";
import { pause } from "./pause.ts";

/** The holder says that it lives by touching the file; ids of processes mean nothing in a container. */
const BEAT = 1_000;
const STALE_AFTER = 6_000;

/** A lock that is held. */
export interface Lock {
  /** Whether another run held it when this one came. */
  readonly waited: boolean;
  readonly release: () => void;
}

/** Takes the lock of a key, one sign-in at a time; nothing where the user interrupted the wait. */
export async function lock(
  key: string,
  { folder, signal, onWait }: {
    folder: string;
    signal?: AbortSignal;
    onWait?: () => void;
  },
): Promise<Lock | undefined> {
  makeCacheFolder(folder);
  // Not `.json`: `aws sso logout` reads every file that ends so.
  const file = join(folder, `${cacheName(key)}.awscfg-lock`);
  const owner = randomBytes(12).toString("hex");
  let waited = false;
  while (!created(file, owner)) {
    if (stealStale(file)) continue;
    if (!waited) onWait?.();
    waited = true;
    if (!await pause(150, signal)) return undefined;
  }
  const beat = setInterval(() => {
    const now = new Date();
    if (ownerOf(file) === owner) ignore(() => utimesSync(file, now, now));
  }, BEAT);
  beat.unref?.();
  return {
    waited,
    release: () => {
      clearInterval(beat);
      if (ownerOf(file) === owner) ignore(() => unlinkSync(file));
    },
  };
}

function created(file: string, owner: string): boolean {
  try {
    writeFileSync(file, owner, { flag: "wx", mode: 0o600 });
    return true;
  } catch (error) {
    const { code } = error as { code?: string };
    // Windows says EPERM of a file that is being deleted.
    if (code === "EEXIST" || code === "EPERM" && exists(file)) return false;
    throw error;
  }
}

/** Takes a dead run's lock away; of two that try, one may have moved a new lock, and puts it back. */
function stealStale(file: string): boolean {
  const found = ownerOf(file);
  const beat = statSync(file, { throwIfNoEntry: false })?.mtimeMs;
  if (found === undefined || beat === undefined) return true;
  if (Date.now() - beat < STALE_AFTER) return false;
  const aside = `${file}.${randomBytes(6).toString("hex")}`;
  if (!ignore(() => renameSync(file, aside))) return true;
  if (ownerOf(aside) !== found) ignore(() => linkSync(aside, file));
  ignore(() => unlinkSync(aside));
  return true;
}

function ownerOf(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}

function exists(file: string): boolean {
  return statSync(file, { throwIfNoEntry: false }) !== undefined;
}

function ignore(call: () => void): boolean {
  try {
    call();
    return true;
  } catch {
    return false;
  }
}
