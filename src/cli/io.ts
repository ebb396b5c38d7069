/** Where output goes. */
export type Stream = "stdout" | "stderr";

/** The systems that rules tell apart. */
export type Platform = "linux" | "darwin" | "windows";

/** What reading a file came to. */
export type Reading =
  | { readonly bytes: Uint8Array }
  | {
    readonly problem: "missing" | "directory" | "unreadable";
    /** The system's word for it: `EACCES`. */
    readonly code: string;
  };

/** What is known of a file without reading it. */
export interface FileStatus {
  readonly kind: "file" | "directory" | "other";
  /** POSIX mode bits, where the platform has them. */
  readonly mode?: number;
  /** Whether it belongs to the user, where that can be told. */
  readonly owned?: boolean;
}

/** All that a command may touch. A test hands in its own. */
export interface Io {
  readonly args: readonly string[];
  readonly platform: Platform;
  readonly cwd: string;
  /** The value of a variable of the environment. */
  readonly env: (name: string) => string | undefined;
  /** Names and values of all variables that begin with a prefix. */
  readonly envOf: (prefix: string) => Readonly<Record<string, string>>;
  readonly readFile: (path: string) => Reading;
  readonly stat: (path: string) => FileStatus | undefined;
  /** Names in a folder; none where it cannot be read. */
  readonly list: (folder: string) => readonly string[];
  readonly readStdin: () => Uint8Array;
  readonly write: (stream: Stream, content: string | Uint8Array) => void;
  readonly isTerminal: (stream: Stream) => boolean;
  /** How wide the terminal is. */
  readonly columns: () => number | undefined;
  readonly now: () => Date;
  readonly pid: number;
  /** Whether a process is there; in doubt it is. */
  readonly isRunning: (pid: number) => boolean;
  /** The calls by which a file is replaced. */
  readonly disk: Disk;
}

/** The calls of `node:fs` by which a file is replaced; each throws with a `code`. */
export type Disk = Pick<
  typeof import("node:fs"),
  | "closeSync"
  | "fchmodSync"
  | "fchownSync"
  | "fstatSync"
  | "fsyncSync"
  | "openSync"
  | "readdirSync"
  | "readFileSync"
  | "realpathSync"
  | "renameSync"
  | "statSync"
  | "unlinkSync"
  | "writeSync"
>;
