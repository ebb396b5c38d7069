import type { ErrorKind, Resolution } from "./resolve.ts";

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

/** A resolution as a plain object: what {@link resolveAs} of the public API gives. */
export function plainResolution(resolution: Resolution): PlainResolution {
  const { from: _, ...plain } = resolution;
  return "base" in plain
    ? { ...plain, base: plainResolution(plain.base) }
    : plain;
}
