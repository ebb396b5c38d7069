import type { Client, Key } from "./key.ts";

/**
 * Why a client does not take the value for a number of the key's range. JS reads the digits at
 * the start (`parseInt`), all others want a whole number: `8h` is dropped by botocore and 0 in Go.
 */
export function intProblem(
  key: Key,
  value: string,
  client: Client,
): string | undefined {
  if (key.tool !== undefined) return undefined;
  const digits = client === "js"
    ? /^\s*[+-]?\d+/.exec(value)
    : /^[+-]?\d+$/.exec(value);
  if (!digits) return "must be a whole number";
  const number = Number(digits[0]);
  const [least, greatest] = rangeOf(key, client);
  if (number >= least && number <= greatest) return undefined;
  if (greatest === Infinity) return `must be at least ${least}`;
  return `must be between ${least} and ${greatest}`;
}

const anyNumber: readonly [number, number] = [-Infinity, Infinity];

function rangeOf(
  { name, range = anyNumber }: Key,
  client: Client,
): readonly [number, number] {
  // botocore checks limits of its own and raises InvalidConfigError.
  if (name === "request_min_compression_size_bytes" && client === "botocore") {
    return [1, 1048576];
  }
  // Go takes 0 for "not set"; JS checks nothing.
  if (name === "max_attempts" && client === "go") return [0, Infinity];
  return name === "max_attempts" && client === "js" ? anyNumber : range;
}

/**
 * Why the AWS CLI does not take the value for a size: bytes, or a whole number of KB to TB or KiB
 * to TiB in any case, all powers of 1024, and more than 0 (awscli/customizations/s3/utils.py).
 */
export function sizeProblem(value: string): string | undefined {
  const match = /^\s*(\d+)\s*(?:[kmgt]i?b)?$/i.exec(value);
  return match && Number(match[1]) > 0 ? undefined : "must be a size like 8MB";
}

/**
 * Why the AWS CLI does not take the value for a rate: bytes a second, or a size with `B/s`, or
 * bits with `b/s` (awscli/customizations/s3/transferconfig.py).
 */
export function rateProblem(value: string): string | undefined {
  const match = /^\s*(\d+)\s*(?:(?:[KMGTkmgt]i?)?[Bb]\/s)?$/.exec(value);
  return match && Number(match[1]) > 0
    ? undefined
    : "must be a rate like 10MB/s";
}
