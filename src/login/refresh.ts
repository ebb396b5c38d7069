import type { Context } from "./context.ts";
import type { ServiceProblem } from "./service_problem.ts";
import type { Token } from "./token.ts";
import { tokenRequest } from "./token_request.ts";

/**
 * Exchanges the refresh token for a new token. The old refresh token is kept where none comes
 * back: the JS SDK drops it then, and the user has to sign in each hour.
 */
export async function refresh(
  context: Context,
  token: Token,
): Promise<Token | { readonly problem: ServiceProblem }> {
  const { machine, session } = context;
  const { clientId = "", clientSecret = "", refreshToken = "" } = token;
  const result = await tokenRequest(context, {
    registration: { clientId, clientSecret },
    grantType: "refresh_token",
    refreshToken,
  });
  if ("problem" in result) return result;
  const { grant } = result;
  return {
    ...token,
    startUrl: token.startUrl ?? session.startUrl,
    region: token.region ?? session.region,
    accessToken: grant.accessToken,
    expiresAt: new Date(machine.now().getTime() + grant.expiresIn * 1000),
    refreshToken: grant.refreshToken ?? refreshToken,
  };
}

/** Whether a refresh token can never be used again: the user has to sign in. */
export function isSpent({ kind }: ServiceProblem): boolean {
  return kind === "invalid-grant" || kind === "expired" ||
    kind === "invalid-client" || kind === "unauthorized-client" ||
    kind === "denied";
}
