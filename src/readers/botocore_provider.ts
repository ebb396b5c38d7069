import { botocoreSso } from "./botocore_sso.ts";
import { picked } from "./picked.ts";
import type { Resolution } from "./resolve.ts";
import { shellWords } from "./shell_words.ts";
import type { Settings, View } from "./view.ts";

/**
 * The first of a profile's own credentials, in the order of
 * `credentials.py:ProfileProviderBuilder.providers`; nothing if it has none.
 */
export function botocoreProfile(
  view: View,
  name: string,
): Resolution | undefined {
  const profile = view.profiles.get(name);
  if (!profile) return undefined;
  const { config, credentials } = view.files;
  // Keys are looked up in each file alone, never in the merged profile.
  return webIdentity(profile) ??
    botocoreSso(view, name) ??
    keys(credentials?.profiles.get(name), "shared-credentials-file") ??
    login(profile) ??
    process(profile) ??
    keys(config?.profiles.get(name), "config-file");
}

/** `AssumeRoleWithWebIdentityProvider`; an empty value counts as none. */
function webIdentity(profile: Settings): Resolution | undefined {
  const file = profile.get("web_identity_token_file");
  if (!file || (file.value === "" && !file.nested)) return undefined;
  const role = profile.get("role_arn");
  const from = picked(
    profile,
    "web_identity_token_file",
    "role_arn",
    "role_session_name",
  );
  if (role && (role.value !== "" || role.nested)) {
    return { source: "web-identity", from };
  }
  // The missing blank is theirs.
  const message =
    "The provided profile or the current environment is configured to assume role with web identity " +
    "but has no role ARN configured. Ensure that the profile has the role_arnconfiguration set or the " +
    "AWS_ROLE_ARN env var is set.";
  return { error: "other", message, from };
}

/** `SharedCredentialProvider`, `ConfigProvider` */
function keys(
  section: Settings | undefined,
  method: string,
): Resolution | undefined {
  const id = section?.get("aws_access_key_id");
  if (!id) return undefined;
  const secret = section?.get("aws_secret_access_key");
  if (!secret) {
    const message =
      `Partial credentials found in ${method}, missing: aws_secret_access_key`;
    return { error: "partial-keys", message, from: [id] };
  }
  // The older name of the token wins.
  const token = section?.get("aws_security_token") ??
    section?.get("aws_session_token");
  return { source: "static", from: [id, secret, ...(token ? [token] : [])] };
}

/** `LoginProvider` */
function login(profile: Settings): Resolution | undefined {
  const from = picked(profile, "login_session");
  return from.length > 0 ? { source: "login", from } : undefined;
}

/** `ProcessProvider`, which runs the command at once: a value that cannot be split or is empty is an error. */
function process(profile: Settings): Resolution | undefined {
  const command = profile.get("credential_process");
  if (!command) return undefined;
  const from = [command];
  if (command.nested) {
    const message = "'dict' object has no attribute 'read'";
    return { error: "other", message, from };
  }
  const words = shellWords(command.value);
  if (words?.length) return { source: "process", from };
  const message = words
    ? "list index out of range"
    : /\\$/.test(command.value)
    ? "No escaped character"
    : "No closing quotation";
  return { error: "other", message, from };
}
