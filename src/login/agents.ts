import { readFileSync } from "node:fs";
import { Agent as HttpAgent } from "node:http";
import { Agent } from "node:https";
import { HttpsProxyAgent } from "https-proxy-agent";
import type { Failure } from "./failure.ts";
import type { Machine } from "./machine.ts";
import { proxyFor } from "./proxy.ts";

/** How requests to a host are made; `destroy` closes what is left open. */
export interface Agents {
  readonly httpAgent: HttpAgent;
  readonly httpsAgent: Agent;
  readonly destroy: () => void;
}

/** Connections through the user's proxy, trusting the user's certificates. */
export function agentsFor(
  machine: Pick<Machine, "env">,
  { target, caBundle }: { target: URL; caBundle?: string },
): Agents | Failure {
  const ca = authorities(machine, caBundle);
  if (ca !== undefined && "code" in ca) return ca;
  const proxy = proxyFor(machine, target);
  if (proxy !== undefined && "code" in proxy) return proxy;
  const httpAgent = new HttpAgent({ keepAlive: true, maxSockets: 10 });
  const httpsAgent = proxy ? tunnel(proxy, ca?.pem) : new Agent({
    keepAlive: true,
    maxSockets: 10,
    ...(ca ? { ca: ca.pem } : {}),
  });
  return {
    httpAgent,
    httpsAgent,
    destroy: () => {
      httpAgent.destroy();
      httpsAgent.destroy();
    },
  };
}

/**
 * The SDK knows no proxy. What the constructor is given is used for the connection to the proxy
 * alone; the options of the agent are those of the connection through it.
 */
function tunnel(proxy: URL, ca: string | undefined): Agent {
  const agent = new HttpsProxyAgent(proxy, ca ? { ca } : {});
  Object.assign(agent.options, ca ? { ca } : {});
  return agent as unknown as Agent;
}

/** `AWS_CA_BUNDLE`, else `ca_bundle` of the profile; like the AWS CLI, in the place of the system's. */
function authorities(
  { env }: Pick<Machine, "env">,
  caBundle: string | undefined,
): { readonly pem: string } | Failure | undefined {
  const variable = env("AWS_CA_BUNDLE");
  const file = variable || caBundle;
  if (!file) return undefined;
  const home = env("HOME") || env("USERPROFILE") || "~";
  try {
    return { pem: readFileSync(file.replace(/^~(?=[/\\])/, home), "utf8") };
  } catch {
    return {
      code: "tls",
      message: `${
        variable ? "AWS_CA_BUNDLE" : "ca_bundle"
      } names "${file}", which cannot be read`,
    };
  }
}
