import { spawn, spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Case } from "./cases.ts";

/** A real client, ready to be asked. */
export interface RealClient {
  readonly name: string;
  /** As its setup says it. */
  readonly version?: string;
  readonly command: string;
}

/** Why a client cannot be asked: its toolchain is not there. */
export interface Missing {
  readonly name: string;
  readonly missing: string;
}

/** What a client answers; the shape of `read` and `resolve` is that of `readAs` and `plainResolution`. */
export interface Answer {
  readonly id: string;
  readonly read: unknown;
  readonly resolve?: unknown;
  /** By profile, if all were asked for. */
  readonly resolves?: Readonly<Record<string, unknown>>;
}

/**
 * Installs a client by its own `conformance/NAME/setup`.
 *
 * @throws {Error} when it fails for another reason than a toolchain that is not there
 */
export function realClient(name: string): RealClient | Missing {
  const setup = fileURLToPath(new URL(`${name}/setup`, import.meta.url));
  const { status, stdout, stderr } = spawnSync("sh", [setup], {
    encoding: "utf8",
  });
  if (status === 3) {
    return { name, missing: stderr.trim().split("\n").at(-1) ?? "" };
  }
  if (status !== 0) throw new Error(`${setup} failed:\n${stderr}`);
  const lines = stdout.trim().split("\n");
  const version = lines.find((line) => line.startsWith("version: "))?.slice(
    "version: ".length,
  );
  return { name, command: lines.at(-1)!, ...(version ? { version } : {}) };
}

/**
 * Asks a client in one process.
 *
 * @throws {Error} when it ends before it has answered everything
 */
export async function ask(
  client: RealClient,
  cases: readonly (Case & { readonly profiles?: true })[],
): Promise<readonly Answer[]> {
  const child = spawn("sh", ["-c", client.command], {
    stdio: ["pipe", "pipe", "pipe"],
  });
  const pieces: Uint8Array[] = [];
  let complaint = "";
  child.stdout.on("data", (piece: Uint8Array) => pieces.push(piece));
  child.stderr.on("data", (piece: Uint8Array) => complaint += piece);
  child.stdin.on("error", () => {});
  child.stdin.end(cases.map((one) => `${JSON.stringify(one)}\n`).join(""));
  await new Promise((ended) => child.on("close", ended));
  const text = new TextDecoder().decode(join(pieces));
  const answers = text.split("\n").filter((line) => line !== "").map((line) =>
    JSON.parse(line) as Answer
  );
  if (answers.length < cases.length) {
    throw new Error(
      `${client.name} answered ${answers.length} of ${cases.length}:\n${complaint}`,
    );
  }
  return answers;
}

function join(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(
    pieces.reduce((size, piece) => size + piece.length, 0),
  );
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
