import { type ChildProcess, spawn } from "node:child_process";
import type { Answer, RealClient } from "./ask.ts";
import type { CaseFiles } from "./case_sources.ts";

/** A real client in a process that stays, asked for one pair of files after the other. */
export interface LiveClient {
  readonly name: string;
  /** What it reads, and how it resolves every profile that it reads. */
  readonly ask: (files: CaseFiles) => Promise<Answer>;
  readonly end: () => void;
}

/** Starts a client's program. */
export function liveClient({ name, command }: RealClient): LiveClient {
  const child: ChildProcess = spawn("sh", ["-c", `exec ${command}`], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const waiting: ((line: string | undefined) => void)[] = [];
  let ended = false;
  // By hand: `readline` ends a line at U+2028, too, which JSON leaves as it is.
  let pending = "";
  child.stdout!.setEncoding("utf8").on("data", (piece: string) => {
    const lines = (pending + piece).split("\n");
    pending = lines.pop()!;
    for (const line of lines) waiting.shift()?.(line);
  });
  child.on("close", () => {
    ended = true;
    for (const answer of waiting.splice(0)) answer(undefined);
  });
  return {
    name,
    ask: async ({ config, credentials }) => {
      if (ended) throw new Error(`${name} has ended`);
      const answered = new Promise<string | undefined>((done) =>
        waiting.push(done)
      );
      child.stdin!.write(
        `${JSON.stringify({ id: "", config, credentials, profiles: true })}\n`,
      );
      const line = await answered;
      if (line === undefined) {
        throw new Error(
          `${name} ended on ${JSON.stringify({ config, credentials })}`,
        );
      }
      return JSON.parse(line);
    },
    end: () => child.stdin!.end(),
  };
}
