import type { Setting, Settings } from "./view.ts";
import { trimmed } from "./white_space.ts";

/** A value that the Go client refuses, and with it the whole profile. */
export interface GoValueError {
  readonly message: string;
  readonly setting: Setting;
}

type Check = (value: string, key: string) => string | undefined;

const boolean: Check = (value, key) =>
  value === "true" || value === "false"
    ? undefined
    : `invalid value for shared config profile field, ${key}=${value}, need true or false`;

const checksum: Check = (value, key) =>
  /^when_(?:supported|required)$/i.test(value)
    ? undefined
    : `invalid value for shared config profile field, ${key}=${value}, must be when_supported/when_required`;

/** The values that `SharedConfig.setFromIniSection` refuses, in its order; every other key takes any value. */
const checks: readonly (readonly [key: string, check: Check])[] = [
  ["ec2_metadata_service_endpoint_mode", (value) => {
    const { start, end } = trimmed(value, { start: 0, end: value.length });
    return /^(?:ipv[46])?$/i.test(value.slice(start, end))
      ? undefined
      : "unknown EC2 IMDS endpoint mode, must be either IPv6 or IPv4";
  }],
  [
    "defaults_mode",
    (value) =>
      /^(?:auto|cross-region|in-region|legacy|mobile|standard)?$/i.test(value)
        ? undefined
        : `invalid value: ${value}`,
  ],
  [
    "max_attempts",
    (value, key) =>
      goInteger(value) === undefined
        ? `invalid value ${key}=${value}, expect integer`
        : undefined,
  ],
  [
    "retry_mode",
    (value) =>
      value === "standard" || value === "adaptive"
        ? undefined
        : `unknown RetryMode, ${value}`,
  ],
  ["disable_request_compression", boolean],
  ["disable_clock_skew_correction", boolean],
  ["request_min_compression_size_bytes", (value) => {
    const bytes = goInteger(value);
    if (bytes === undefined) {
      return `invalid value for min request compression size bytes ${value}, need int64`;
    }
    return bytes < 0n || bytes > 10485760n
      ? `invalid range for min request compression size bytes ${bytes}, must be within 0 and 10485760 inclusively`
      : undefined;
  }],
  [
    "account_id_endpoint_mode",
    (value, key) =>
      /^(?:preferred|required|disabled)$/.test(value)
        ? undefined
        : `invalid value for shared config profile field, ${key}=${value}, must be preferred/required/disabled`,
  ],
  ["request_checksum_calculation", checksum],
  ["response_checksum_validation", checksum],
];

/** The first value of a profile that the Go client does not load, if there is one. */
export function goValueError(settings: Settings): GoValueError | undefined {
  for (const [key, check] of checks) {
    const setting = settings.get(key);
    const problem = setting && check(setting.value, key);
    if (problem) {
      return {
        message: `failed to load ${key} from shared config, ${problem}`,
        setting,
      };
    }
  }
  return undefined;
}

const LIMIT = 2n ** 63n;

/** `strconv.ParseInt(text, 0, 64)`: a sign, a base by its prefix (`010` is 8), single underscores between digits. */
function goInteger(text: string): bigint | undefined {
  const match =
    /^([+-]?)(?:(0x)_?|(0b)_?|(0o)_?|(0)_?(?=[0-7]))?([0-9a-f]+(?:_[0-9a-f]+)*)$/i
      .exec(text);
  if (!match) return undefined;
  const [, sign, hex, binary, octal, zero, written] = match;
  const digits = written.replaceAll("_", "");
  const [prefix, allowed] = hex
    ? ["0x", /^[0-9a-f]+$/i]
    : binary
    ? ["0b", /^[01]+$/]
    : octal || zero
    ? ["0o", /^[0-7]+$/]
    : ["", digits === "0" ? /^0$/ : /^[1-9][0-9]*$/] as const;
  if (!allowed.test(digits)) return undefined;
  const value = BigInt(prefix + digits);
  const signed = sign === "-" ? -value : value;
  return signed < -LIMIT || signed >= LIMIT ? undefined : signed;
}
