import { printable } from "../../text/printable.ts";
import { commands } from "../flags.ts";
import type { Io } from "../io.ts";
import { candidates } from "./candidates.ts";
import { knownNames } from "./known_names.ts";

/** What a shell may be given as it is: nothing in it means anything to one. */
const harmless = /^[A-Za-z0-9_.@%+/-]+$/;

/**
 * `awscfg __complete -- WORD…`, for the scripts of `awscfg completion`: a line `files` or `names`,
 * and the names that continue the last word, each with what it is behind a tab.
 */
export function complete(io: Io, args: readonly string[]): number {
  // PowerShell 5.1 cannot hand over an empty word.
  const words = (args[0] === "--" ? args.slice(1) : args)
    .map((word) => word === "__empty" ? "" : word);
  const found = candidates(words, {
    commands,
    names: () => knownNames(io),
  });
  if (found === "files") {
    io.write("stdout", "files\n");
    return 0;
  }
  const word = words.at(-1) ?? "";
  const lines = found.filter(({ name }) =>
    name.startsWith(word) && isHarmless(name)
  ).map(({ name, about }) => about ? `${name}\t${printable(about)}` : name);
  io.write("stdout", ["names", ...lines, ""].join("\n"));
  return 0;
}

/** The `--flag=` in front and the commas of a list are our own. */
function isHarmless(name: string): boolean {
  return name.replace(/^--[a-z-]+=/, "").split(",").every((part) =>
    harmless.test(part)
  );
}
