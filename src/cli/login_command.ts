import { anySession, type Choice, namedSessions } from "../login/choice.ts";
import { endpointRemarks } from "../login/endpoint_remarks.ts";
import { isFailure } from "../login/failure.ts";
import { interruption } from "../login/interruption.ts";
import { loginJson } from "../login/login_json.ts";
import {
  type LoginOptions,
  loginSession,
  type SessionReport,
} from "../login/login_session.ts";
import type { Outside } from "../login/sessions.ts";
import { isOk } from "../login/verify.ts";
import type { Io } from "./io.ts";
import { loginFiles, noSessions } from "./login_files.ts";
import { loginReport } from "./login_report.ts";
import { refuse, say } from "./say.ts";

/** What `awscfg login` was asked. */
export interface LoginRequest extends LoginOptions {
  readonly names: readonly string[];
  readonly all: boolean;
  readonly json: boolean;
  /** Show the table although nobody is asked to sign in: `status --verify`. */
  readonly table?: boolean;
}

/** `awscfg login`: signs in and verifies; the status it ends with. */
export async function loginCommand(
  io: Io,
  request: LoginRequest,
): Promise<number> {
  const { names, all, check, json } = request;
  const problem = contradiction(request);
  if (problem) return refuse(io, problem);
  const files = loginFiles(io);
  if ("problem" in files) return refuse(io, files.problem);
  const { known, store } = files;
  for (const warning of files.warnings) say(io, `warning: ${warning}`);
  const everything = all || check && names.length === 0;
  const broken: ReadonlyMap<string, Outside> = everything
    ? new Map([...known.outside].filter(([, { broken }]) => broken))
    : new Map();
  if (known.sessions.length === 0 && broken.size === 0 && names.length === 0) {
    return refuse(io, noSessions(io));
  }
  const choice: Choice | Awaited<ReturnType<typeof anySession>> =
    names.length > 0
      ? namedSessions(known, names)
      : everything
      ? { sessions: known.sessions, remarks: [] }
      : await anySession(io, { sessions: known.sessions, verb: "sign in to" });
  if (isFailure(choice)) {
    return choice.code === "interrupted" ? 130 : refuse(io, choice.message);
  }
  for (const remark of [...choice.remarks, ...endpointRemarks(io)]) {
    say(io, remark);
  }

  const { signal, end } = interruption();
  const reports: SessionReport[] = [];
  try {
    for (const session of choice.sessions) {
      const report = await loginSession({
        machine: io,
        store,
        signal,
        say: (line) => io.write("stderr", `${line}\n`),
      }, { session, options: request });
      reports.push(report);
      if (report.failure?.code === "interrupted") return 130;
      if (!json) loginReport(io, report, request);
    }
  } finally {
    end();
  }
  if (json) io.write("stdout", loginJson(reports, { broken, now: io.now() }));
  else {
    for (const [profile, { reason }] of broken) {
      say(io, `profile "${profile}" cannot be used: ${reason}`);
    }
  }
  if (reports.some(({ failure }) => failure)) return 2;
  const works = reports.every(({ verdicts }) => verdicts?.every(isOk) ?? true);
  return works && broken.size === 0 ? 0 : 1;
}

function contradiction(request: LoginRequest): string | undefined {
  const { names, all, check, force, newSession, noVerify } = request;
  if (all && names.length > 0) return "--all goes without names";
  if (check && (force || newSession)) {
    return `--check does not sign in, so it does not go with ${
      force ? "--force" : "--new-session"
    }`;
  }
  if (check && noVerify) {
    return "--check verifies, so it does not go with --no-verify";
  }
  return undefined;
}
