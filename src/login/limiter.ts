import { pause } from "./pause.ts";

/** Lets calls through at a bounded pace. */
export interface Limiter {
  readonly run: <T>(call: () => Promise<T>) => Promise<T>;
  /** Holds all further calls back for a while. */
  readonly rest: (milliseconds: number) => void;
}

/** At most so many calls at a time, and so many starts in any second. */
export function limiter(
  { parallel, perSecond, signal }: {
    parallel: number;
    perSecond: number;
    signal?: AbortSignal;
  },
): Limiter {
  const gap = 1000 / perSecond;
  const waiting: (() => void)[] = [];
  let running = 0;
  let next = 0;
  return {
    rest: (milliseconds) => {
      next = Math.max(next, performance.now() + milliseconds);
    },
    run: async (call) => {
      if (running === parallel) {
        await new Promise<void>((resolve) => waiting.push(resolve));
      } else running++;
      try {
        // A rest may be asked for while this call waits for its turn.
        for (;;) {
          const now = performance.now();
          if (now >= next) {
            next = now + gap;
            break;
          }
          const wait = next - now;
          if (!await pause(wait, signal)) break;
        }
        return await call();
      } finally {
        const first = waiting.shift();
        if (first) first();
        else running--;
      }
    },
  };
}
