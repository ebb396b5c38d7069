/** What signing in may touch besides the network and its own cache; a test hands in its own. */
export interface Machine {
  readonly platform: "linux" | "darwin" | "windows";
  /** The value of a variable of the environment. */
  readonly env: (name: string) => string | undefined;
  readonly write: (stream: "stdout" | "stderr", content: string) => void;
  readonly isTerminal: (stream: "stdout" | "stderr") => boolean;
  /** How wide the terminal is. */
  readonly columns: () => number | undefined;
  readonly now: () => Date;
}
