import process from "node:process";
import { nodeIo } from "./cli/node_io.ts";
import { run } from "./cli/run.ts";

// The status is set, and never `process.exit` called: Bun would cut a slow pipe at 64 KiB.
// Ctrl-C is left to the system, whose default is the status 130.
const io = nodeIo();
try {
  process.exitCode = await run(io);
} catch (error) {
  const { crashLine } = await import("./cli/crash_line.ts");
  io.write("stderr", crashLine(error));
  process.exitCode = 2;
}
