import type { Kind } from "../model/document.ts";
import { expandHome, homeOf, pathsOf } from "./home.ts";
import type { Io } from "./io.ts";

/** One of the user's own two files, which need not exist. */
export interface OwnFile {
  readonly kind: Kind;
  readonly file: string;
  /** The variable that says where it is. */
  readonly variable?: string;
}

/** Where the user's own two files are. */
export interface OwnFiles {
  readonly files: readonly OwnFile[];
  readonly problems: readonly string[];
  readonly warnings: string[];
}

const variables: readonly (readonly [Kind, string])[] = [
  ["config", "AWS_CONFIG_FILE"],
  ["credentials", "AWS_SHARED_CREDENTIALS_FILE"],
];

/** Finds the user's own two files as the clients do. */
export function ownFiles(io: Io): OwnFiles {
  const { join, resolve } = pathsOf(io);
  const { folder: home, warning } = homeOf(io);
  const files: OwnFile[] = [];
  for (const [kind, variable] of variables) {
    const value = io.env(variable);
    if (value) {
      const file = resolve(io.cwd, expandHome(value, home));
      files.push({ kind, file, variable });
    } else if (home) {
      files.push({ kind, file: resolve(io.cwd, join(home, ".aws", kind)) });
    } else {
      return {
        files: [],
        problems: [
          `Your home folder is not known: set ${
            io.platform === "windows" ? "USERPROFILE" : "HOME"
          }, or name the files`,
        ],
        warnings: [],
      };
    }
  }
  const warnings = warning ? [warning] : [];
  if (files[0].file === files[1].file) {
    warnings.push(
      `AWS_CONFIG_FILE and AWS_SHARED_CREDENTIALS_FILE name one file: it is read as a config file`,
    );
    files.pop();
  }
  return { files, problems: [], warnings };
}
