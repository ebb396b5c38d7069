import { version } from "../version.ts";
import type { Io } from "./io.ts";

/** Runs the program: the status it ends with. */
export async function run(io: Io): Promise<number> {
  const [command, ...args] = io.args;
  if (command === "lint" && !asksHelp(args)) {
    const { lintFiles } = await import("./lint.ts");
    return await lintFiles(io, args);
  }
  if (command === "migrate" && !asksHelp(args)) {
    const { migrateFiles } = await import("./migrate.ts");
    return await migrateFiles(io, args);
  }
  if (command === "--version" || command === "-V") {
    io.write("stdout", `awscfg ${version}\n`);
    return 0;
  }
  if (command === "__complete") {
    const { complete } = await import("./completion/complete.ts");
    return complete(io, args);
  }
  // commander costs more than linting does, and is loaded where it is needed alone.
  const { runProgram } = await import("./program.ts");
  return await runProgram(io);
}

function asksHelp(args: readonly string[]): boolean {
  const end = args.indexOf("--");
  return (end === -1 ? args : args.slice(0, end)).some((arg) =>
    arg === "--help" || arg === "-h"
  );
}
