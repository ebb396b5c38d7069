import { printable } from "../text/printable.ts";
import type { Io } from "./io.ts";

/** Says something that is neither a finding nor a document: one line on standard error. */
export function say(io: Io, text: string): void {
  io.write("stderr", `awscfg: ${printable(text)}\n`);
}

/** Tells a mistake of the user, and returns the status for it. */
export function refuse(io: Io, text: string): 2 {
  say(io, text);
  return 2;
}
