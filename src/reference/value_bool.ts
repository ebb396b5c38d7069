import type { Client, Key } from "./key.ts";

const exact = /^(?:true|false)$/;
const anyCase = /^(?:true|false)$/i;
const toolBool = /^(?:true|false|none|yes|no|on|off|t|f|y|n|1|0)$/i;

/**
 * Why a client does not read the value as the boolean that it looks like.
 *
 * Sources: botocore utils.py `ensure_boolean` (all but "true" is false, silently); JS
 * `booleanSelector` (throws); Go internal/ini (all but "true" and "false" is false, silently);
 * Rust environment/mod.rs (error); Java `StringUtils.safeStringToBoolean` (throws); .NET
 * `bool.TryParse` (the profile is rejected).
 */
export function boolProblem(
  { name, tool }: Key,
  value: string,
  client: Client,
): string | undefined {
  // Tools are written in Python and Go, with what these take for a boolean.
  if (tool !== undefined) {
    return toolBool.test(value) ? undefined : "must be true or false";
  }
  switch (client) {
    case "js":
      // Any text but "false" turns IMDSv1 off there.
      if (name === "ec2_metadata_v1_disabled" || exact.test(value)) {
        return undefined;
      }
      return "must be true or false in lower case";
    case "go":
      if (name === "disable_request_compression" && !exact.test(value)) {
        return "must be true or false in lower case";
      }
      break;
    case "dotnet":
      return anyCase.test(value.trim()) ? undefined : "must be true or false";
  }
  return anyCase.test(value) ? undefined : "must be true or false";
}
