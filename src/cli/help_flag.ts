import type { Flag } from "./flags.ts";

/** Every command has it. */
export const helpFlag: Flag = {
  name: "help",
  short: "h",
  summary: "Show this help",
  heading: "Other",
};
