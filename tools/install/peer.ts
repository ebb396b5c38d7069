import { spawnSync } from "node:child_process";
import process from "node:process";
import { fileURLToPath } from "node:url";

/** What asking for a real program came to. */
export type Peer = { readonly path: string } | { readonly missing: string };

/** Finds a real program by `tools/install/setup`. */
export function findPeer(name: string): Peer {
  const setup = fileURLToPath(new URL("setup", import.meta.url));
  const { status, stdout, stderr } = spawnSync("sh", [setup, name], {
    encoding: "utf8",
  });
  return status === 0
    ? { path: stdout.trim().split("\n").at(-1)! }
    : { missing: `${name}: ${stderr.trim().split("\n").at(-1)}` };
}

/**
 * The path of a real program. One that is missing is told by name, and is an error where
 * `AWSCFG_REQUIRE_PEERS` is 1.
 */
export function peer(name: string): string | undefined {
  const found = findPeer(name);
  if ("path" in found) return found.path;
  const text = `Peer missing: ${found.missing}`;
  if (process.env.AWSCFG_REQUIRE_PEERS === "1") throw new Error(text);
  console.warn(text);
  return undefined;
}
