import process from "node:process";

/** Ctrl-C, seen as a signal as long as something is under way. */
export interface Interruption {
  readonly signal: AbortSignal;
  readonly end: () => void;
}

/** A terminal that is closed, and a service manager, end a sign-in as the user does. */
const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** Turns the first Ctrl-C into an abort, so that what is open is closed; a second one ends the program. */
export function interruption(): Interruption {
  const controller = new AbortController();
  const end = () =>
    signals.forEach((name) => process.removeListener(name, abort));
  const abort = () => {
    end();
    controller.abort();
  };
  for (const name of signals) process.on(name, abort);
  return { signal: controller.signal, end };
}
