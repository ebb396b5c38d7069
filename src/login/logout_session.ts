import { isPlausibleRegion } from "../reference/regions.ts";
import { endSession } from "./end_session.ts";
import { type Failure, interrupted, isFailure } from "./failure.ts";
import { lock } from "./lock.ts";
import { failureOfSystem } from "./failure_of_system.ts";
import type { Place } from "./login_session.ts";
import { openServices } from "./services.ts";
import type { Session } from "./session.ts";

/** What signing out came to; `already` where the session had ended on the server. */
export type Ended = "none" | "ended" | "already";

/**
 * Ends the session on the server, and removes its token here even if the server is not reached:
 * the failure says so.
 */
export async function logoutSession(
  { machine, store, signal, say }: Place,
  session: Session,
): Promise<Ended | Failure> {
  const { folder } = store;
  try {
    if (!await store.read(session.key)) {
      return store.remove(session.key) ? "already" : "none";
    }
    const held = await lock(session.key, { folder, signal });
    if (!held) return interrupted;
    try {
      const token = await store.read(session.key);
      if (!token) return "none";
      // The session may have been moved since: the token is ended where it came from.
      const region = token.region ?? session.region;
      const there = isPlausibleRegion(region)
        ? { ...session, region }
        : session;
      const services = openServices(machine, there);
      if (isFailure(services)) return services;
      const context = {
        machine,
        session: there,
        services,
        store,
        signal,
        say,
      };
      try {
        const ended = await endSession(context, token);
        if (isFailure(ended) && ended.code === "interrupted") return ended;
        store.remove(session.key);
        return isFailure(ended)
          ? {
            ...ended,
            message:
              `the token is removed here, but the session goes on at the server. ${ended.message}`,
          }
          : ended;
      } finally {
        services.close();
      }
    } finally {
      held.release();
    }
  } catch (error) {
    const failure = failureOfSystem(error);
    if (!failure) throw error;
    return failure;
  }
}
