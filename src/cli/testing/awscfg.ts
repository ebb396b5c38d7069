import process from "node:process";
import { readArguments } from "../arguments.ts";
import { crashLine } from "../crash_line.ts";
import { loginActions } from "../login_actions.ts";
import { loginEntry, logoutEntry, statusEntry } from "../login_flags.ts";
import { nodeIo } from "../node_io.ts";
import { refuse } from "../say.ts";

// The three commands and nothing else, as src/main.ts runs them, so that they are tested apart.
const io = nodeIo();
try {
  const [name, ...args] = io.args;
  const entry = [loginEntry, logoutEntry, statusEntry].find((one) =>
    one.name === name
  )!;
  const read = readArguments(args, entry);
  if ("usage" in read) process.exitCode = refuse(io, read.usage);
  else {
    const flags: Record<string, boolean> = {};
    for (const flag of read.flags.keys()) {
      if (flag.startsWith("no-")) flags[flag.slice(3)] = false;
      else {flags[flag.replace(/-(\w)/g, (_, char) => char.toUpperCase())] =
          true;}
    }
    process.exitCode = await loginActions[entry.name as "login"](
      io,
      read.operands,
      flags,
    );
  }
} catch (error) {
  io.write("stderr", crashLine(error));
  process.exitCode = 2;
}
