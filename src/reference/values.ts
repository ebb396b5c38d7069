import { ACCOUNT_ID_REGEXP, isMfaSerial } from "./arn.ts";
import { allClients, type Client, type Key } from "./key.ts";
import { mayBeEmpty } from "./key_blocks.ts";
import { boolProblem } from "./value_bool.ts";
import { enumProblem } from "./value_enum.ts";
import {
  arnProblem,
  listProblem,
  matches,
  regionProblem,
  urlProblem,
} from "./value_form.ts";
import { intProblem, rateProblem, sizeProblem } from "./value_number.ts";

/**
 * Why `value` is none of the key's type, in words that follow "it": "must be 12 digits". Nothing
 * where it is one, as `client` reads it; without a client, where it is one for any client that
 * reads the key. Free text is always valid. The reason never repeats the value.
 */
export function valueProblem(
  key: Key,
  value: string,
  client?: Client,
): string | undefined {
  if (client !== undefined) return problemFor(key, value, client);
  // JS makes something of nearly every text, so its word counts only where no other is heard.
  let problem: string | undefined;
  for (const one of strictClients) {
    if (key.clients[one] === "no" && key.tool === undefined) continue;
    const found = problemFor(key, value, one);
    if (found === undefined) return undefined;
    problem ??= found;
  }
  return problem ?? problemFor(key, value, "js");
}

const strictClients = allClients.filter((client) => client !== "js");

function problemFor(
  key: Key,
  value: string,
  client: Client,
): string | undefined {
  if (value === "") return emptyProblem(key);
  // What Python tools write for a setting without a value.
  if (key.tool !== undefined && value === "None") return undefined;
  switch (key.type) {
    case "bool":
      return boolProblem(key, value, client);
    case "enum":
      return enumProblem(key, value, client);
    case "int":
      return intProblem(key, value, client);
    case "size":
      return sizeProblem(value);
    case "rate":
      return rateProblem(value);
    case "region":
      return regionProblem(key, value);
    case "url":
      return urlProblem(key, value, client);
    case "arn":
      return arnProblem(key, value);
    case "list":
      return listProblem(key, value);
    case "account-id":
      return ACCOUNT_ID_REGEXP.test(value) ? undefined : "must be 12 digits";
    case "role-name":
      return matches(key.pattern, value)
        ? undefined
        : "must be the name of a role";
    case "mfa-serial":
      return isMfaSerial(value)
        ? undefined
        : "must be the ARN or serial number of an MFA device";
    case "guid":
      return guid.test(value) ? undefined : "must be a GUID";
    case "nested-map":
      // A block begins on the next line; a value on the same line makes a text of it.
      return /^\r?\n/.test(value)
        ? undefined
        : "must be empty, with its settings indented below it";
    // Nobody checks the two keys, and a test server takes any; names are checked against what
    // they name; the rest is free text, or a date or duration that other tools parse.
    case "access-key-id":
    case "secret-access-key":
    case "profile-name":
    case "sso-session-name":
    case "services-name":
    case "string":
    case "path":
    case "command":
    case "datetime":
    case "duration":
      return undefined;
  }
}

const guid = /^[({]?[0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12}[)}]?$/i;

const freeText: ReadonlySet<string> = new Set(["string", "path", "command"]);

function emptyProblem({ name, type }: Key): string | undefined {
  return freeText.has(type) || mayBeEmpty(name)
    ? undefined
    : "must not be empty";
}
