import { maskRuns } from "../model/mask.ts";
import { printable } from "../text/printable.ts";

/** What a service said, fit for a terminal: one short line, and nothing that could be a token. */
export function plainText(text: string): string {
  const line = text.replace(/\s+/g, " ").trim().slice(0, 300);
  return maskRuns(printable(line)).replace(/\.$/, "");
}
