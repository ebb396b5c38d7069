import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import process from "node:process";

/** How a command is run. */
export interface CommandOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly input?: string;
  /** The status that it must end with; 0 unless told. */
  readonly status?: number;
}

/** What a command wrote. */
export interface Written {
  readonly out: string;
  readonly err: string;
}

/** Runs a command in an environment with nothing of ours in it, and fails if it ends otherwise. */
export function command(
  [file, ...args]: readonly string[],
  { cwd, env, input, status = 0 }: CommandOptions = {},
): Written {
  const ran = spawnSync(file, args, {
    cwd,
    env: { ...inherited(), ...env },
    input: input ?? "",
    encoding: "utf8",
    maxBuffer: 2 ** 28,
    timeout: 300_000,
  });
  if (ran.error) throw ran.error;
  const { stdout: out, stderr: err } = ran;
  assert.equal(
    ran.status,
    status,
    `${[file, ...args].join(" ")}\n${out.slice(-3000)}${err.slice(-3000)}`,
  );
  return { out, err };
}

/** What package clients need to find their registries, and no more. */
function inherited(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] =>
      entry[1] !== undefined &&
      !/^(?:AWS_|AWSCFG_(?!REQUIRE)|DENO_(?!DIR)|NODE_OPTIONS|GIT_|CI$|NO_COLOR|FORCE_COLOR)/
        .test(entry[0])
    ),
  );
}
