import { spawnSync } from "node:child_process";
import process from "node:process";

/**
 * Whether a program of the system is there and works. One that is missing is told by name, and is an
 * error where `AWSCFG_REQUIRE_PEERS` is 1.
 */
export function tool(name: string, args: readonly string[]): boolean {
  const { status, error, stderr } = spawnSync(name, [...args], {
    encoding: "utf8",
  });
  if (status === 0) return true;
  const reason = `Peer missing: ${name}: ${error?.message ?? stderr.trim()}`;
  if (process.env.AWSCFG_REQUIRE_PEERS === "1") throw new Error(reason);
  console.warn(reason);
  return false;
}
