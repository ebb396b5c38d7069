import { maskLine } from "../model/mask.ts";
import { printable } from "../text/printable.ts";

/** One line for an error that is a bug or the system's: no stack, and no secret of a file. */
export function crashLine(error: unknown): string {
  const text = error instanceof Error
    ? `${error.name}: ${error.message}`
    : String(error);
  const [first] = text.split(/\r\n?|\n/);
  // Masked twice, since a message may hold a line of a file or quote a part of one.
  const quoted = first.replace(
    /"[^"]*"/g,
    (part) => `"${maskLine(part.slice(1, -1))}"`,
  );
  return `awscfg: internal error: ${printable(maskLine(quoted))}\n`;
}
