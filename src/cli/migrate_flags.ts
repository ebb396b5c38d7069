import type { Command } from "./flags.ts";

/** `awscfg migrate` */
export const migrateCommand: Command = {
  name: "migrate",
  summary: "Move legacy SSO profiles to sso-session sections",
  operands: "[PATH…]",
  about: "Shows what would change, and writes nothing without --write. " +
    "Without PATH, your own two files are read; PATH is a file, or a folder " +
    "that holds config or credentials. Every client is asked whether it " +
    "would read each profile as before; a profile that it would not is left.",
  flags: [
    { name: "write", summary: "Do it; a backup is kept", heading: "Action" },
    {
      name: "yes",
      short: "y",
      summary: "With --write: do not ask",
      heading: "Action",
    },
    {
      name: "check",
      summary: "Show no diff; the status is 1 if there is something to do",
      heading: "Action",
    },
    {
      name: "undo",
      summary: "Restore the newest backup, if nothing was edited since",
      heading: "Action",
    },
    {
      name: "profile",
      value: "NAMES",
      list: true,
      summary: "Move these profiles only; * and ? stand for any letters",
      heading: "Choice",
    },
    {
      name: "session-name",
      value: "NAME",
      summary: "Name the new session; NAME=URL names that of a start URL",
      heading: "Choice",
    },
    {
      name: "keep-inline",
      summary: "Leave the inline settings for old clients; Rust refuses them",
      heading: "Choice",
    },
    { name: "no-backup", summary: "Keep no backup", heading: "Choice" },
    {
      name: "kind",
      value: "KIND",
      choices: ["config", "credentials"],
      summary: "What the named files are, whatever they are called",
      heading: "Files",
    },
    {
      name: "format",
      value: "FORMAT",
      choices: ["text", "json"],
      summary: "How the plan is written",
      heading: "Output",
    },
    {
      name: "help",
      short: "h",
      summary: "Show this help",
      heading: "Other",
    },
  ],
};
