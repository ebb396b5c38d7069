import type { ErrorKind, Resolution } from "./resolve.ts";
import type { Client } from "./view.ts";

/** A resolution without the settings that it was made of. */
export type PlainResolution =
  | {
    readonly source: "sso";
    readonly session?: string;
    readonly start_url: string;
    readonly region: string;
    readonly account: string;
    readonly role: string;
  }
  | {
    readonly source:
      | "static"
      | "process"
      | "web-identity"
      | "login"
      | "token"
      | "none";
  }
  | {
    readonly source: "role";
    readonly role_arn: string;
    readonly base: PlainResolution;
  }
  | { readonly error: ErrorKind; readonly message: string };

/**
 * A resolution as a plain object: what {@link resolveAs} of the public API gives. The files are all
 * there is, so a role that takes its credentials from the environment finds none there.
 */
export function plainResolution(
  resolution: Resolution,
  client?: Client,
): PlainResolution {
  if ("error" in resolution) {
    return { error: resolution.error, message: resolution.message };
  }
  if (resolution.source === "role") {
    const empty = client && emptyEnvironment(resolution.base, client);
    if (empty) return empty;
  }
  const { from: _, ...plain } = resolution;
  return "base" in plain
    ? { ...plain, base: plainResolution(plain.base, client) }
    : plain;
}

/** What clients say of an environment without credentials, as observed; Rust finds out later. */
const emptyWords: Readonly<Partial<Record<Client, string>>> = {
  botocore:
    "Error when retrieving credentials from Environment: No credentials found in credential_source referenced in profile",
  js: "Unable to find environment variable credentials.",
  go:
    "failed to refresh cached credentials, operation error STS: AssumeRole, get identity: get credentials: static credentials are empty",
};

function emptyEnvironment(
  base: Resolution,
  client: Client,
): PlainResolution | undefined {
  const message = emptyWords[client];
  if (!message || "error" in base || base.source !== "none") return undefined;
  const named = base.from.some(({ key, value }) =>
    key === "credential_source" && value === "Environment"
  );
  return named ? { error: "credential-source", message } : undefined;
}
