import { isSecretKey } from "../reference/keys.ts";
import type { Property } from "../model/document.ts";

const header =
  /\[[ \t]*(?:default|(?:profile|sso-session|services)[ \t][^[\]]*)\]$/;

/**
 * Where the header begins that hangs behind a value, because the line break between them is
 * missing: `json[profile b]`. In the credentials file behind a key also `[b]`.
 */
export function gluedHeader(
  { value, name, pair, section: { document } }: Property,
): number | undefined {
  if (!value.endsWith("]")) return undefined;
  const at = value.search(header);
  if (at > 0) return pair.valueStart + at;
  if (document.kind !== "credentials" || !isSecretKey(name)) return undefined;
  const bare = value.search(/\[[^[\]]+\]$/);
  return bare > 0 ? pair.valueStart + bare : undefined;
}
