import { readdirSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import type { Place } from "./check.ts";
import { command } from "./command.ts";

let built: string | undefined;

/** The folder of a release of the clone with all platforms, built when it is first asked for. */
export function released(place: Place): string {
  return built ??= release(place, []);
}

/** Builds a release into a new folder. */
export function release(
  { clone, folder }: Place,
  args: readonly string[],
): string {
  const out = folder();
  command([
    process.execPath,
    "task",
    "-q",
    "release",
    "--fast",
    "--out",
    out,
    ...args,
  ], { cwd: clone });
  return out;
}

/** Unpacks the archive of a platform: the folder in it. */
export function unpacked(place: Place, platform: string): string {
  const from = released(place);
  const to = place.folder();
  const name = `awscfg-${place.version}-${platform}`;
  const file = readdirSync(from).find((one) => one.startsWith(`${name}.`))!;
  command(
    file.endsWith(".zip")
      ? ["python3", "-m", "zipfile", "-e", join(from, file), to]
      : ["tar", "-xzf", join(from, file), "-C", to],
  );
  return join(to, name);
}
