import type { Command, Flag } from "./flags.ts";

/** What all pages have in common. */
export interface ManPageOptions {
  readonly version: string;
  /** The day in the footer: `2026-01-31`. */
  readonly date: string;
}

/** The man page of the program: what it is, its commands, and its exit statuses. */
export function mainManPage(
  commands: readonly Command[],
  options: ManPageOptions,
): string {
  return [
    title("awscfg", options),
    ".SH NAME",
    text(
      "awscfg - checks, repairs and explains ~/.aws/config and ~/.aws/credentials",
    ),
    ".SH SYNOPSIS",
    ".B awscfg",
    ".I COMMAND",
    "[\\fIARGUMENTS\\fR]",
    ".SH COMMANDS",
    ...commands.flatMap(({ name, summary }) => [
      ".TP",
      `.BR awscfg\\-${text(name)} (1)`,
      text(summary),
    ]),
    ".SH EXIT STATUS",
    ...[
      ["0", "Clean, or all fixed, or nothing to lint."],
      ["1", "Findings at or above the severity, or something would change."],
      ["2", "Wrong usage or settings, or a file that cannot be read."],
      ["130", "Ended by Ctrl-C."],
    ].flatMap(([status, meaning]) => [".TP", `.B ${status}`, text(meaning)]),
    ".SH FILES",
    ".TP",
    text("~/.aws/config, ~/.aws/credentials"),
    text(
      "Read where AWS_CONFIG_FILE and AWS_SHARED_CREDENTIALS_FILE do not point elsewhere.",
    ),
    ".SH SEE ALSO",
    commands.map(({ name }) => `.BR awscfg\\-${text(name)} (1)`).join(" ,\n"),
    "",
  ].join("\n");
}

/** The man page of a command. */
export function manPage(
  { name, summary, operands, about, flags }: Command,
  options: ManPageOptions,
): string {
  const headings = [...new Set(flags.map(({ heading }) => heading))];
  return [
    title(`awscfg-${name}`, options),
    ".SH NAME",
    text(`awscfg-${name} - ${summary}`),
    ".SH SYNOPSIS",
    `.B awscfg ${text(name)}`,
    "[\\fIOPTIONS\\fR]",
    ...(operands ? [text(operands.replaceAll("…", "..."))] : []),
    ".SH DESCRIPTION",
    text(`${summary}.`),
    ...(about ? text(about).split("\n") : []),
    ".SH OPTIONS",
    ...headings.flatMap((heading) => [
      `.SS ${text(heading)}`,
      ...flags.filter((flag) => flag.heading === heading).flatMap(option),
    ]),
    ".SH SEE ALSO",
    ".BR awscfg (1)",
    "",
  ].join("\n");
}

function option({ name, short, value, choices, summary }: Flag): string[] {
  const shown = `\\fB${text(`--${name}`)}\\fR` +
    (value ? ` \\fI${text(value)}\\fR` : "");
  return [
    ".TP",
    short ? `\\fB${text(`-${short}`)}\\fR, ${shown}` : shown,
    text(choices ? `${summary}: ${choices.join(", ")}` : summary),
  ];
}

function title(name: string, { version, date }: ManPageOptions): string {
  return `.TH ${
    text(name.toUpperCase())
  } 1 ${date} "awscfg ${version}" "awscfg manual"`;
}

/** Text as roff takes it: a backslash, a dash, and a dot at the start of a line have a meaning. */
function text(plain: string): string {
  return plain.replaceAll("\\", "\\e").replaceAll("-", "\\-")
    .replaceAll("…", "...").replace(/^(?=[.'])/gm, "\\&");
}
