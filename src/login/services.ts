import { SSOClient } from "@aws-sdk/client-sso";
import { SSOOIDCClient } from "@aws-sdk/client-sso-oidc";
import { version } from "../version.ts";
import { type Agents, agentsFor } from "./agents.ts";
import { customEndpoint, type ServiceName } from "./endpoint.ts";
import { type Failure, isFailure } from "./failure.ts";
import type { Machine } from "./machine.ts";
import type { Session } from "./session.ts";

/** The two services of a session's region. */
export interface Services {
  readonly oidc: SSOOIDCClient;
  /** Where `/authorize` stands, too. */
  readonly oidcUrl: URL;
  readonly portal: SSOClient;
  readonly close: () => void;
}

/** Everything that the SDK would look up in the active profile is given, so that it reads no file. */
const fixed = {
  retryMode: "standard",
  defaultsMode: "standard",
  authSchemePreference: [] as string[],
  userAgentAppId: () => Promise.resolve(undefined),
  customUserAgent: [["awscfg", version]] as [string, string][],
} as const;

/** Clients of the real SDK for a session. */
export function openServices(
  machine: Machine,
  session: Session,
): Services | Failure {
  const { region } = session;
  const { env } = machine;
  const useFipsEndpoint = env("AWS_USE_FIPS_ENDPOINT") === "true";
  const useDualstackEndpoint = env("AWS_USE_DUALSTACK_ENDPOINT") === "true";
  const where = {
    Region: region,
    UseFIPS: useFipsEndpoint,
    UseDualStack: useDualstackEndpoint,
  };
  // A client that is only asked for the address that the SDK's rules come to.
  const probes = {
    SSO: () => new SSOClient({ ...fixed, region, maxAttempts: 1 }),
    SSO_OIDC: () => new SSOOIDCClient({ ...fixed, region, maxAttempts: 1 }),
  };
  const urlOf = (service: ServiceName): URL | Failure => {
    const custom = customEndpoint(machine, service);
    if (custom) return custom;
    const probe = probes[service]();
    try {
      return probe.config.endpointProvider(where).url;
    } catch {
      return {
        code: "config",
        message:
          `There is no address of Identity Center for region "${region}" with AWS_USE_FIPS_ENDPOINT or AWS_USE_DUALSTACK_ENDPOINT`,
      };
    } finally {
      probe.destroy();
    }
  };
  const opened: Agents[] = [];
  const settingsOf = (service: ServiceName) => {
    const url = urlOf(service);
    if (isFailure(url)) return url;
    const agents = agentsFor(machine, {
      target: url,
      caBundle: session.caBundle,
    });
    if (isFailure(agents)) return agents;
    opened.push(agents);
    const { httpAgent, httpsAgent } = agents;
    return {
      ...fixed,
      region,
      useFipsEndpoint: false,
      useDualstackEndpoint: false,
      endpoint: url.href,
      requestHandler: {
        httpAgent,
        httpsAgent,
        connectionTimeout: 10_000,
        requestTimeout: 30_000,
        throwOnRequestTimeout: true,
      },
      url,
    };
  };
  const oidc = settingsOf("SSO_OIDC");
  if (isFailure(oidc)) return oidc;
  const portal = settingsOf("SSO");
  if (isFailure(portal)) return portal;
  return {
    oidc: new SSOOIDCClient({ ...oidc, maxAttempts: 3 }),
    oidcUrl: oidc.url,
    // Throttling is waited out for all requests together: see portal_requests.ts.
    portal: new SSOClient({ ...portal, maxAttempts: 1 }),
    close: () => opened.forEach(({ destroy }) => destroy()),
  };
}
