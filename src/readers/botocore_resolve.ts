import { botocoreProfile } from "./botocore_provider.ts";
import { botocoreRole } from "./botocore_role.ts";
import { pythonInt, pythonRepr } from "./python_text.ts";
import type { Resolution, Resolver } from "./resolve.ts";
import { botocoreToken } from "./botocore_sso.ts";
import type { Settings, View } from "./view.ts";

/**
 * Where botocore takes a profile's credentials from when the profile is named
 * (`Session(profile=...)`, `--profile`): `credentials.py:create_credential_resolver`.
 */
export const resolveBotocore: Resolver = (
  view: View,
  profile: string,
): Resolution => {
  if (view.error) {
    // Without the name of the exception, as in the other messages.
    const message = view.error.message.replace(/^ConfigParseError: /, "");
    return { error: "file", message, from: [] };
  }
  const settings = view.profiles.get(profile);
  if (!settings) {
    const message = `The config profile (${profile}) could not be found`;
    return { error: "profile-missing", message, from: [] };
  }
  return metadataOptions(settings) ??
    botocoreRole(view, { name: profile, visited: [profile] }) ??
    botocoreProfile(view, profile) ??
    botocoreToken(view, profile) ?? { source: "none", from: [] };
};

/** The options of the last provider are read before the first is asked: `create_credential_resolver`. */
function metadataOptions(settings: Settings): Resolution | undefined {
  for (
    const key of ["metadata_service_timeout", "metadata_service_num_attempts"]
  ) {
    const setting = settings.get(key);
    if (
      !setting || (!setting.nested && pythonInt(setting.value) !== undefined)
    ) {
      continue;
    }
    const message = setting.nested
      ? "int() argument must be a string, a bytes-like object or a real number, not 'dict'"
      : `invalid literal for int() with base 10: ${pythonRepr(setting.value)}`;
    return { error: "other", message, from: [setting] };
  }
  const mode = settings.get("ec2_metadata_service_endpoint_mode");
  if (!mode || (!mode.nested && /^ipv[46]$/i.test(mode.value))) {
    return undefined;
  }
  const message = mode.nested
    ? "'dict' object has no attribute 'lower'"
    : `Invalid EC2 Instance Metadata endpoint mode: ${mode.value}` +
      " Valid endpoint modes (case-insensitive): ('ipv4', 'ipv6').";
  return { error: "other", message, from: [mode] };
}
