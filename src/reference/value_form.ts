import { isRoleArn, parseArn } from "./arn.ts";
import type { Client, Key } from "./key.ts";
import {
  identityCenterRegion,
  isPlausibleRegion,
  isPseudoRegion,
  isRegion,
} from "./regions.ts";

/**
 * Why the value is no region, nor can be one that is newer than the table. Any host label is
 * taken by the clients, and fails at the first call.
 */
export function regionProblem(
  { name }: Key,
  value: string,
): string | undefined {
  if (name === "region") {
    return isPlausibleRegion(value) || isPseudoRegion(value)
      ? undefined
      : "must be a region";
  }
  // The other keys name the region of a portal, which a pseudo region has not.
  if (!isPlausibleRegion(value)) return "must be a region";
  if (!isRegion(value) || identityCenterRegion(value)) return undefined;
  return "must be a region that has IAM Identity Center";
}

const httpUrl =
  /^https?:\/\/(?:[^\s@/?#]*@)?(?:\[[0-9a-f:.]+\]|[\w.-]+)(?::\d+)?(?:[/?#]\S*)?$/i;
const anyUrl = /^[a-z][a-z0-9+.-]*:\/\/\S+$/i;

/** Why the value is no URL with scheme and host. */
export function urlProblem(
  { name, tool }: Key,
  value: string,
  client: Client,
): string | undefined {
  // Granted itself has written backquoted ones.
  if (tool !== undefined) return undefined;
  // Logs of EMR go to s3://.
  if (name === "log_uri") {
    return anyUrl.test(value) ? undefined : "must be a URL";
  }
  if (!httpUrl.test(value)) {
    return "must be a URL that begins with https:// or http://";
  }
  // resolve_start_url of the AWS CLI, SSOEndpointResolver of .NET; the others do not look.
  const strict = name === "sso_start_url" &&
    (client === "botocore" || client === "dotnet");
  return strict && !/^https:/i.test(value)
    ? "must be a URL that begins with https://"
    : undefined;
}

/** Why the value is no ARN, or none of a role where the key wants one. */
export function arnProblem({ name }: Key, value: string): string | undefined {
  if (/(?:^|[._])role_arn$|^assume_role$/.test(name)) {
    return isRoleArn(value) ? undefined : "must be the ARN of a role";
  }
  return parseArn(value) ? undefined : "must be an ARN";
}

/** Why no item of a comma-separated list is one that the key may have. */
export function listProblem(
  { values, pattern }: Key,
  value: string,
): string | undefined {
  // Scopes are the one list with a pattern.
  if (!matches(pattern, value)) {
    return "must be scopes with commas between them";
  }
  // Unknown items are passed over, so one that is known will do.
  if (
    !values || value.split(",").some((item) => values.includes(item.trim()))
  ) return undefined;
  return `must be a list of ${values.join(", ")}`;
}

const compiled = new Map<string, RegExp>();

/** Whether the value fits the key's pattern, if it has one. */
export function matches(pattern: string | undefined, value: string): boolean {
  if (pattern === undefined) return true;
  // Longer than what any service takes, and than what the patterns can be asked in good time.
  if (value.length > 4096) return false;
  const regexp = compiled.get(pattern) ?? new RegExp(pattern);
  compiled.set(pattern, regexp);
  return regexp.test(value);
}
