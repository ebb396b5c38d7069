import { chmodSync, cpSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import type { Place } from "./check.ts";
import { command, type CommandOptions, type Written } from "./command.ts";
import { released } from "./released.ts";
import { serve } from "./serve.ts";

/** Does something while a folder is served on this machine. */
export async function served(
  folder: string,
  use: (address: string) => string,
): Promise<string> {
  const server = await serve(folder);
  try {
    return use(server.address);
  } finally {
    server.stop();
  }
}

/** Runs the release's install.sh. */
export function sh(
  place: Place,
  args: readonly string[],
  options: CommandOptions,
): Written {
  return command(["sh", join(released(place), "install.sh"), ...args], options);
}

/** A folder that every user may read, with the release's install.sh. */
export function open(place: Place): string {
  const folder = place.folder();
  cpSync(join(released(place), "install.sh"), join(folder, "install.sh"));
  chmodSync(folder, 0o755);
  chmodSync(join(folder, ".."), 0o755);
  return folder;
}

/** The programs of a system with musl, whose getconf knows no glibc. */
export function withoutGetconf(place: Place): string {
  const bin = place.folder();
  for (const name of ["sh", "uname", "mkdir", "mktemp", "grep", "sed", "rm"]) {
    symlinkSync(
      command(["sh", "-c", `command -v ${name}`]).out.trim(),
      join(bin, name),
    );
  }
  return bin;
}

/** This machine's platform. */
export function platform(): string {
  return `linux-${process.arch}`;
}
