import { spawnSync } from "node:child_process";
import process from "node:process";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../../", import.meta.url));

/** Real programs that the tests ask. */
export type PeerName =
  | "aws-cli"
  | "botocore"
  | "chromium"
  | "openssl"
  | "python"
  | "binary";

/**
 * The command of a real program, found by `conformance/login/setup`. One that is missing is told
 * by name, and is an error where `AWSCFG_REQUIRE_PEERS` is 1.
 */
export function peer(name: PeerName): readonly string[] | undefined {
  const { status, stdout, stderr } = spawnSync("sh", [
    `${root}conformance/login/setup`,
    name,
  ], { encoding: "utf8" });
  if (status === 0) return stdout.trim().split("\n").at(-1)!.split("\t");
  return missing(name, stderr.trim());
}

/** Says that a program is missing, so that no test is passed over in silence. */
export function missing(name: PeerName, reason: string): undefined {
  const text = `Peer missing: ${name}: ${reason}`;
  if (process.env.AWSCFG_REQUIRE_PEERS === "1") throw new Error(text);
  console.warn(text);
  return undefined;
}
