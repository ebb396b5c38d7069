import type { Sections, Setting, Settings } from "./view.ts";

/** The keys that config/shared_config.go:mergeSections copies; a key pair and its token come on top. */
const copied: readonly string[] = [
  "role_arn",
  "source_profile",
  "credential_source",
  "external_id",
  "mfa_serial",
  "role_session_name",
  "region",
  "endpoint_discovery_enabled",
  "credential_process",
  "web_identity_token_file",
  "s3_use_arn_region",
  "s3_disable_multiregion_access_points",
  "ec2_metadata_service_endpoint_mode",
  "ec2_metadata_service_endpoint",
  "ec2_metadata_v1_disabled",
  "use_dualstack_endpoint",
  "use_fips_endpoint",
  "defaults_mode",
  "retry_mode",
  "ca_bundle",
  "duration_seconds",
  "max_attempts",
  "sso_session",
  "sso_account_id",
  "sso_region",
  "sso_role_name",
  "sso_start_url",
  "auth_scheme_preference",
  "login_session",
];

/**
 * The sections of both files. One that stands in the credentials file alone is taken whole; of one
 * that stands in both, the credentials file gives only the keys that `mergeSections` knows.
 */
export function goMerge(config: Sections, credentials: Sections): Sections {
  if (credentials.size === 0) return config;
  if (config.size === 0) return credentials;
  const merged = new Map(config);
  for (const [name, settings] of credentials) {
    const under = config.get(name);
    merged.set(name, under ? over(under, settings) : settings);
  }
  return merged;
}

function over(config: Settings, credentials: Settings): Settings {
  const merged = new Map(config);
  const pair = credentials.has("aws_access_key_id") &&
    credentials.has("aws_secret_access_key");
  const keys = pair
    ? [
      "aws_access_key_id",
      "aws_secret_access_key",
      "aws_session_token",
      ...copied,
    ]
    : copied;
  for (const key of keys) {
    const setting = credentials.get(key);
    if (setting) merged.set(key, withoutBlock(setting));
  }
  return merged;
}

/** `mergeStringKey` copies the string; a block under the key is lost. */
function withoutBlock(setting: Setting): Setting {
  if (!setting.nested) return setting;
  const { key, value, path, start, end } = setting;
  return { key, value, path, start, end };
}
