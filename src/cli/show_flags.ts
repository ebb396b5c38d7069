import { clients } from "../readers/view.ts";
import type { Command } from "./flags.ts";

/** `awscfg show` */
export const showCommand: Command = {
  name: "show",
  summary: "Say what each client makes of a profile, or of all",
  operands: "[PROFILE]",
  about:
    "Reads your own two files as every AWS client does: where each takes credentials, region and endpoint from. " +
    "Rows and profiles on which clients differ are marked.",
  flags: [
    {
      name: "client",
      value: "NAMES",
      list: true,
      choices: clients,
      summary: "These clients alone",
      heading: "Readings",
    },
    {
      name: "tree",
      summary: "Draw sessions, the profiles that use them, and roles as a tree",
      heading: "Output",
    },
    {
      name: "format",
      value: "FORMAT",
      choices: ["text", "json", "mermaid"],
      summary: "How it is written; mermaid draws the tree as a graph",
      heading: "Output",
    },
    {
      name: "json",
      summary: "The same as --format json",
      heading: "Output",
    },
    {
      name: "color",
      value: "WHEN",
      choices: ["auto", "always", "never"],
      summary: "Colour the output (NO_COLOR and FORCE_COLOR count too)",
      heading: "Output",
    },
    { name: "help", short: "h", summary: "Show this help", heading: "Other" },
  ],
};
