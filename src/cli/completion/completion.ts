import { hint } from "../arguments.ts";
import type { Io } from "../io.ts";
import { refuse } from "../say.ts";
import { bash } from "./bash.ts";
import { fish } from "./fish.ts";
import { powershell } from "./powershell.ts";
import { zsh } from "./zsh.ts";

/** The completion script of each shell. */
export const scripts: Readonly<Record<string, string>> = {
  bash,
  zsh,
  fish,
  powershell,
};

/** `awscfg completion SHELL` */
export function completion(io: Io, operands: readonly string[]): number {
  const [shell, another] = operands;
  const known = Object.keys(scripts);
  if (shell === undefined || another !== undefined) {
    return refuse(io, `completion takes one shell: ${known.join(", ")}`);
  }
  if (!known.includes(shell)) {
    return refuse(
      io,
      `There is no completion for "${shell}"${hint(shell, known)} (${
        known.join(", ")
      })`,
    );
  }
  io.write("stdout", scripts[shell]);
  return 0;
}
