/**
 * A token as the cache has it. Files of other tools may lack everything but the first two
 * (sso.md has the table of who needs what).
 */
export interface Token {
  readonly accessToken: string;
  readonly expiresAt: Date;
  readonly startUrl?: string;
  readonly region?: string;
  readonly clientId?: string;
  readonly clientSecret?: string;
  readonly registrationExpiresAt?: Date;
  readonly refreshToken?: string;
}

/** Reads what any client may have written; nothing where it is no token. */
export function parseToken(text: string): Token | undefined {
  const raw = fieldsOf(text);
  const accessToken = textOf(raw?.accessToken);
  const expiresAt = parseTime(textOf(raw?.expiresAt));
  if (!raw || !accessToken || !expiresAt) return undefined;
  return {
    accessToken,
    expiresAt,
    startUrl: textOf(raw.startUrl),
    region: textOf(raw.region),
    clientId: textOf(raw.clientId),
    clientSecret: textOf(raw.clientSecret),
    registrationExpiresAt: parseTime(textOf(raw.registrationExpiresAt)),
    refreshToken: textOf(raw.refreshToken),
  };
}

/** The file as the AWS CLI writes it: the same fields in the same order. */
export function formatToken(token: Token): string {
  const { expiresAt, registrationExpiresAt } = token;
  return JSON.stringify({
    startUrl: token.startUrl,
    region: token.region,
    accessToken: token.accessToken,
    expiresAt: formatTime(expiresAt),
    clientId: token.clientId,
    clientSecret: token.clientSecret,
    registrationExpiresAt: registrationExpiresAt &&
      formatTime(registrationExpiresAt),
    refreshToken: token.refreshToken,
  });
}

/**
 * `2026-11-22T16:04:02Z`: the one form that every client reads. Fractions of a second and
 * offsets are refused by some (Rust, Java before 12).
 */
export function formatTime(time: Date): string {
  return time.toISOString().replace(/\.\d+Z$/, "Z");
}

/** Old tokens end in `UTC`, which `Date` does not read; the JS SDK writes fractions. */
export function parseTime(text: string | undefined): Date | undefined {
  if (text === undefined) return undefined;
  const time = new Date(text.replace(/ ?UTC$/, "Z"));
  return Number.isNaN(time.getTime()) ? undefined : time;
}

/** Whether the token can be exchanged for a new one without the user. */
export function isRefreshable(token: Token, now: Date): boolean {
  const { clientId, clientSecret, refreshToken, registrationExpiresAt } = token;
  return Boolean(clientId && clientSecret && refreshToken) &&
    (!registrationExpiresAt || registrationExpiresAt > now);
}

/** The fields of a JSON object. */
export function fieldsOf(
  text: string,
): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null &&
        !Array.isArray(value)
      ? value as Record<string, unknown>
      : undefined;
  } catch {
    return undefined;
  }
}

function textOf(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}
