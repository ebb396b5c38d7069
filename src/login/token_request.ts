import {
  CreateTokenCommand,
  type CreateTokenCommandInput,
} from "@aws-sdk/client-sso-oidc";
import type { Context } from "./context.ts";
import type { Grant } from "./flow_result.ts";
import type { Registration } from "./registration.ts";
import { type ServiceProblem, serviceProblem } from "./service_problem.ts";

/** Asks for a token once. */
export async function tokenRequest(
  { services, signal }: Pick<Context, "services" | "signal">,
  { registration, ...grant }:
    & Omit<CreateTokenCommandInput, "clientId" | "clientSecret">
    & {
      readonly registration: Pick<Registration, "clientId" | "clientSecret">;
    },
): Promise<{ readonly grant: Grant } | { readonly problem: ServiceProblem }> {
  const { clientId, clientSecret } = registration;
  try {
    const { accessToken, expiresIn, refreshToken } = await services.oidc.send(
      new CreateTokenCommand({ clientId, clientSecret, ...grant }),
      { abortSignal: signal },
    );
    if (!accessToken || !expiresIn) {
      const text = "the answer holds no token";
      return { problem: { kind: "unknown", text } };
    }
    return {
      grant: {
        accessToken,
        expiresIn,
        ...(refreshToken ? { refreshToken } : {}),
      },
    };
  } catch (error) {
    return { problem: serviceProblem(error) };
  }
}
