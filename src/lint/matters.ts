import type { Client } from "../readers/view.ts";
import type { Effects } from "./effect.ts";

/** Whether a finding matters to these clients: it does not where all of them read what was meant and another does not. */
export function matters(
  effects: Effects | undefined,
  named: readonly Client[],
): boolean {
  if (!effects || named.length === 0) return true;
  return named.some((client) => effects[client].status !== "ok") ||
    Object.values(effects).every(({ status }) => status === "ok");
}
