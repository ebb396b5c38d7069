import { suggest } from "../text/suggest.ts";
import type { Context } from "./context.ts";
import { failureOf } from "./failure_of.ts";
import type { Account, Answer, Portal } from "./portal_requests.ts";
import type { ServiceProblem } from "./service_problem.ts";
import { regionHint } from "./session_problem.ts";
import type { Verdict } from "./verify.ts";

type Reason = Pick<Verdict, "finding" | "message">;

/** Says why a role could not be assumed. The service says "No access" of all that is not assigned or misspelt. */
export function refusal(
  { session }: Pick<Context, "session">,
  { portal, accounts }: {
    portal: Portal;
    /** What the portal lists; unknown where it did not answer. */
    accounts: readonly Account[] | undefined;
  },
): (
  pair: { account: string; role: string },
  problem: ServiceProblem,
) => Promise<Reason> {
  const asked = new Map<string, Promise<Answer<readonly string[]>>>();
  const rolesOf = (account: string) => {
    let roles = asked.get(account);
    if (!roles) asked.set(account, roles = portal.roles(account));
    return roles;
  };
  return async ({ account, role }, problem) => {
    if (problem.kind === "throttled") {
      return {
        finding: "throttled",
        message:
          "not verified: Identity Center answers too many requests at the moment, try again in a minute",
      };
    }
    if (!/^(?:forbidden|not-found|invalid-request)$/.test(problem.kind)) {
      const { message } = failureOf(problem, { session, step: "portal" });
      return { finding: "failed", message };
    }
    const known = accounts?.find(({ id }) => id === account);
    if (accounts && !known) return noAccount(account);
    const roles = known ? await rolesOf(account) : undefined;
    if (!roles || "problem" in roles) {
      return {
        finding: "refused",
        message: `role "${role}" in account ${account} is refused${
          problem.text ? ` (${problem.text})` : ""
        }: it is not assigned to you, or sso_account_id or sso_role_name is misspelt`,
      };
    }
    return noRole(role, { account: known!, roles: roles.value });
  };

  function noAccount(account: string): Reason {
    const finding = "account-not-assigned";
    if (accounts!.length === 0) {
      return {
        finding,
        message: `no account at all is assigned to you: ask for one, or ${
          regionHint(session)
        }`,
      };
    }
    const wrong = /^\d{12}$/.test(account) ? "" : ", and has not 12 digits";
    const near = nearAccount(account, accounts!);
    return {
      finding,
      message: `account ${account} is not assigned to you${wrong}${
        near
          ? `; did you mean ${shown(near)}?`
          : ": ask for it, or correct sso_account_id"
      }`,
    };
  }
}

function noRole(
  role: string,
  { account, roles }: { account: Account; roles: readonly string[] },
): Reason {
  if (roles.includes(role)) {
    return {
      finding: "refused",
      message: `role "${role}" is listed for account ${
        shown(account)
      } but refused: if it is new, run awscfg login --new-session`,
    };
  }
  const near = suggest(role, roles);
  const have = roles.slice(0, 5).map((one) => `"${one}"`).join(", ");
  return {
    finding: "role-not-assigned",
    message: `role "${role}" is not assigned to you in account ${
      shown(account)
    }${
      near
        ? `; did you mean "${near}"?`
        : `: you have ${have || "none there"}${roles.length > 5 ? ", …" : ""}`
    }`,
  };
}

/** Two digits may differ or be swapped; the name of an account in the place of its id is taken for it. */
function nearAccount(
  wanted: string,
  accounts: readonly Account[],
): Account | undefined {
  const name = wanted.toLowerCase();
  const named = accounts.find((one) => one.name?.toLowerCase() === name);
  if (named) return named;
  const digits = wanted.replace(/\D/g, "");
  if (digits.length < 10 || digits.length > 13) return undefined;
  const near = suggest(digits, accounts.map(({ id }) => id));
  const found = accounts.find(({ id }) => id === near);
  return found && differing(found.id, digits) <= 2 ? found : undefined;
}

function differing(a: string, b: string): number {
  if (a.length !== b.length) return Math.abs(a.length - b.length) * 2;
  return [...a].filter((char, at) => char !== b[at]).length;
}

function shown({ id, name }: Account): string {
  return name ? `${id} ("${name}")` : id;
}
