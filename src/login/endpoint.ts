import type { Failure } from "./failure.ts";
import type { Machine } from "./machine.ts";

/** The two services, as their variables name them. */
export type ServiceName = "SSO" | "SSO_OIDC";

/**
 * The address that the user set for a service, if any: from its own variable alone. The SDK
 * would also take `AWS_ENDPOINT_URL` and `endpoint_url` of the active profile, which people set
 * for LocalStack, and send it secrets and tokens.
 */
export function customEndpoint(
  { env }: Pick<Machine, "env">,
  service: ServiceName,
): URL | Failure | undefined {
  const variable = `AWS_ENDPOINT_URL_${service}`;
  const value = env(variable)?.trim();
  if (!value || env("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS") === "true") {
    return undefined;
  }
  let url: URL;
  try {
    url = new URL(value);
  } catch {
    return { code: "config", message: `${variable} is no URL` };
  }
  if (url.username || url.password) {
    return {
      code: "config",
      message: `${variable} must not hold a user name or a password`,
    };
  }
  if (
    url.protocol === "https:" ||
    url.protocol === "http:" && isLoopback(url.hostname)
  ) return url;
  return {
    code: "config",
    message:
      `${variable} must begin with https:// (http:// is taken for this machine alone), since tokens go there`,
  };
}

/** Whether a host is this machine. */
export function isLoopback(host: string): boolean {
  return /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/i.test(host);
}
