import type { Asked, Reply, StandIn } from "./stand_in.ts";
import { fresh } from "./stand_in_state.ts";

/** The four operations of the portal. */
export function answerPortal(
  { operation, query, headers }: Asked,
  { state }: StandIn,
): Reply | undefined {
  if (
    !["GetRoleCredentials", "ListAccounts", "ListAccountRoles", "Logout"]
      .includes(operation)
  ) return undefined;
  const token = headers["x-amz-sso_bearer_token"];
  const bearer = state.bearers.get(String(token));
  if (
    !bearer || bearer.until < Date.now() || state.ended.has(bearer.session) ||
    operation !== "Logout" && !bearer.scopes.includes("sso:account:access")
  ) return unauthorized;
  const account = query.get("account_id") ?? "";
  switch (operation) {
    case "Logout":
      state.ended.add(bearer.session);
      return { status: 200 };
    case "ListAccounts":
      return page(
        "accountList",
        [...state.accounts].map(([accountId, { name }]) => ({
          accountId,
          ...(name ? { accountName: name } : {}),
        })),
      );
    case "ListAccountRoles": {
      const known = state.accounts.get(account);
      if (!known) return forbidden;
      const { roles } = known;
      return page(
        "roleList",
        roles.map((roleName) => ({ roleName, accountId: account })),
      );
    }
    default: {
      if (!/^\d{12}$/.test(account)) {
        return portalError(400, "InvalidRequestException", "Bad account");
      }
      const role = query.get("role_name") ?? "";
      if (!state.accounts.get(account)?.roles.includes(role)) return forbidden;
      return {
        status: 200,
        body: {
          roleCredentials: {
            accessKeyId: `ASIA${"STANDINSTANDIN42"}`,
            secretAccessKey: fresh(state, "secret-access-key"),
            sessionToken: fresh(state, "session-token"),
            expiration: Date.now() + 3_600_000,
          },
        },
      };
    }
  }

  function page(name: string, all: readonly unknown[]): Reply {
    const from = Number(query.get("next_token") ?? 0);
    const size = Math.min(
      state.pageSize,
      Number(query.get("max_result") ?? 20),
    );
    const more = from + size < all.length;
    return {
      status: 200,
      body: {
        [name]: all.slice(from, from + size),
        nextToken: more ? String(from + size) : null,
      },
    };
  }
}

/** An error as the portal sends it: only the name in the body. */
export function portalError(
  status: number,
  name: string,
  message: string,
): Reply {
  return {
    status,
    body: { message, __type: `com.amazonaws.switchboard.portal#${name}` },
  };
}

/** Too many requests. */
export const throttled: Reply = portalError(
  429,
  "TooManyRequestsException",
  "HTTP 429 Unknown Code",
);

const unauthorized: Reply = portalError(
  401,
  "UnauthorizedException",
  "Session token not found or invalid",
);

/** Not in the service's model, and all that it says of what is not assigned. */
const forbidden: Reply = portalError(403, "ForbiddenException", "No access");
