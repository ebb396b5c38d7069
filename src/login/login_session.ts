import type { Context } from "./context.ts";
import { ensureToken, type How } from "./ensure_token.ts";
import { type Failure, isFailure } from "./failure.ts";
import type { Machine } from "./machine.ts";
import { failureOfSystem } from "./failure_of_system.ts";
import { progress } from "./progress.ts";
import { openServices } from "./services.ts";
import type { Session } from "./session.ts";
import { signIn } from "./sign_in.ts";
import type { Token } from "./token.ts";
import type { TokenStore } from "./token_store.ts";
import { type Verdict, verify } from "./verify.ts";

/** What is wanted. */
export interface LoginOptions {
  /** Never ask: only look, and refresh what can be refreshed silently. */
  readonly check: boolean;
  readonly force: boolean;
  readonly newSession: boolean;
  readonly noBrowser: boolean;
  readonly deviceCode: boolean;
  readonly noVerify: boolean;
}

/** What became of a session. */
export interface SessionReport {
  readonly session: Session;
  readonly how?: How;
  readonly token?: Token;
  /** Missing where nothing was verified. */
  readonly verdicts?: readonly Verdict[];
  readonly failure?: Failure;
}

/** Where signing in takes place. */
export interface Place {
  readonly machine: Machine;
  readonly store: TokenStore;
  readonly signal: AbortSignal;
  readonly say: (line: string) => void;
}

/** Signs in to one session and verifies its profiles. */
export async function loginSession(
  { machine, store, signal, say }: Place,
  { session, options }: { session: Session; options: LoginOptions },
): Promise<SessionReport> {
  if (session.problem) {
    return { session, failure: { code: "config", message: session.problem } };
  }
  const services = openServices(machine, session);
  if (isFailure(services)) return { session, failure: services };
  const context = { machine, session, services, store, signal, say };
  try {
    return await report(context, options);
  } catch (error) {
    const failure = failureOfSystem(error);
    if (!failure) throw error;
    return { session, failure };
  } finally {
    services.close();
  }
}

async function report(
  context: Context,
  options: LoginOptions,
): Promise<SessionReport> {
  const { session, machine } = context;
  const ask = options.check ? {} : { signIn: () => signIn(context, options) };
  let { force } = options;
  for (;;) {
    const signedIn = await ensureToken(context, { ...options, ...ask, force });
    if (isFailure(signedIn)) return { session, failure: signedIn };
    if (options.noVerify) return { session, ...signedIn };
    const bar = progress(machine, "Verifying");
    const verdicts = await verify(context, {
      accessToken: signedIn.token.accessToken,
      onProgress: bar.show,
    });
    bar.end();
    if (!isFailure(verdicts)) return { session, ...signedIn, verdicts };
    // A token that looks good, but was signed out somewhere else: sign in anew, once.
    const revoked = verdicts.code === "session-ended" &&
      signedIn.how === "cached" && !options.check;
    if (!revoked || force) {
      return { session, ...signedIn, failure: verdicts };
    }
    force = true;
  }
}
