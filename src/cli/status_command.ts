import { namedSessions } from "../login/choice.ts";
import { isFailure } from "../login/failure.ts";
import { labelOf, type Session, shownUrl } from "../login/session.ts";
import { type State, storedState } from "../login/stored_state.ts";
import { table } from "../login/table.ts";
import { timeLeft } from "../login/time_left.ts";
import { formatTime, isRefreshable, type Token } from "../login/token.ts";
import type { Io } from "./io.ts";
import { loginFiles, noSessions } from "./login_files.ts";
import { refuse, say } from "./say.ts";

/** What `awscfg status` was asked. */
export interface StatusRequest {
  readonly names: readonly string[];
  readonly verify: boolean;
  readonly json: boolean;
}

interface Row {
  readonly session: Session;
  readonly token: Token | undefined;
  readonly state: State;
}

/** `awscfg status`: sessions, time left, refreshable or not, who uses them. */
export async function statusCommand(
  io: Io,
  { names, verify, json }: StatusRequest,
): Promise<number> {
  if (verify) {
    // Only here a socket is opened, and the AWS SDK loaded.
    const { loginCommand } = await import("./login_command.ts");
    return await loginCommand(io, {
      names,
      json,
      all: names.length === 0,
      check: true,
      table: true,
      force: false,
      newSession: false,
      noBrowser: true,
      deviceCode: false,
      noVerify: false,
    });
  }
  const files = loginFiles(io);
  if ("problem" in files) return refuse(io, files.problem);
  const { known, store, warnings } = files;
  for (const warning of warnings) say(io, `warning: ${warning}`);
  const choice = names.length > 0
    ? namedSessions(known, names)
    : { sessions: known.sessions, remarks: [] };
  if (isFailure(choice)) return refuse(io, choice.message);
  for (const remark of choice.remarks) say(io, remark);
  const now = io.now();
  const rows: Row[] = [];
  for (const session of choice.sessions) {
    const token = await store.read(session.key);
    rows.push({ session, token, state: storedState(session, { token, now }) });
  }
  if (json) io.write("stdout", document(rows, now));
  else if (rows.length === 0) say(io, noSessions(io));
  else io.write("stdout", text(rows, now));
  return 0;
}

const words: Readonly<Record<State, string>> = {
  "signed-in": "signed in",
  refreshable: "signed in",
  expired: "expired",
  "signed-out": "signed out",
};

function text(rows: readonly Row[], now: Date): string {
  return table([
    ["SESSION", "STATE", "LEFT", "REFRESH", "PROFILES"],
    ...rows.map(({ session, token, state }) => [
      labelOf(session),
      session.problem ?? words[state],
      token && state === "signed-in" ? timeLeft(token.expiresAt, now) : "-",
      token && state !== "signed-out"
        ? isRefreshable(token, now) ? "yes" : "no"
        : "-",
      session.members.map(({ profile }) => profile).join(", ") || "-",
    ]),
  ]);
}

function document(rows: readonly Row[], now: Date): string {
  const sessions = rows.map(({ session, token, state }) => ({
    name: session.name ?? null,
    startUrl: shownUrl(session.startUrl),
    region: session.region,
    state,
    ...(token && state !== "signed-out"
      ? {
        expiresAt: formatTime(token.expiresAt),
        refreshable: isRefreshable(token, now),
      }
      : {}),
    ...(session.problem ? { problem: session.problem } : {}),
    profiles: session.members.map(({ profile }) => profile),
  }));
  return `${JSON.stringify({ version: 1, sessions }, null, 2)}\n`;
}
