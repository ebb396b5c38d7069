import {
  GetRoleCredentialsCommand,
  ListAccountRolesCommand,
  ListAccountsCommand,
} from "@aws-sdk/client-sso";
import { printable } from "../text/printable.ts";
import type { Context } from "./context.ts";
import { limiter } from "./limiter.ts";
import { pause } from "./pause.ts";
import { type ServiceProblem, serviceProblem } from "./service_problem.ts";

/** IAM Identity Center takes 20 requests a second of one user (as Granted, Leapp and others found). */
const PACE = { parallel: 10, perSecond: 20 };

/** With a back-off that doubles up to 8 s this is about a minute of patience. */
const ATTEMPTS = 12;
const FIRST_WAIT = 250;
const LONGEST_WAIT = 8_000;

/** An account that the user may use. */
export interface Account {
  readonly id: string;
  readonly name?: string;
}

/** What a request came to. */
export type Answer<T> =
  | { readonly value: T }
  | { readonly problem: ServiceProblem };

/** The portal of one session, asked at a pace that it takes. */
export interface Portal {
  readonly accounts: () => Promise<Answer<readonly Account[]>>;
  readonly roles: (account: string) => Promise<Answer<readonly string[]>>;
  /** Whether a role may be assumed; the credentials are dropped at once. */
  readonly assume: (
    what: { account: string; role: string },
  ) => Promise<Answer<true>>;
}

/** Asks with a token; what is throttled or breaks is asked again. */
export function portalRequests(
  { services, signal }: Pick<Context, "services" | "signal">,
  accessToken: string,
): Portal {
  const pace = limiter({ ...PACE, signal });
  const { portal } = services;
  const options = { abortSignal: signal };

  async function ask<T>(call: () => Promise<T>): Promise<Answer<T>> {
    for (let attempt = 1;; attempt++) {
      try {
        return { value: await pace.run(call) };
      } catch (error) {
        const problem = serviceProblem(error);
        const again = problem.kind === "throttled" ||
          attempt <= 4 && /^(?:server|network)$/.test(problem.kind);
        if (signal.aborted) return { problem: { kind: "aborted", text: "" } };
        if (!again || attempt === ATTEMPTS) return { problem };
        const wait = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** (attempt - 1)) *
          (0.5 + Math.random() / 2);
        // Who is told to slow down slows all down, but for a moment only: the pace is within bounds.
        if (problem.kind === "throttled") pace.rest(50);
        await pause(wait, signal);
      }
    }
  }

  async function pages<T>(
    page: (nextToken?: string) => Promise<{ items: T[]; nextToken?: string }>,
  ): Promise<Answer<readonly T[]>> {
    const all: T[] = [];
    let nextToken: string | undefined;
    do {
      const answer = await ask(() => page(nextToken));
      if ("problem" in answer) return answer;
      all.push(...answer.value.items);
      ({ nextToken } = answer.value);
    } while (nextToken);
    return { value: all };
  }

  return {
    accounts: () =>
      pages<Account>(async (nextToken) => {
        const page = await portal.send(
          new ListAccountsCommand({ accessToken, nextToken, maxResults: 100 }),
          options,
        );
        const items = (page.accountList ?? []).map((one) => ({
          id: one.accountId ?? "",
          ...(one.accountName ? { name: printable(one.accountName) } : {}),
        }));
        return { items, nextToken: page.nextToken };
      }),
    roles: (accountId) =>
      pages(async (nextToken) => {
        const page = await portal.send(
          new ListAccountRolesCommand({
            accessToken,
            accountId,
            nextToken,
            maxResults: 100,
          }),
          options,
        );
        const items = (page.roleList ?? []).map((one) =>
          printable(one.roleName ?? "")
        );
        return { items, nextToken: page.nextToken };
      }),
    assume: ({ account: accountId, role: roleName }) =>
      ask(async () => {
        await portal.send(
          new GetRoleCredentialsCommand({ accessToken, accountId, roleName }),
          options,
        );
        return true as const;
      }),
  };
}
