import { type ChildProcess, spawn } from "node:child_process";
import { delimiter } from "node:path";
import { shellWords } from "../readers/shell_words.ts";
import type { Machine } from "./machine.ts";

/** An opener that ends with an error this soon has opened nothing; later it may have. */
const SOON = 3_000;

/**
 * Opens a URL in the user's browser: `BROWSER`, as the AWS CLI does, else the system's. Resolves
 * to whether it started; `onFailure` is told when it ends in an error at once.
 */
export async function openBrowser(
  url: URL,
  { machine, onFailure }: {
    machine: Pick<Machine, "env">;
    onFailure?: () => void;
  },
): Promise<boolean> {
  const started = Date.now();
  const child = await chosen(machine, url) ?? await usual(url);
  if (!child) return false;
  child.once("exit", (code) => {
    if (code && Date.now() - started < SOON) onFailure?.();
  });
  return true;
}

/** `BROWSER` holds commands, the first that starts is taken; `%s` is the URL, a `&` at the end is dropped. */
async function chosen(
  { env }: Pick<Machine, "env">,
  url: URL,
): Promise<ChildProcess | undefined> {
  for (const command of (env("BROWSER") ?? "").split(delimiter)) {
    const words = shellWords(command.trim().replace(/&$/, "")) ?? [];
    if (words.length === 0) continue;
    const [program, ...args] = command.includes("%s")
      ? words.map((word) => word.replaceAll("%s", url.href))
      : [...words, url.href];
    const child = await started(program, args);
    if (child) return child;
  }
  return undefined;
}

/** No shell reads the command line, so nothing in the URL is a command. */
function started(
  program: string,
  args: readonly string[],
): Promise<ChildProcess | undefined> {
  return new Promise((resolve) => {
    const child = spawn(program, [...args], {
      stdio: "ignore",
      detached: true,
    });
    child.once("error", () => resolve(undefined));
    child.once("spawn", () => {
      child.unref();
      resolve(child);
    });
  });
}

async function usual(url: URL): Promise<ChildProcess | undefined> {
  try {
    // Loaded only here, since it asks the machine many things when it is.
    const { default: open } = await import("open");
    return await open(url.href);
  } catch {
    return undefined;
  }
}
