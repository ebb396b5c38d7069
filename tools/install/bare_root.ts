import { chmodSync, cpSync, mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { command } from "./command.ts";

/** Makes a root with a program, the libraries that it asks for, and nothing else. */
export function bareRoot(root: string, program: string): string {
  mkdirSync(join(root, "proc"));
  for (const [file] of command(["ldd", program]).out.matchAll(/\/\S+/g)) {
    mkdirSync(join(root, dirname(file)), { recursive: true });
    cpSync(file, join(root, file), { dereference: true });
  }
  cpSync(program, join(root, "awscfg"));
  chmodSync(root, 0o755);
  return root;
}
