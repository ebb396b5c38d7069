import { spawn } from "node:child_process";
import { once } from "node:events";

/** A server of a folder's files on this machine, in a process of its own. */
export interface Server {
  readonly address: string;
  readonly stop: () => void;
}

/** Starts one on a free port. */
export async function serve(folder: string): Promise<Server> {
  const child = spawn("python3", [
    "-u",
    "-m",
    "http.server",
    "0",
    "--bind",
    "127.0.0.1",
  ], { cwd: folder, stdio: ["ignore", "pipe", "ignore"] });
  let said = "";
  while (!/port (\d+)/.test(said)) {
    const [piece] = await once(child.stdout, "data");
    said += piece;
  }
  const port = /port (\d+)/.exec(said)![1];
  return { address: `http://127.0.0.1:${port}`, stop: () => void child.kill() };
}
