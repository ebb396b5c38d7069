import type { Setting, Settings } from "./view.ts";

type Check = (value: string) => boolean;

/** `Enum.TryParse` without regard to case; it takes numbers and lists of names, too. */
const oneOf = (...names: readonly string[]): Check => (value) => {
  const word = new RegExp(`^(?:${names.join("|")}|[+-]?\\d+)$`, "i");
  return value.split(",").every((part) => word.test(part.trim()));
};

const bool: Check = (value) => /^(?:true|false)$/i.test(value);
const guid: Check = (value) =>
  /^[{(]?[0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12}[)}]?$/i.test(value);
const integer: Check = (value) => /^[+-]?\d+$/.test(value);

/**
 * `SharedCredentialsFile.TryGetProfile`: with one of these values wrong there is no such profile, and
 * only the log says why. (`RequestRetryMode` has no `Legacy` any more.)
 */
const checks: ReadonlyMap<string, Check> = new Map([
  ["toolkit_artifact_guid", guid],
  ["ignore_configured_endpoint_urls", bool],
  ["endpoint_discovery_enabled", bool],
  ["s3_use_arn_region", bool],
  ["s3_disable_express_session_auth", bool],
  ["s3_us_east_1_regional_endpoint", oneOf("regional", "legacy")],
  ["s3_disable_multiregion_access_points", bool],
  ["retry_mode", oneOf("standard", "adaptive")],
  [
    "max_attempts",
    (value) => integer(value) && Number(value) > 0 && Number(value) < 2 ** 31,
  ],
  ["ec2_metadata_service_endpoint_mode", oneOf("ipv4", "ipv6")],
  ["use_dualstack_endpoint", bool],
  ["use_fips_endpoint", bool],
  ["disable_request_compression", bool],
  [
    "request_min_compression_size_bytes",
    (value) =>
      integer(value) && Number(value) >= 0 && Number(value) <= 10485760,
  ],
  ["account_id_endpoint_mode", oneOf("preferred", "disabled", "required")],
  ["request_checksum_calculation", oneOf("when_supported", "when_required")],
  ["response_checksum_validation", oneOf("when_supported", "when_required")],
]);

/** The setting that costs the whole profile, if there is one. */
export function fatalValue(settings: Settings): Setting | undefined {
  for (const [key, check] of checks) {
    const setting = settings.get(key);
    if (setting && !setting.nested && !check(setting.value)) return setting;
  }
  return undefined;
}
