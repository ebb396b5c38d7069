import type { Key, ValueType } from "./key.ts";
import { keysNamed } from "./key_rows.ts";
import { isServiceClient, isServiceId } from "./services.ts";

/**
 * Types whose values are never secret. A key id is not among them, since people swap the two
 * keys; nor is free text.
 */
const harmlessTypes: ReadonlySet<ValueType> = new Set<ValueType>([
  "account-id",
  "arn",
  "bool",
  "datetime",
  "duration",
  "enum",
  "guid",
  "int",
  "list",
  "mfa-serial",
  "nested-map",
  "path",
  "profile-name",
  "rate",
  "region",
  "role-name",
  "services-name",
  "size",
  "sso-session-name",
  "url",
]);

/** Free text that names something and is shown in consoles and logs anyway. */
const harmlessTexts: ReadonlySet<string> = new Set([
  "csm_host",
  "granted_color",
  "granted_description",
  "granted_icon",
  "instance_profile",
  "role_session_name",
  "sdk_ua_app_id",
  "service_role",
  "source_identity",
  "sso_account_name",
]);

function isHarmless({ name, type, secret }: Key): boolean {
  if (secret) return false;
  // People paste the token itself where the path of its file belongs.
  if (name === "web_identity_token_file") return false;
  return harmlessTypes.has(type) || harmlessTexts.has(name);
}

/**
 * Whether the value of a key is a secret, whatever the key's case. Of unknown keys those are
 * that look it: misspelt ones (`aws_secret_key`) and those of other tools (`saml_password`).
 */
export function isSecretKey(name: string): boolean {
  const key = name.toLowerCase();
  const known = keysNamed(key);
  if (known.length > 0) return known.some(({ secret }) => secret);
  if (isServiceId(key) || isServiceClient(key)) return false;
  const words = key.replace(/[^a-z0-9]+/g, "_");
  return /secret|passw|passphrase|private_?key|api_?key/.test(words) ||
    /(?:^|_)(?:token|pwd|pass)$/.test(words) ||
    /(?:session|security|access|refresh|id)_?token/.test(words);
}

/**
 * Whether the value of a key may be shown as it is, whatever the key's case: a known key of a
 * type that holds no secret, such as a region, an ARN or the name of a profile.
 */
export function isHarmlessKey(name: string): boolean {
  const known = keysNamed(name.toLowerCase());
  return known.length > 0 && known.every(isHarmless);
}
