import type { Property } from "../model/document.ts";
import { findKey } from "../reference/keys.ts";
import { meantKey } from "./meant_key.ts";

/** A line that sets a variable: `export AWS_REGION=…`, `$Env:AWS_REGION=…`. */
export interface ShellVariable {
  /** The command as written: `export AWS_REGION`. */
  readonly command: string;
  /** Where it ends, an offset into the text. */
  readonly end: number;
  /** The key that means the same: `region`. */
  readonly setting?: string;
}

/** Whether a setting's name, in lower case, is that of a shell command. */
export function isShellName(name: string): boolean {
  return /^(?:(?:export|setx?)[ \t]+[a-z0-9_]+|\$env)$/.test(name);
}

/** What a line of a shell sets, if it is one. */
export function shellVariable(
  { key, name, value, keySpan, pair }: Property,
): ShellVariable | undefined {
  if (!isShellName(name)) return undefined;
  // In PowerShell the variable stands behind a colon, where the scanner takes it for the value.
  const rest = name === "$env"
    ? /^[a-z0-9_]+(?=[ \t]*=)/i.exec(value)?.[0]
    : undefined;
  const command = rest ? `${key}:${rest}` : key;
  const variable = /([a-z0-9_]*)$/i.exec(command)![1].toLowerCase();
  const setting = findKey(variable, "profile")?.name ??
    meantKey(variable, { section: "profile" })?.name;
  return {
    command,
    end: rest ? pair.valueStart + rest.length : keySpan.end,
    ...(setting ? { setting } : {}),
  };
}
