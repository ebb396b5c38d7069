import type { Setting, Settings } from "./view.ts";

/** Those of the named settings that a section has, in the order in which they are named. */
export function picked(
  settings: Settings | undefined,
  ...keys: readonly string[]
): readonly Setting[] {
  return keys.flatMap((key) => settings?.get(key) ?? []);
}
