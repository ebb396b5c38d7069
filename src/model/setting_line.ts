import { findKey } from "../reference/keys.ts";
import type { Pair } from "../syntax/scan.ts";

/** Whether a line begins with a key that a client knows: a setting, not the rest of a value. */
export function isSettingLine(
  text: string,
  pair: Pair,
  _type: string,
): boolean {
  return findKey(text.slice(pair.indent, pair.keyEnd).toLowerCase()) !==
    undefined;
}
