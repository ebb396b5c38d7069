import type { Resolution } from "../src/readers/resolve.ts";

/** A resolution as the real clients' answers are recorded: without the settings, of an error the words alone. */
export function plainResolution(resolution: Resolution, path = ""): unknown {
  if ("error" in resolution) {
    return { error: resolution.message.replaceAll("<path>", () => path) };
  }
  const { from: _, ...plain } = resolution;
  return "base" in plain
    ? { ...plain, base: plainResolution(plain.base, path) }
    : plain;
}
