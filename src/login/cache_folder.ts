import { createHash } from "node:crypto";
import { mkdirSync } from "node:fs";
import { join } from "node:path";

/** Where the AWS CLI and every SDK keep tokens; no variable moves it. */
export function cacheFolder(home: string): string {
  return join(home, ".aws", "sso", "cache");
}

/** Makes the folder for this user alone; one that is there stays as it is. */
export function makeCacheFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
}

/**
 * The name of a file in the cache, without its ending: for a token, its key is the name of the
 * sso-session, else the start URL exactly as it is written (botocore `_generate_cache_key`).
 */
export function cacheName(key: string): string {
  return createHash("sha1").update(key, "utf8").digest("hex");
}
