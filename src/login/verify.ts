import type { Context } from "./context.ts";
import type { Failure } from "./failure.ts";
import { failureOf } from "./failure_of.ts";
import { type Portal, portalRequests } from "./portal_requests.ts";
import { refusal } from "./refusal.ts";
import type { ServiceProblem } from "./service_problem.ts";
import type { Member } from "./session.ts";

/** What became of a profile. */
export type Finding =
  | "ok"
  | "token-only"
  | "config"
  | "account-not-assigned"
  | "role-not-assigned"
  | "refused"
  | "throttled"
  | "failed";

/** A profile, verified. */
export interface Verdict {
  readonly profile: string;
  readonly account?: string;
  readonly accountName?: string;
  readonly role?: string;
  readonly finding: Finding;
  /** The reason and what to do; what is worth knowing where all is well. */
  readonly message?: string;
}

/** Whether the profile can be used. */
export function isOk({ finding }: Verdict): boolean {
  return finding === "ok" || finding === "token-only";
}

/**
 * Tries every profile of the session, each pair of account and role once. A failure is one of all
 * of them: the token is not taken.
 */
export async function verify(
  context: Context,
  { accessToken, onProgress }: {
    accessToken: string;
    onProgress?: (done: number, all: number) => void;
  },
): Promise<readonly Verdict[] | Failure> {
  const { session } = context;
  const portal = portalRequests(context, accessToken);
  const pairs = new Map<string, { account: string; role: string }>();
  for (const { account, role, problem } of session.members) {
    if (account && role && !problem) {
      pairs.set(`${account} ${role}`, { account, role });
    }
  }
  if (pairs.size === 0) return session.members.map((member) => still(member));
  const listed = await portal.accounts();
  if ("problem" in listed) {
    const { kind } = listed.problem;
    // Without a list the roles can be tried all the same.
    if (kind !== "throttled" && kind !== "forbidden") {
      return failureOf(listed.problem, { session, step: "portal" });
    }
  }
  const accounts = "value" in listed ? listed.value : undefined;
  const tried = await tryAll({ portal, pairs, onProgress });
  if (context.signal.aborted) {
    return { code: "interrupted", message: "Interrupted" };
  }
  const explain = refusal(context, { portal, accounts });
  return await Promise.all(session.members.map(async (member) => {
    const { account, role } = member;
    const problem = tried.get(`${account} ${role}`);
    const accountName = accounts?.find(({ id }) => id === account)?.name;
    return {
      ...still(member),
      ...(accountName ? { accountName } : {}),
      ...(problem && account && role && !member.problem
        ? await explain({ account, role }, problem)
        : {}),
    };
  }));
}

async function tryAll(
  { portal, pairs, onProgress }: {
    portal: Portal;
    pairs: ReadonlyMap<string, { account: string; role: string }>;
    onProgress?: (done: number, all: number) => void;
  },
): Promise<ReadonlyMap<string, ServiceProblem>> {
  const problems = new Map<string, ServiceProblem>();
  let done = 0;
  onProgress?.(done, pairs.size);
  await Promise.all([...pairs].map(async ([key, pair]) => {
    const answer = await portal.assume(pair);
    if ("problem" in answer) problems.set(key, answer.problem);
    onProgress?.(++done, pairs.size);
  }));
  return problems;
}

/** What can be said of a profile whose role could be assumed, or need not be. */
function still(
  { profile, account, role, assumes, problem }: Member,
): Verdict {
  const of = {
    profile,
    ...(account ? { account } : {}),
    ...(role ? { role } : {}),
  };
  if (problem) return { ...of, finding: "config", message: problem };
  if (!account || !role) {
    return {
      ...of,
      finding: "token-only",
      message: "it has no account and role, so it gives a token alone",
    };
  }
  return {
    ...of,
    finding: "ok",
    ...(assumes ? { message: `to assume ${assumes}, which is not tried` } : {}),
  };
}
