import { maskLine } from "../model/mask.ts";

/** A name in a reason: one that looks like a key is not shown. */
export function shownName(name: string): string {
  return maskLine(`[${name}]`).slice(1, -1);
}
