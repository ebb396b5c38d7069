import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const program = fileURLToPath(
  new URL("../../../../conformance/login/terminal.py", import.meta.url),
);

/** A shell on a pseudo-terminal, in a home folder whose `log` tells how awscfg was run. */
export interface ShellTerminal {
  /** Types as a person does: after a tab it waits for a moment. */
  readonly type: (text: string) => Promise<void>;
  /** Waits until awscfg has been run so many times, or in vain. */
  readonly runs: (count: number) => Promise<void>;
  /** Leaves the shell: how awscfg was run, and what stood on the screen. */
  readonly leave: () => Promise<
    { readonly log: readonly string[]; readonly screen: string }
  >;
}

/** Starts a shell, and waits until it has its terminal in hand. */
export async function shellTerminal(
  command: readonly string[],
  { python, home }: { readonly python: string; readonly home: string },
): Promise<ShellTerminal> {
  const child = new Deno.Command(python, {
    args: [program, "200", ...command],
    cwd: home,
    clearEnv: true,
    env: {
      HOME: home,
      PATH: `${join(home, "bin")}:/usr/bin:/bin`,
      TERM: "xterm",
      LC_ALL: "C.UTF-8",
    },
    stdin: "piped",
    stdout: "piped",
    stderr: "null",
  }).spawn();
  const [watched, kept] = child.stdout.tee();
  const screen = new Response(kept).text();
  const keys = child.stdin.getWriter();
  const lines = () =>
    existsSync(join(home, "log"))
      ? readFileSync(join(home, "log"), "utf8").trimEnd().split("\n")
      : [];
  const type = async (text: string) => {
    for (const part of text.split(/(?<=\t)/)) {
      await keys.write(new TextEncoder().encode(part));
      if (part.endsWith("\t")) await pause(80);
    }
  };
  const reader = watched.getReader();
  await reader.read();
  // It is cancelled only when the other half has come to its end too.
  reader.cancel().catch(() => {});
  await pause(300);
  return {
    type,
    runs: async (count) => {
      for (let tries = 0; tries < 200 && lines().length < count; tries++) {
        await pause(50);
      }
    },
    leave: async () => {
      await type("\x03exit\r").catch(() => {});
      await keys.close().catch(() => {});
      const timer = setTimeout(() => child.kill("SIGKILL"), 3000);
      await child.status;
      clearTimeout(timer);
      const text = await screen;
      return { log: lines(), screen: text };
    },
  };
}

/** Waits. */
export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
