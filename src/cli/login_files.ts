import { cacheFolder } from "../login/cache_folder.ts";
import { type Sessions, sessionsOf } from "../login/sessions.ts";
import { type TokenStore, tokenStore } from "../login/token_store.ts";
import { openDocuments, type Source } from "../model/document.ts";
import { botocore } from "../readers/botocore.ts";
import { homeOf } from "./home.ts";
import type { Io } from "./io.ts";
import { ownFiles } from "./own_files.ts";
import { shownPath } from "./sources.ts";

/** The user's sessions and tokens, or why they are not known. */
export type LoginFiles =
  | {
    readonly known: Sessions;
    readonly store: TokenStore;
    readonly warnings: readonly string[];
  }
  | { readonly problem: string };

/** Reads the user's own two files as the AWS CLI does. */
export function loginFiles(io: Io): LoginFiles {
  const { folder: home } = homeOf(io);
  if (!home) {
    return {
      problem: `Your home folder is not known: set ${
        io.platform === "windows" ? "USERPROFILE" : "HOME"
      }`,
    };
  }
  const { files, warnings } = ownFiles(io);
  const sources: Source[] = [];
  for (const { kind, file, variable } of files) {
    const path = shownPath(io, file);
    const reading = io.readFile(file);
    if ("bytes" in reading) sources.push({ path, kind, bytes: reading.bytes });
    else if (reading.problem !== "missing" || variable) {
      return {
        problem: reading.problem === "missing"
          ? `${variable} names ${path}, which does not exist`
          : `${path} cannot be read (${reading.code})`,
      };
    }
  }
  const view = botocore(openDocuments(sources));
  if (view.error) {
    const { path } = view.error;
    return {
      problem: `The AWS CLI cannot read ${path}: run awscfg lint to see why`,
    };
  }
  const known = sessionsOf(view);
  const store = tokenStore(cacheFolder(home));
  return { known, store, warnings };
}

/** What to say where there is nothing to sign in to. */
export function noSessions(io: Io): string {
  const { files } = ownFiles(io);
  return `There is no session and no SSO profile in ${
    files.map(({ file }) => shownPath(io, file)).join(" and ")
  }: run aws configure sso to make one`;
}
