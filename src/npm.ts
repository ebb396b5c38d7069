import process from "node:process";
import { nodeIo } from "./cli/node_io.ts";
import { run } from "./cli/run.ts";
import { refuse } from "./cli/say.ts";

// The entry of the npm package and of the pre-commit hooks: one file that holds no AWS SDK.
const io = nodeIo();
try {
  const [command] = io.args;
  process.exitCode = command === "login" || command === "logout" ||
      command === "status"
    ? refuse(
      io,
      `The npm package has no "${command}": it is in the binary, which README.md says how to install`,
    )
    : await run(io);
} catch (error) {
  const { crashLine } = await import("./cli/crash_line.ts");
  io.write("stderr", crashLine(error));
  process.exitCode = 2;
}
