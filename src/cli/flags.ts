import { helpFlag } from "./help_flag.ts";
import { lintCommand } from "./lint_flags.ts";
import { loginEntry, logoutEntry, statusEntry } from "./login_flags.ts";
import { showCommand } from "./show_flags.ts";
import { migrateCommand } from "./migrate_flags.ts";

/** One flag: help, completions, man pages and the reading of arguments are made from it. */
export interface Flag {
  readonly name: string;
  readonly short?: string;
  /** What help calls its value; a flag without one is on or off. */
  readonly value?: string;
  readonly choices?: readonly string[];
  /** May be given often, with several values between commas. */
  readonly list?: true;
  /** `=FILE` may stand behind one of the choices. */
  readonly file?: true;
  readonly summary: string;
  readonly heading: string;
}

/** One command. */
export interface Command {
  readonly name: string;
  readonly summary: string;
  /** What stands behind its name, as help shows it: `[PATH…]`. */
  readonly operands?: string;
  readonly about: string;
  readonly flags: readonly Flag[];
}

export { type Format, formats, lintCommand } from "./lint_flags.ts";

/** `awscfg explain` */
export const explainCommand: Command = {
  name: "explain",
  summary: "Say what a rule is about; without RULE, list all rules",
  operands: "[RULE]",
  about: "",
  flags: [
    {
      name: "json",
      summary: "As JSON, with examples",
      heading: "Output",
    },
    helpFlag,
  ],
};

/** `awscfg completion` */
export const completionCommand: Command = {
  name: "completion",
  summary: "Write the completion script of a shell",
  operands: "[SHELL]",
  about: "SHELL is bash, zsh, fish or powershell.",
  flags: [helpFlag],
};

/** All commands, in the order of help. */
export const commands: readonly Command[] = [
  lintCommand,
  migrateCommand,
  loginEntry,
  logoutEntry,
  statusEntry,
  showCommand,
  explainCommand,
  completionCommand,
];
