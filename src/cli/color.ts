import type { Io, Stream } from "./io.ts";

/** Whether a stream is written in colour: the flag, then the variables, then what the stream is. */
export function wantsColor(
  io: Io,
  stream: Stream,
  when: string = "auto",
): boolean {
  if (when !== "auto") return when === "always";
  const { env } = io;
  // https://no-color.org: an empty value does not count.
  if (env("NO_COLOR")) return false;
  const force = env("FORCE_COLOR");
  if (force) return force !== "0" && force !== "false";
  const clicolorForce = env("CLICOLOR_FORCE");
  if (clicolorForce && clicolorForce !== "0") return true;
  if (env("CLICOLOR") === "0" || env("TERM") === "dumb") return false;
  return io.isTerminal(stream);
}
