import { Command, CommanderError, Option } from "commander";
import { version } from "../version.ts";
import { hint } from "./arguments.ts";
import { loginActions } from "./login_actions.ts";
import { type Command as Entry, commands } from "./flags.ts";
import type { Io } from "./io.ts";
import { refuse } from "./say.ts";

type Action = (
  io: Io,
  operands: readonly string[],
  flags: Readonly<Record<string, unknown>>,
) => number | Promise<number>;

/** What the commands do that commander runs, each loaded when it is run; `lint` needs none of it. */
const actions: Readonly<Record<string, Action>> = {
  completion: async (io, operands) =>
    (await import("./completion/completion.ts")).completion(io, operands),
  explain: async (io, operands, flags) =>
    (await import("./explain.ts")).explain(io, operands, flags),
  ...loginActions,
  show: async (io, operands, flags) =>
    (await import("./show.ts")).show(io, operands, flags),
};

const outro = `
Status: 0 clean or done, 1 findings, something to do or a profile that fails,
2 wrong usage or a file that cannot be read, 130 interrupted
Help for a command: awscfg COMMAND --help`;

/** Runs any command but `lint`, and shows the help of all. */
export async function runProgram(io: Io): Promise<number> {
  let status = 0;
  const program = build(io, (result) => status = result);
  const [first] = io.args;
  if (first === undefined) {
    io.write("stderr", program.helpInformation() + outro + "\n");
    return 2;
  }
  const names = commands.map(({ name }) => name);
  const asked = first === "help" ? io.args[1] : first;
  if (asked && !asked.startsWith("-") && !names.includes(asked)) {
    return refuse(
      io,
      `There is no command "${asked}"${hint(asked, names)} (${
        names.join(", ")
      })`,
    );
  }
  try {
    await program.parseAsync([...io.args], { from: "user" });
    return status;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return error.exitCode === 0 ? 0 : 2;
  }
}

function build(io: Io, done: (status: number) => void): Command {
  const program = setUp(new Command("awscfg"), io)
    .description(
      "Checks, repairs and explains ~/.aws/config and ~/.aws/credentials",
    )
    .version(`awscfg ${version}`, "-V, --version", "Show the version")
    .helpOption("-h, --help", "Show this help")
    .helpCommand("help [COMMAND]", "Show the help of a command")
    .addHelpText("after", outro);
  for (const entry of commands) {
    program.addCommand(commandOf(entry, io, done));
  }
  return program;
}

function commandOf(
  { name, summary, operands, about, flags }: Entry,
  io: Io,
  done: (status: number) => void,
): Command {
  const command = setUp(new Command(name), io)
    .summary(summary)
    .description(about ? `${summary}. ${about}` : summary)
    .addHelpOption(
      new Option("-h, --help", "Show this help").helpGroup("Other:"),
    );
  const many = operands?.includes("…");
  if (operands) {
    command.argument(many ? operands.replace("…", "...") : operands);
  }
  for (const flag of flags) {
    if (flag.name === "help") continue;
    const short = flag.short ? `-${flag.short}, ` : "";
    const option = new Option(
      `${short}--${flag.name}${flag.value ? ` <${flag.value}>` : ""}`,
      flag.choices
        ? `${flag.summary}: ${flag.choices.join(", ")}`
        : flag.summary,
    );
    if (flag.list) option.argParser(listed);
    command.addOption(option.helpGroup(`${flag.heading}:`));
  }
  return command.action(async () => {
    done(await actions[name](io, command.args, command.opts()));
  });
}

/** A flag that may be given often, with several values between commas. */
function listed(value: string, before: readonly string[] = []): string[] {
  return [...before, ...value.split(",").filter((one) => one !== "")];
}

/** Output goes where the Io says, and an error is one line. */
function setUp(command: Command, io: Io): Command {
  return command.exitOverride().configureOutput({
    writeOut: (text) => io.write("stdout", text),
    writeErr: (text) => io.write("stderr", text),
    outputError: (text, write) =>
      write(
        text.replace(/^error: /, "awscfg: ").replace(/\n(?=\()/, " ")
          .replaceAll(/'/g, '"'),
      ),
    getOutHelpWidth: () => Math.min(io.columns() ?? 80, 80),
    getErrHelpWidth: () => Math.min(io.columns() ?? 80, 80),
    getOutHasColors: () => false,
    getErrHasColors: () => false,
  });
}
