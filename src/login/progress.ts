import type { Machine } from "./machine.ts";

/** A bar that grows on a terminal. */
export interface Progress {
  readonly show: (done: number, all: number) => void;
  readonly end: () => void;
}

const WIDTH = 24;

/** A bar on standard error, and nothing where that is no terminal. */
export function progress(
  { isTerminal, write }: Pick<Machine, "isTerminal" | "write">,
  text: string,
): Progress {
  if (!isTerminal("stderr")) return { show: () => {}, end: () => {} };
  let shown = false;
  return {
    show: (done, all) => {
      shown = true;
      const full = all === 0 ? WIDTH : Math.floor(done / all * WIDTH);
      const bar = "█".repeat(full) + "░".repeat(WIDTH - full);
      write("stderr", `\r\u001b[K${text} ${bar} ${done}/${all}`);
    },
    end: () => {
      if (shown) write("stderr", "\r\u001b[K");
    },
  };
}
