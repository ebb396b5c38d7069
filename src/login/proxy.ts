import type { Failure } from "./failure.ts";
import type { Machine } from "./machine.ts";
import { isLoopback } from "./endpoint.ts";

/**
 * The proxy for a host, by `HTTPS_PROXY` and `NO_PROXY` as Python reads them, and so the AWS CLI
 * and boto3: small letters first, a name in `NO_PROXY` covers what ends in it.
 */
export function proxyFor(
  { env }: Pick<Machine, "env">,
  target: URL,
): URL | Failure | undefined {
  if (isLoopback(target.hostname)) return undefined;
  const variable = env("https_proxy") ? "https_proxy" : "HTTPS_PROXY";
  const value = env(variable)?.trim();
  if (!value) return undefined;
  const exceptions = env("no_proxy") ?? env("NO_PROXY") ?? "";
  if (isException(exceptions, target)) return undefined;
  // The value may hold a password: no message shows it.
  let url: URL;
  try {
    url = new URL(value.includes("://") ? value : `http://${value}`);
  } catch {
    return { code: "config", message: `${variable} is no URL` };
  }
  return url.protocol === "http:" || url.protocol === "https:" ? url : {
    code: "config",
    message:
      `${variable} names a proxy of the kind "${url.protocol}//", which is not spoken here: http:// or https:// is`,
  };
}

function isException(list: string, { hostname, port }: URL): boolean {
  const host = hostname.toLowerCase();
  const withPort = `${host}:${port || "443"}`;
  return list.toLowerCase().split(",").map((one) => one.trim()).some((one) => {
    if (one === "*") return true;
    const name = one.replace(/^\*?\.+/, "");
    return name !== "" &&
      [host, withPort].some((of) => of === name || of.endsWith(`.${name}`));
  });
}
