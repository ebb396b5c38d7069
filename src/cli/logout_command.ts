import { anySession, namedSessions } from "../login/choice.ts";
import { endpointRemarks } from "../login/endpoint_remarks.ts";
import { type Failure, isFailure } from "../login/failure.ts";
import { interruption } from "../login/interruption.ts";
import { logoutSession } from "../login/logout_session.ts";
import { labelOf, type Session } from "../login/session.ts";
import type { TokenStore } from "../login/token_store.ts";
import type { Io } from "./io.ts";
import { loginFiles, noSessions } from "./login_files.ts";
import { refuse, say } from "./say.ts";

/** What `awscfg logout` was asked. */
export interface LogoutRequest {
  readonly names: readonly string[];
  readonly all: boolean;
  readonly json: boolean;
}

/** `awscfg logout`: ends sessions on the server and removes their tokens, and no other's. */
export async function logoutCommand(
  io: Io,
  { names, all, json }: LogoutRequest,
): Promise<number> {
  if (all && names.length > 0) return refuse(io, "--all goes without names");
  const files = loginFiles(io);
  if ("problem" in files) return refuse(io, files.problem);
  const { known, store, warnings } = files;
  for (const warning of warnings) say(io, `warning: ${warning}`);
  if (known.sessions.length === 0 && names.length === 0) {
    return refuse(io, noSessions(io));
  }
  const choice = names.length > 0
    ? namedSessions(known, names)
    : all
    ? { sessions: known.sessions, remarks: [] }
    : await anySession(io, {
      sessions: await signedIn(known.sessions, store),
      verb: "sign out of",
    });
  if (isFailure(choice)) {
    return choice.code === "interrupted" ? 130 : refuse(io, choice.message);
  }
  for (const remark of [...choice.remarks, ...endpointRemarks(io)]) {
    say(io, remark);
  }
  if (choice.sessions.length === 0 && !json) say(io, "Nobody is signed in");

  const { signal, end } = interruption();
  const results: { session: Session; result: string; failure?: Failure }[] = [];
  try {
    for (const session of choice.sessions) {
      const place = { machine: io, store, signal, say: () => {} };
      const ended = await logoutSession(place, session);
      const failure = isFailure(ended) ? ended : undefined;
      if (failure?.code === "interrupted") return 130;
      const result = isFailure(ended) ? "failed" : ended;
      results.push({ session, result, ...(failure ? { failure } : {}) });
      if (failure) say(io, `${labelOf(session)}: ${failure.message}`);
      else if (!json) {
        io.write("stderr", `${words[ended as string](labelOf(session))}\n`);
      }
    }
  } finally {
    end();
  }
  if (json) {
    const sessions = results.map(({ session, result, failure }) => ({
      name: session.name ?? null,
      key: labelOf(session),
      result,
      ...(failure ? { error: failure } : {}),
    }));
    io.write(
      "stdout",
      `${JSON.stringify({ version: 1, sessions }, null, 2)}\n`,
    );
  }
  return results.some(({ failure }) => failure) ? 2 : 0;
}

const words: Readonly<Record<string, (label: string) => string>> = {
  none: (label) => `Nobody was signed in to ${label}`,
  ended: (label) => `Signed out of ${label}`,
  already: (label) =>
    `Signed out of ${label}: its session had ended on the server already`,
};

async function signedIn(
  sessions: readonly Session[],
  store: TokenStore,
): Promise<readonly Session[]> {
  const found: Session[] = [];
  for (const session of sessions) {
    if (await store.read(session.key)) found.push(session);
  }
  return found;
}
