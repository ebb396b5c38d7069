import type { Setting, View } from "./view.ts";

/** The kinds of error that a client raises when it resolves a profile. */
export type ErrorKind =
  | "profile-missing"
  | "file"
  | "sso-incomplete"
  | "sso-session-missing"
  | "sso-mismatch"
  | "sso-both-forms"
  | "partial-keys"
  | "role-no-source"
  | "role-two-sources"
  | "source-missing"
  | "source-empty"
  | "cycle"
  | "credential-source"
  | "other";

/** Where a client takes the credentials of a profile from, or the error that it raises. */
export type Resolution =
  | {
    readonly source: "sso";
    readonly session?: string;
    readonly start_url: string;
    readonly region: string;
    readonly account: string;
    readonly role: string;
    /** The settings that it was made of. */
    readonly from: readonly Setting[];
  }
  | {
    readonly source:
      | "static"
      | "process"
      | "web-identity"
      | "login"
      | "token"
      | "none";
    readonly from: readonly Setting[];
  }
  | {
    readonly source: "role";
    readonly role_arn: string;
    /** What the role is assumed with. */
    readonly base: Resolution;
    readonly from: readonly Setting[];
  }
  | {
    readonly error: ErrorKind;
    /** The client's own words where they are known. */
    readonly message: string;
    /** The settings that it is about. */
    readonly from: readonly Setting[];
  };

/** Resolves a profile as one client does, without its environment: the two files alone. */
export type Resolver = (view: View, profile: string) => Resolution;
