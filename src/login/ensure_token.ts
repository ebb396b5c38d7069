import { belongs } from "./belongs.ts";
import type { Context } from "./context.ts";
import { type Failure, interrupted, isFailure } from "./failure.ts";
import { failureOf } from "./failure_of.ts";
import { lock } from "./lock.ts";
import { isSpent, refresh } from "./refresh.ts";
import { labelOf, nameOf } from "./session.ts";
import { endSession } from "./end_session.ts";
import { isRefreshable, type Token } from "./token.ts";

/** A token with less left is refreshed: the AWS CLI and boto3 draw the line there too. */
const ENOUGH = 15 * 60_000;
/** One that cannot be refreshed is good to the end, where nobody is to sign in. */
const LEAST = 60_000;

/** How a token was come by. */
export type How = "cached" | "refreshed" | "signed-in";

/** A session that is signed in to. */
export interface SignedIn {
  readonly token: Token;
  readonly how: How;
}

/** What is wanted of a token. */
export interface EnsureOptions {
  /** Sign in even if the token is good. */
  readonly force: boolean;
  /** End the session on the server first. */
  readonly newSession: boolean;
  /** Asks the user; without it, only what works silently is done. */
  readonly signIn?: () => Promise<Token | Failure>;
}

/** A token for the session: the one that is there, a refreshed one, or that of a new sign-in. */
export async function ensureToken(
  context: Context,
  options: EnsureOptions,
): Promise<SignedIn | Failure> {
  const { session, store, signal, say } = context;
  const { force, newSession } = options;
  const before = await store.read(session.key);
  if (!force && !newSession && isGood(context, before, options)) {
    return { token: before, how: "cached" };
  }
  const held = await lock(session.key, {
    folder: store.folder,
    signal,
    onWait: () =>
      say(`Another awscfg signs in to ${labelOf(session)}: waiting for it.`),
  });
  if (!held) return interrupted;
  try {
    const token = await store.read(session.key);
    // The other run has just done what this one was asked to do, even if that was --force.
    const shared = held.waited && token?.accessToken !== before?.accessToken;
    if (
      (shared || !force && !newSession) && isGood(context, token, options)
    ) return { token, how: "cached" };
    return await renew(context, { ...options, token });
  } finally {
    held.release();
  }
}

async function renew(
  context: Context,
  { token, force, newSession, signIn }: EnsureOptions & {
    token: Token | undefined;
  },
): Promise<SignedIn | Failure> {
  const { machine, session, store } = context;
  const now = machine.now();
  const ours = token && belongs(token, session);
  if (ours && !force && !newSession && isRefreshable(token, now)) {
    const renewed = await refresh(context, token);
    if (!("problem" in renewed)) {
      store.write(session.key, renewed);
      return { token: renewed, how: "refreshed" };
    }
    if (isSpent(renewed.problem)) {
      store.write(session.key, { ...token, refreshToken: undefined });
    } else if (left(token, now) > LEAST) {
      return { token, how: "cached" };
    } else {
      return failureOf(renewed.problem, { session, step: "refresh" });
    }
  }
  if (!signIn) return notSignedIn(context, token);
  if (newSession && ours) {
    const ended = await endSession(context, token);
    if (isFailure(ended)) return ended;
  }
  const made = await signIn();
  if (isFailure(made)) return made;
  store.write(session.key, made);
  return { token: made, how: "signed-in" };
}

function isGood(
  { machine, session }: Context,
  token: Token | undefined,
  { signIn }: EnsureOptions,
): token is Token {
  if (!token || !belongs(token, session)) return false;
  const now = machine.now();
  const least = signIn || isRefreshable(token, now) ? ENOUGH : LEAST;
  return left(token, now) >= least;
}

function left({ expiresAt }: Token, now: Date): number {
  return expiresAt.getTime() - now.getTime();
}

function notSignedIn({ session }: Context, token?: Token): Failure {
  const label = labelOf(session);
  return {
    code: token ? "session-ended" : "not-signed-in",
    message: `${
      token && belongs(token, session)
        ? `The session of ${label} has ended`
        : token
        ? `The token of ${label} is one of another portal or region`
        : `Nobody is signed in to ${label}`
    }: run awscfg login ${nameOf(session)}`,
  };
}
