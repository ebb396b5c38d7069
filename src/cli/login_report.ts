import type { SessionReport } from "../login/login_session.ts";
import { labelOf } from "../login/session.ts";
import { timeLeft } from "../login/time_left.ts";
import { isRefreshable } from "../login/token.ts";
import { verdictTable } from "../login/verdict_table.ts";
import { isOk } from "../login/verify.ts";
import type { Io } from "./io.ts";
import { say } from "./say.ts";

/** The state of the session on standard error, the table of its profiles on standard output. */
export function loginReport(
  io: Io,
  { session, token, how, verdicts, failure }: SessionReport,
  { check, table }: { check: boolean; table?: boolean },
): void {
  const label = labelOf(session);
  if (failure) {
    say(
      io,
      failure.message.includes(label)
        ? failure.message
        : `${label}: ${failure.message}`,
    );
    return;
  }
  const bad = verdicts?.filter((one) => !isOk(one)) ?? [];
  if (check && !table) {
    for (const { profile, message } of bad) say(io, `${profile}: ${message}`);
    return;
  }
  const now = io.now();
  const words = {
    cached: "Already signed",
    refreshed: "Signed",
    "signed-in": "Signed",
  };
  io.write(
    "stderr",
    `${words[how!]} in to ${label}: ${timeLeft(token!.expiresAt, now)} left${
      isRefreshable(token!, now)
        ? ", refreshed without a browser after that"
        : ""
    }\n`,
  );
  if (!verdicts) return;
  if (verdicts.length === 0) {
    io.write("stderr", `No profile uses ${label}\n`);
    return;
  }
  io.write("stdout", verdictTable(verdicts));
  io.write(
    "stderr",
    bad.length === 0
      ? `${
        verdicts.length === 1
          ? "The profile works"
          : `All ${verdicts.length} profiles work`
      }\n`
      : `${bad.length} of ${verdicts.length} profile${
        verdicts.length === 1 ? "" : "s"
      } cannot be used\n`,
  );
}
