import { clients } from "../readers/view.ts";
import type { Command } from "./flags.ts";
import { helpFlag } from "./help_flag.ts";

/** The formats of findings. */
export const formats = [
  "full",
  "concise",
  "json",
  "jsonl",
  "github",
  "gitlab",
  "sarif",
  "junit",
  "checkstyle",
  "rdjson",
] as const;

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
      name: "add-ignore",
      value: "REASON",
      summary: "Write a comment above each finding that silences it",
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
      name: "config",
      value: "FILE",
      summary: "The settings, instead of the nearest awscfg.json",
      heading: "Rules",
    },
    {
      name: "isolated",
      summary: "Take no settings from any file",
      heading: "Rules",
    },
    {
      name: "show-settings",
      summary: "Show what counts for each file, and lint nothing",
      heading: "Rules",
    },
    {
      name: "baseline",
      value: "FILE",
      summary: "Tell only what this file does not know",
      heading: "Rules",
    },
    {
      name: "write-baseline",
      summary: "With --baseline: take down what is found now",
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
      name: "show-files",
      summary: "Show which files would be linted, and lint nothing",
      heading: "Files",
    },
    {
      name: "watch",
      summary: "Lint again whenever one of the files changes",
      heading: "Files",
    },
    {
      name: "format",
      value: "FORMAT[=FILE]",
      choices: formats,
      file: true,
      summary: "How findings are written; may be given often, with a FILE each",
      heading: "Output",
    },
    {
      name: "output-file",
      value: "FILE",
      summary: "Write findings there instead of to standard output",
      heading: "Output",
    },
    {
      name: "statistics",
      summary: "Show how often each rule found something instead",
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
      name: "max-warnings",
      value: "N",
      summary: "So many warnings still make the status 0",
      heading: "Output",
    },
    {
      name: "exit-zero",
      summary: "Status 0 even with findings",
      heading: "Output",
    },
    helpFlag,
  ],
};
