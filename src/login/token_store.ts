import { readFileSync, statSync, unlinkSync } from "node:fs";
import { join } from "node:path";
import { cacheName, makeCacheFolder } from "./cache_folder.ts";
import { pause } from "./pause.ts";
import { replaceFile } from "./replace_file.ts";
import { formatToken, parseToken, type Token } from "./token.ts";

/** The tokens of the cache, by the name of a session or by a start URL. */
export interface TokenStore {
  readonly folder: string;
  readonly read: (key: string) => Promise<Token | undefined>;
  readonly write: (key: string, token: Token) => void;
  /** False where there was none. */
  readonly remove: (key: string) => boolean;
}

/** The tokens that every AWS client shares. */
export function tokenStore(folder: string): TokenStore {
  const fileOf = (key: string) => join(folder, `${cacheName(key)}.json`);
  return {
    folder,
    read: async (key) => {
      // The AWS CLI cuts the file before it writes it (aws-cli#10628): look twice.
      for (const wait of [30, 0]) {
        const text = textOf(fileOf(key));
        const token = text === undefined ? undefined : parseToken(text);
        if (token || text === undefined) return token;
        await pause(wait);
      }
      return undefined;
    },
    write: (key, token) => {
      makeCacheFolder(folder);
      replaceFile(fileOf(key), formatToken(token));
    },
    remove: (key) => {
      try {
        unlinkSync(fileOf(key));
        return true;
      } catch (error) {
        if ((error as { code?: string }).code === "ENOENT") return false;
        throw error;
      }
    },
  };
}

/** Nothing where there is no such file; a file that cannot be read is an error of the system. */
function textOf(file: string): string | undefined {
  if (!statSync(file, { throwIfNoEntry: false })) return undefined;
  return readFileSync(file, "utf8");
}
