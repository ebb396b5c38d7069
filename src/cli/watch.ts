import type { Io } from "./io.ts";
import { say } from "./say.ts";

/** So often it is looked whether a file has changed. */
const PAUSE = 300;

/**
 * Runs again whenever what `snapshot` reads is not what it was. It reads instead of being told, since
 * editors put a new file in the old one's place, and a file may come that was not there. Never ends:
 * Ctrl-C is left to the system.
 */
export async function watch(
  io: Io,
  {
    run,
    snapshot,
    pause = () => new Promise((done) => setTimeout(done, PAUSE)),
  }: {
    readonly run: () => Promise<unknown>;
    readonly snapshot: () => readonly Uint8Array[];
    readonly pause?: () => Promise<unknown>;
  },
): Promise<never> {
  for (;;) {
    if (io.isTerminal("stdout")) io.write("stdout", "\x1b[2J\x1b[3J\x1b[H");
    // Taken before the files are linted, so that no change in between is missed.
    const before = snapshot();
    await run();
    say(io, "waiting for a change; Ctrl-C ends");
    let last = before;
    do {
      await pause();
      last = snapshot();
    } while (same(before, last));
  }
}

function same(a: readonly Uint8Array[], b: readonly Uint8Array[]): boolean {
  return a.length === b.length &&
    a.every((bytes, at) =>
      bytes.length === b[at].length &&
      bytes.every((byte, place) => byte === b[at][place])
    );
}
