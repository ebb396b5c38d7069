import process from "node:process";
import { confirm, isCancel, select } from "@clack/prompts";
import { interrupted } from "./failure.ts";
import type { Failure } from "./failure.ts";
import type { Machine } from "./machine.ts";

/** Whether somebody is there to be asked. */
export function canAsk({ isTerminal }: Pick<Machine, "isTerminal">): boolean {
  return Boolean(process.stdin.isTTY) && isTerminal("stderr");
}

/** Lets the user choose, on standard error; Ctrl-C is a failure. */
export async function choose(
  message: string,
  options: readonly { value: string; label: string; hint?: string }[],
): Promise<string | Failure> {
  const answer = await select({
    message,
    options: [...options],
    output: process.stderr,
  });
  return isCancel(answer) ? interrupted : answer;
}

/** Asks for yes or no, on standard error; Ctrl-C is a no. */
export async function agree(message: string): Promise<boolean> {
  const answer = await confirm({ message, output: process.stderr });
  return answer === true;
}
