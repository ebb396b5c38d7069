import { maskValue } from "../model/mask.ts";
import { printable } from "../text/printable.ts";

/** A profile that signs in through a session. */
export interface Member {
  readonly profile: string;
  readonly account?: string;
  readonly role?: string;
  /** The role that is assumed with it, where the profile is the end of a `source_profile` chain. */
  readonly assumes?: string;
  /** Why it cannot work whatever the service says, in the words of the AWS CLI. */
  readonly problem?: string;
}

/** What is signed in to: an sso-session, or the portal of legacy profiles. */
export interface Session {
  /** What the token's file is named after. */
  readonly key: string;
  /** The name of the sso-session; a legacy portal has none. */
  readonly name?: string;
  readonly startUrl: string;
  readonly region: string;
  /** What the client is registered for; none for a legacy portal. */
  readonly scopes: readonly string[];
  readonly members: readonly Member[];
  /** `ca_bundle` of its profiles. */
  readonly caBundle?: string;
  /** Why nobody can sign in to it. */
  readonly problem?: string;
}

/** How messages call it. */
export function labelOf(
  { name, startUrl }: Pick<Session, "name" | "startUrl">,
): string {
  return printable(name ?? shownUrl(startUrl));
}

/** A start URL without what somebody may have put before an `@`. */
export function shownUrl(startUrl: string): string {
  return maskValue("sso_start_url", startUrl);
}

/** What to write behind `awscfg login`: a start URL is hard to type where a profile has a name. */
export function nameOf({ name, startUrl, members }: Session): string {
  const word = name ?? members[0]?.profile ?? startUrl;
  return /^[\w@%+=:,./-]+$/.test(word) ? word : JSON.stringify(word);
}
