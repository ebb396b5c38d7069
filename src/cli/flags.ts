import { clients } from "../readers/view.ts";
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

const help: Flag = {
  name: "help",
  short: "h",
  summary: "Show this help",
  heading: "Other",
};

/** The formats of findings. */
export const formats = ["full", "concise", "json", "github"] as const;

export type Format = typeof formats[number];

/** `awscfg lint` */
export const lintCommand: Command = {
  name: "lint",
  summary: "Find mistakes, and repair them",
  operands: "[PATH…]",
  about: "Without PATH, your own two files are read: ~/.aws/config and " +
    "~/.aws/credentials, or where AWS_CONFIG_FILE and " +
    "AWS_SHARED_CREDENTIALS_FILE point. PATH is a file, a folder that holds " +
    "config or credentials, or - for standard input.",
  flags: [
    {
      name: "fix",
      summary: "Repair what no client reads otherwise than before",
      heading: "Repair",
    },
    {
      name: "unsafe-fixes",
      summary: "With --fix or --diff: repair the rest too; a backup is kept",
      heading: "Repair",
    },
    {
      name: "diff",
      summary: "Show what --fix would change, and write nothing",
      heading: "Repair",
    },
    {
      name: "select",
      value: "RULES",
      list: true,
      summary: 'Run these rules only; "all" is every rule there is',
      heading: "Rules",
    },
    {
      name: "ignore",
      value: "RULES",
      list: true,
      summary: "Leave these rules out",
      heading: "Rules",
    },
    {
      name: "client",
      value: "NAMES",
      list: true,
      choices: clients,
      summary: "The clients that must be able to read the files",
      heading: "Rules",
    },
    {
      name: "kind",
      value: "KIND",
      choices: ["config", "credentials"],
      summary: "What the named files are, whatever they are called",
      heading: "Files",
    },
    {
      name: "stdin-filename",
      value: "FILE",
      summary: "The file that standard input stands for",
      heading: "Files",
    },
    {
      name: "format",
      value: "FORMAT",
      choices: formats,
      summary: "How findings are written",
      heading: "Output",
    },
    {
      name: "severity",
      value: "LEVEL",
      choices: ["error", "warning", "info"],
      summary: "The least that makes the status 1 (default: warning)",
      heading: "Output",
    },
    {
      name: "quiet",
      short: "q",
      summary: "Hide findings below --severity, and remarks",
      heading: "Output",
    },
    {
      name: "color",
      value: "WHEN",
      choices: ["auto", "always", "never"],
      summary: "Colour the output (NO_COLOR and FORCE_COLOR count too)",
      heading: "Output",
    },
    {
      name: "exit-zero",
      summary: "Status 0 even with findings",
      heading: "Output",
    },
    help,
  ],
};

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
    help,
  ],
};

/** All commands, in the order of help. */
export const commands: readonly Command[] = [
  lintCommand,
  migrateCommand,
  explainCommand,
];
