import { LogoutCommand } from "@aws-sdk/client-sso";
import type { Context } from "./context.ts";
import type { Failure } from "./failure.ts";
import { failureOf } from "./failure_of.ts";
import { refresh } from "./refresh.ts";
import { serviceProblem } from "./service_problem.ts";
import { isRefreshable, type Token } from "./token.ts";

/**
 * Ends the session on the server; `already` where it had ended. A token that is too old cannot
 * end it, but one that it is refreshed to can.
 */
export async function endSession(
  context: Context,
  token: Token,
): Promise<"ended" | "already" | Failure> {
  const { machine, services, session, signal } = context;
  const now = machine.now();
  let { accessToken } = token;
  if (token.expiresAt <= now) {
    if (!isRefreshable(token, now)) return "already";
    const renewed = await refresh(context, token);
    if ("problem" in renewed) return "already";
    accessToken = renewed.accessToken;
  }
  try {
    await services.portal.send(new LogoutCommand({ accessToken }), {
      abortSignal: signal,
    });
    return "ended";
  } catch (error) {
    const problem = serviceProblem(error);
    return problem.kind === "unauthorized"
      ? "already"
      : failureOf(problem, { session, step: "portal" });
  }
}
