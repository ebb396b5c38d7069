import { belongs } from "./belongs.ts";
import type { Session } from "./session.ts";
import { isRefreshable, type Token } from "./token.ts";

/** What the cache says of a session, without asking the service. */
export type State = "signed-in" | "refreshable" | "expired" | "signed-out";

/** Whether somebody is signed in, as far as the file tells. */
export function storedState(
  session: Session,
  { token, now }: { token: Token | undefined; now: Date },
): State {
  if (!token || !belongs(token, session)) return "signed-out";
  if (token.expiresAt > now) return "signed-in";
  return isRefreshable(token, now) ? "refreshable" : "expired";
}
