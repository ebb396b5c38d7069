import type { Machine } from "./machine.ts";
import type { Services } from "./services.ts";
import type { Session } from "./session.ts";
import type { TokenStore } from "./token_store.ts";

/** What the steps of a sign-in to one session share. */
export interface Context {
  readonly machine: Machine;
  readonly session: Session;
  readonly services: Services;
  readonly store: TokenStore;
  /** Aborted by Ctrl-C. */
  readonly signal: AbortSignal;
  /** A line to the user, on standard error. */
  readonly say: (line: string) => void;
}
