import { randomBytes, randomUUID } from "node:crypto";
import { authorizeUrl } from "./authorize_url.ts";
import { openBrowser } from "./browser.ts";
import type { Context } from "./context.ts";
import type { FlowResult } from "./flow_result.ts";
import { listen, type Loopback } from "./loopback.ts";
import { pause } from "./pause.ts";
import { redeemCode } from "./redeem_code.ts";
import type { Registration } from "./registration.ts";
import { labelOf } from "./session.ts";

/** How long the browser may take: as long as with the AWS CLI. */
const PATIENCE = 600_000;

/** Signs in with an authorization code and PKCE: the browser comes back to a port of this machine. */
export async function authorizationCode(
  context: Context,
  options: { registration: Registration; browse: boolean },
): Promise<FlowResult> {
  let loopback: Loopback;
  try {
    loopback = await listen();
  } catch {
    return { noBrowser: true };
  }
  try {
    return await visit(context, { ...options, loopback });
  } finally {
    loopback.close();
  }
}

async function visit(
  context: Context,
  { registration, browse, loopback }: {
    registration: Registration;
    browse: boolean;
    loopback: Loopback;
  },
): Promise<FlowResult> {
  const { machine, session, services, signal, say } = context;
  const { redirectUri } = loopback;
  const state = randomUUID();
  const codeVerifier = randomBytes(48).toString("base64url");
  const url = authorizeUrl(services.oidcUrl, {
    clientId: registration.clientId,
    redirectUri,
    state,
    scopes: session.scopes,
    codeVerifier,
  });
  say(
    `Sign in to ${labelOf(session)} in the browser${
      browse ? ", or open this address there" : ": open this address there"
    }:\n\n  ${url.href}\n`,
  );
  const stop = new AbortController();
  const abort = () => stop.abort();
  signal.addEventListener("abort", abort, { once: true });
  try {
    const none = new Promise<"none">((resolve) => {
      if (!browse) return;
      openBrowser(url, { machine, onFailure: () => resolve("none") })
        .then((opened) => opened || resolve("none"));
    });
    const arrival = await Promise.race([
      loopback.callback,
      none,
      pause(PATIENCE, stop.signal).then(() => "late" as const),
    ]);
    if (signal.aborted) return { problem: { kind: "aborted", text: "" } };
    if (arrival === "none") return { noBrowser: true };
    if (arrival === "late") {
      return {
        failure: {
          code: "timeout",
          message: "The browser did not come back within 10 minutes",
        },
      };
    }
    return await redeemCode(context, {
      arrival,
      state,
      redirectUri,
      codeVerifier,
      registration,
    });
  } finally {
    signal.removeEventListener("abort", abort);
    stop.abort();
  }
}
