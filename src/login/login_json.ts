import { isRefreshable } from "./token.ts";
import { formatTime } from "./token.ts";
import type { SessionReport } from "./login_session.ts";
import type { Outside } from "./sessions.ts";
import { isOk } from "./verify.ts";
import { shownUrl } from "./session.ts";

/** The result for machines; holds neither tokens nor secrets. */
export function loginJson(
  reports: readonly SessionReport[],
  { broken, now }: { broken: ReadonlyMap<string, Outside>; now: Date },
): string {
  const verdicts = reports.flatMap(({ verdicts }) => verdicts ?? []);
  const lost = [...broken].map(([profile, { reason }]) => ({
    profile,
    status: "config",
    message: reason,
  }));
  const document = {
    version: 1,
    sessions: reports.map(({ session, how, token, verdicts, failure }) => ({
      name: session.name ?? null,
      startUrl: shownUrl(session.startUrl),
      region: session.region,
      signedIn: token !== undefined && failure === undefined,
      ...(how ? { how } : {}),
      ...(token
        ? {
          expiresAt: formatTime(token.expiresAt),
          refreshable: isRefreshable(token, now),
        }
        : {}),
      ...(failure
        ? { error: { code: failure.code, message: failure.message } }
        : {}),
      verified: verdicts !== undefined,
      profiles: (verdicts ?? []).map(({ finding, ...verdict }) => ({
        ...verdict,
        status: finding,
      })),
    })),
    outside: lost,
    summary: {
      sessions: reports.length,
      signedIn: reports.filter(({ failure }) => !failure).length,
      ok: verdicts.filter(isOk).length,
      failed: verdicts.filter((one) => !isOk(one)).length + lost.length,
    },
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}
