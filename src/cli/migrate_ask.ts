import process from "node:process";
import type { Io } from "./io.ts";

/** Whether somebody is there to be asked. */
export function canAsk({ isTerminal }: Io): boolean {
  return Boolean(process.stdin.isTTY) && isTerminal("stderr");
}

/** Asks once, on standard error; Ctrl-C is an answer of its own. */
export async function mayGoOn(
  paths: readonly string[],
): Promise<"yes" | "no" | "interrupted"> {
  const { confirm, isCancel } = await import("@clack/prompts");
  const answer = await confirm({
    message: `Write ${paths.join(" and ")}?`,
    output: process.stderr,
  });
  if (isCancel(answer)) return "interrupted";
  return answer ? "yes" : "no";
}
