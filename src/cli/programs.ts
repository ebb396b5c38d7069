import {
  existsSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";

/** The program as it is run: by Deno from source, and as the single binary. For tests. */
export interface Program {
  readonly name: string;
  /** The command, with the permissions that Deno asks for. */
  readonly command: (
    options: { readonly write?: boolean },
  ) => readonly string[];
}

/** How a test runs a program. */
export interface Run {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly stdin?: string | Uint8Array;
  /** Lets Deno write files; without it an attempt to write, connect or start a program fails. */
  readonly write?: boolean;
}

const root = fileURLToPath(new URL("../..", import.meta.url));
const binary = join(
  root,
  "dist",
  process.platform === "win32" ? "awscfg.exe" : "awscfg",
);

let found: readonly Program[] | undefined;

/** Both programs; the binary is compiled when it is missing or older than its source. */
export function programs(): readonly Program[] {
  return found ??= findPrograms();
}

function findPrograms(): readonly Program[] {
  const newest = Math.max(
    ...["src", "rules"].flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
        .filter((name) => name.endsWith(".ts") && !name.endsWith("_test.ts"))
        .map((name) => statSync(join(root, folder, name)).mtimeMs)
    ),
  );
  if (!existsSync(binary) || statSync(binary).mtimeMs < newest) {
    const { success, stderr } = new Deno.Command(Deno.execPath(), {
      args: ["run", "-A", "--no-check", join(root, "tools/compile.ts")],
    }).outputSync();
    if (!success || !existsSync(binary)) {
      throw new Error(
        `Cannot compile dist/awscfg, which these tests run: ${
          new TextDecoder().decode(stderr)
        }`,
      );
    }
  }
  return [
    {
      name: "deno",
      command: ({ write }) => [
        Deno.execPath(),
        "run",
        "--quiet",
        "--no-check",
        "--no-prompt",
        "--allow-read",
        "--allow-env",
        ...(write ? ["--allow-write"] : []),
        `--config=${join(root, "deno.json")}`,
        join(root, "src/main.ts"),
      ],
    },
    { name: "binary", command: () => [binary] },
  ];
}

/** The environment of a program under test: nothing of ours leaks into it. */
export function cleanEnv(
  home: string,
  more: Readonly<Record<string, string>> = {},
): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const name of ["PATH", "SystemRoot", "TEMP", "TMP"]) {
    const value = process.env[name];
    if (value !== undefined) kept[name] = value;
  }
  // Deno keeps its cache under HOME, which is another one here.
  const cache = process.env.DENO_DIR ??
    join(process.env.XDG_CACHE_HOME ?? `${process.env.HOME}/.cache`, "deno");
  return { ...kept, DENO_DIR: cache, HOME: home, ...more };
}

/** How a program ended, and what it wrote. */
export interface Ended {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

/** Runs a program to its end. */
export async function runProgram(
  program: Program,
  args: readonly string[],
  { cwd = temporaryFolder(), env, stdin, write }: Run = {},
): Promise<Ended> {
  const child = startProgram(program, args, {
    cwd,
    env,
    write,
    stdin: "piped",
  });
  const input = child.stdin.getWriter();
  // A program that does not read its input may be gone by then.
  const fed = input.write(
    typeof stdin === "string"
      ? new TextEncoder().encode(stdin)
      : stdin ?? new Uint8Array(),
  ).then(() => input.close()).catch(() => {});
  const { code, stdout, stderr } = await child.output();
  await fed;
  const decoder = new TextDecoder();
  return {
    status: code,
    out: decoder.decode(stdout),
    err: decoder.decode(stderr),
  };
}

/** Starts a program. `node:child_process` is no use here: in Deno our variables leak through it. */
export function startProgram(
  program: Program,
  args: readonly string[],
  { cwd = temporaryFolder(), env, stdin = "null", write, before = [] }:
    & Omit<Run, "stdin">
    & {
      readonly stdin?: "piped" | "null";
      /** A command that runs the program. */
      readonly before?: readonly string[];
    } = {},
): Deno.ChildProcess {
  const [command, ...all] = [...before, ...program.command({ write }), ...args];
  return new Deno.Command(command, {
    args: all,
    cwd,
    env: cleanEnv(cwd, env),
    clearEnv: true,
    stdin,
    stdout: "piped",
    stderr: "piped",
  }).spawn();
}

/** A new folder for a test; it is removed when the tests are over. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "awscfg-test-"));
  addEventListener(
    "unload",
    () => rmSync(folder, { recursive: true, force: true }),
  );
  return folder;
}
