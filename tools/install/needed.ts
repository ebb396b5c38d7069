import { NotTried } from "./check.ts";
import { findPeer } from "./peer.ts";

/** The path of a real program, without which a check cannot be tried. */
export function needed(name: string): string {
  const found = findPeer(name);
  if ("missing" in found) throw new NotTried(found.missing);
  return found.path;
}
