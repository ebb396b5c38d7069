import type { Kind } from "../model/document.ts";
import type { Naming } from "../migrate/naming.ts";
import { portal } from "../reference/portal.ts";
import type { Arguments, UsageError } from "./arguments.ts";

/** What `awscfg migrate` was asked. */
export interface MigrateRequest {
  readonly operands: readonly string[];
  readonly kind?: Kind;
  readonly action: "show" | "check" | "write" | "undo";
  readonly ask: boolean;
  readonly backup: boolean;
  readonly keepInline: boolean;
  readonly json: boolean;
  readonly naming: Naming;
  /** Profiles to move, perhaps with `*` and `?`; none: all. */
  readonly profiles: readonly string[];
}

/** Reads the flags, or says which do not go together. */
export function migrateRequest(
  { flags, operands }: Arguments,
): MigrateRequest | UsageError {
  const actions = (["write", "check", "undo"] as const).filter((one) =>
    flags.has(one)
  );
  if (actions.length > 1) {
    return { usage: `--${actions[0]} does not go with --${actions[1]}` };
  }
  const [action = "show"] = actions;
  const wrong = ["yes", "no-backup"].find((one) => flags.has(one));
  if (wrong && action !== "write") {
    return { usage: `--${wrong} goes with --write` };
  }
  if (action === "undo") {
    const other = ["profile", "session-name", "keep-inline", "format"]
      .find((one) => flags.has(one));
    if (other) return { usage: `--undo does not go with --${other}` };
  }
  const naming = namingOf(flags.get("session-name") ?? []);
  if ("usage" in naming) return naming;
  return {
    operands,
    action,
    ask: !flags.has("yes"),
    backup: !flags.has("no-backup"),
    keepInline: flags.has("keep-inline"),
    json: flags.get("format")?.at(-1) === "json",
    naming,
    profiles: flags.get("profile") ?? [],
    ...(flags.has("kind") ? { kind: flags.get("kind")!.at(-1) as Kind } : {}),
  };
}

/** NAME, or NAME=URL; a name that every client can read. */
function namingOf(values: readonly string[]): Naming | UsageError {
  const byUrl: Record<string, string> = {};
  let single: string | undefined;
  for (const value of values) {
    const equals = value.indexOf("=");
    const name = equals === -1 ? value : value.slice(0, equals);
    if (!/^[\w@.%:/+-]+$/.test(name)) {
      return {
        usage: `--session-name "${name}" is no name that every client can ` +
          "read: it may have letters, digits and _-@.%:/+",
      };
    }
    if (name === "default") {
      return { usage: "--session-name cannot be default" };
    }
    if (equals === -1) {
      if (single !== undefined) {
        return {
          usage:
            "--session-name is there twice: write NAME=URL to name several sessions",
        };
      }
      single = name;
      continue;
    }
    const url = value.slice(equals + 1);
    if (portal(url).kind === "not-a-url") {
      return {
        usage: `--session-name ${name}=… needs a start URL behind the =`,
      };
    }
    byUrl[url] = name;
  }
  return { byUrl, ...(single === undefined ? {} : { name: single }) };
}
