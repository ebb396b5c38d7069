import { RegisterClientCommand } from "@aws-sdk/client-sso-oidc";
import type { Context } from "./context.ts";
import {
  type Flow,
  readRegistration,
  type Registration,
  writeRegistration,
} from "./registration.ts";
import { type ServiceProblem, serviceProblem } from "./service_problem.ts";

/** Registered without a port, used with one (RFC 8252, 7.3). */
const REDIRECT = "http://127.0.0.1/oauth/callback";

/** The client to sign in with: the one that is kept, or a new one. */
export async function register(
  { machine, session, services, store, signal }: Context,
  flow: Flow,
): Promise<Registration | { readonly problem: ServiceProblem }> {
  const now = machine.now();
  const kept = readRegistration(store.folder, { session, flow, now });
  if (kept) return kept;
  const { scopes, startUrl } = session;
  try {
    const { clientId, clientSecret, clientSecretExpiresAt } = await services
      .oidc.send(
        // The AWS CLI's bodies: for the device flow nothing is said of grants.
        new RegisterClientCommand({
          clientName: "awscfg",
          clientType: "public",
          ...(scopes.length > 0 ? { scopes: [...scopes] } : {}),
          ...(flow === "authorization-code"
            ? {
              grantTypes: ["authorization_code", "refresh_token"],
              redirectUris: [REDIRECT],
              issuerUrl: startUrl,
            }
            : {}),
        }),
        { abortSignal: signal },
      );
    if (!clientId || !clientSecret) {
      return { problem: { kind: "unknown", text: "the answer is no client" } };
    }
    const registration: Registration = {
      clientId,
      clientSecret,
      expiresAt: new Date((clientSecretExpiresAt ?? 0) * 1000),
    };
    writeRegistration(store.folder, { session, flow, registration });
    return registration;
  } catch (error) {
    return { problem: serviceProblem(error) };
  }
}
