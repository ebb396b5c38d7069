import type { Client, Key } from "./key.ts";

/** Retry modes of clients that have not all three; the AWS CLI 2 has no `legacy` either. */
const withoutLegacy: ReadonlySet<Client> = new Set<Client>([
  "js",
  "go",
  "rust",
  "dotnet",
  "crt",
]);

/** Values that code takes and no document names. */
const undocumented: Readonly<Record<string, readonly string[]>> = {
  // As `wire`, by the AWS CLI 1.
  cli_timestamp_format: ["none"],
  // As `classic`: CHOICE_ALIASES of awscli/customizations/s3/transferconfig.py.
  preferred_transfer_client: ["default"],
};

/** Why a client does not take the value for one of those that the key may have. */
export function enumProblem(
  key: Key,
  value: string,
  client: Client,
): string | undefined {
  const { name, folded = [] } = key;
  if (name === "endpoint_discovery_enabled") {
    return discoveryProblem(value, client);
  }
  const values = allowed(key, client);
  const wanted = folded.includes(client) ? value.toLowerCase() : value;
  const found = (one: string): boolean =>
    one === wanted || (folded.includes(client) && one.toLowerCase() === wanted);
  if (values.some(found) || undocumented[name]?.includes(wanted)) {
    return undefined;
  }
  return `must be one of ${values.join(", ")}`;
}

function allowed(
  { name, values = [] }: Key,
  client: Client,
): readonly string[] {
  if (name !== "retry_mode" || !withoutLegacy.has(client)) return values;
  return values.filter((value) => value !== "legacy");
}

/** A boolean for most, with `auto` in botocore and Go; JS takes all but "false" and "0" for true. */
function discoveryProblem(value: string, client: Client): string | undefined {
  if (client === "js" || /^(?:true|false)$/i.test(value)) return undefined;
  if (client !== "botocore" && client !== "go") return "must be true or false";
  return value.toLowerCase() === "auto"
    ? undefined
    : "must be true, false or auto";
}
