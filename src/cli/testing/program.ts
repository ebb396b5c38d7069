import process from "node:process";
import { fileURLToPath } from "node:url";
import { commands } from "../flags.ts";
import { programs as allPrograms } from "../programs.ts";

/** A way to run awscfg, with all that signing in needs. */
export interface Program {
  readonly name: string;
  readonly command: readonly string[];
}

/** What a run came to. */
export interface Ran {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** A run that goes on, and how it ends. */
export interface Running {
  readonly kill: () => void;
  /** Types into its standard input. */
  readonly type: (text: string) => Promise<void>;
  /** What it has written to standard output so far. */
  readonly seen: () => string;
  readonly ended: Promise<Ran>;
}

const root = fileURLToPath(new URL("../../../", import.meta.url));
const wired = commands.some(({ name }) => name === "login");
const entry = wired ? "src/main.ts" : "src/cli/testing/awscfg.ts";

/** The program on Deno. */
export const onDeno: Program = {
  name: "deno",
  command: [Deno.execPath(), "run", "-A", "--quiet", `${root}${entry}`],
};

/** The program on Deno, and the compiled one: `AWSCFG_BINARY`, else that of all tests. */
export const programs: readonly Program[] = [
  onDeno,
  ...compiled().map((command) => ({ name: "binary", command })),
];

function compiled(): readonly (readonly string[])[] {
  const given = process.env.AWSCFG_BINARY;
  if (given) return [[given]];
  return wired
    ? allPrograms().filter(({ name }) => name === "binary")
      .map(({ command }) => command({}))
    : [];
}

/**
 * Starts a command in an environment that holds nothing else; it is ended after 60 s. Not by
 * `node:child_process`: in Deno our own variables leak through it.
 */
export function start(
  [file, ...args]: readonly string[],
  { env }: { env: Readonly<Record<string, string>> },
): Running {
  const child = new Deno.Command(file, {
    args,
    cwd: root,
    clearEnv: true,
    env: {
      PATH: process.env.PATH ?? "",
      // Deno keeps what it has compiled there; the home folder is another one.
      DENO_DIR: process.env.DENO_DIR ?? `${process.env.HOME}/.cache/deno`,
      // Nothing but this machine is contacted.
      DENO_NO_UPDATE_CHECK: "1",
      AWS_EC2_METADATA_DISABLED: "true",
      ...env,
    },
    stdin: "piped",
    stdout: "piped",
    stderr: "piped",
  }).spawn();
  const kill = () => {
    try {
      child.kill("SIGKILL");
    } catch {
      // It has ended.
    }
  };
  const timer = setTimeout(kill, 60_000);
  const written = { stdout: "", stderr: "" };
  const collect = async (name: "stdout" | "stderr") => {
    const decoder = new TextDecoder();
    for await (const piece of child[name]) {
      written[name] += decoder.decode(piece, { stream: true });
    }
  };
  const input = child.stdin.getWriter();
  const end = async (): Promise<Ran> => {
    await Promise.all([collect("stdout"), collect("stderr")]);
    const { code } = await child.status;
    clearTimeout(timer);
    await input.close().catch(() => {});
    return { status: code, ...written };
  };
  return {
    kill,
    type: (text) => input.write(new TextEncoder().encode(text)),
    seen: () => written.stdout,
    ended: end(),
  };
}

/** Runs a command to its end. */
export function run(
  command: readonly string[],
  options: { env: Readonly<Record<string, string>> },
): Promise<Ran> {
  return start(command, options).ended;
}
