import { customEndpoint } from "./endpoint.ts";
import { isFailure } from "./failure.ts";
import type { Machine } from "./machine.ts";

/** What the user must know before tokens are sent: that they go somewhere else. */
export function endpointRemarks(
  machine: Pick<Machine, "env">,
): readonly string[] {
  return (["SSO_OIDC", "SSO"] as const).flatMap((service) => {
    const url = customEndpoint(machine, service);
    return url && !isFailure(url)
      ? [
        `AWS_ENDPOINT_URL_${service} is set: ${
          service === "SSO" ? "tokens" : "sign-ins"
        } go to ${url.origin}`,
      ]
      : [];
  });
}
