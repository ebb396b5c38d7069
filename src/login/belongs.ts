import { portal } from "../reference/portal.ts";
import type { Session } from "./session.ts";
import type { Token } from "./token.ts";

/** Whether a token is one of this portal and region: a session may have been changed since. */
export function belongs(
  { startUrl, region }: Token,
  session: Pick<Session, "startUrl" | "region">,
): boolean {
  return (region === undefined || region === session.region) &&
    (startUrl === undefined ||
      portal(startUrl).canonical === portal(session.startUrl).canonical);
}
