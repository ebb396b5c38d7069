import type { Arguments } from "./arguments.ts";

/** Flags that do not go together, or values that are none; in one line. */
export function contradiction(
  { flags, operands }: Arguments,
): string | undefined {
  const both = (one: string, other: string) =>
    flags.has(one) && flags.has(other);
  if (flags.has("unsafe-fixes") && !flags.has("fix") && !flags.has("diff")) {
    return "--unsafe-fixes goes with --fix or --diff";
  }
  if (flags.has("stdin-filename") && !operands.includes("-")) {
    return '--stdin-filename goes with "-", which reads standard input';
  }
  if (flags.has("write-baseline") && !flags.has("baseline")) {
    return "--write-baseline goes with --baseline FILE";
  }
  for (
    const [one, other] of [
      ["config", "isolated"],
      ["add-ignore", "fix"],
      ["add-ignore", "unsafe-fixes"],
      ["write-baseline", "diff"],
      ["watch", "diff"],
      ["watch", "add-ignore"],
      ["show-files", "show-settings"],
    ]
  ) {
    if (both(one, other)) return `--${one} does not go with --${other}`;
  }
  if (flags.has("watch") && operands.includes("-")) {
    return "--watch does not go with standard input";
  }
  const reason = flags.get("add-ignore")?.at(-1);
  // deno-lint-ignore no-control-regex
  if (reason !== undefined && /^\s*$|[\x00-\x1f\x7f]/.test(reason)) {
    return "--add-ignore needs a reason in one line";
  }
  const most = flags.get("max-warnings")?.at(-1);
  if (most !== undefined && !/^\d{1,9}$/.test(most)) {
    return `--max-warnings needs a number, not "${most}"`;
  }
  const other = flags.has("statistics")
    ? flags.get("format")?.find((one) =>
      !/^(?:full|concise|json)(?:=|$)/.test(one)
    )
    : undefined;
  return other === undefined
    ? undefined
    : `--statistics has no format "${other}" (full, concise, json)`;
}
