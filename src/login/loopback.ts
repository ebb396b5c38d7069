import {
  createServer,
  type IncomingMessage,
  type ServerResponse,
} from "node:http";
import type { AddressInfo } from "node:net";
import { callbackPage } from "./callback_page.ts";

/** What the browser brought back, and how to tell it what came of it. */
export interface Callback {
  readonly parameters: URLSearchParams;
  readonly answer: (page: { title: string; text: string }) => Promise<void>;
}

/** A server on this machine alone that waits for one browser. */
export interface Loopback {
  readonly redirectUri: string;
  readonly callback: Promise<Callback>;
  readonly close: () => void;
}

const PATH = "/oauth/callback";

/** Listens on a free port of 127.0.0.1, ready when it resolves: before any browser is opened. */
export async function listen(): Promise<Loopback> {
  let arrived: (callback: Callback) => void;
  const callback = new Promise<Callback>((resolve) => arrived = resolve);
  let taken = false;
  let host = "";
  const server = createServer((request, response) => {
    const parameters = parametersOf(request, host);
    // Browsers also ask for an icon, and pages may try ports: the first real answer counts.
    if (!parameters || taken) {
      return void send(response, {
        status: parameters ? 409 : 404,
        title: parameters ? "Already answered" : "Nothing here",
        text: "Look at the terminal.",
      });
    }
    taken = true;
    arrived({
      parameters,
      answer: (page) => send(response, { status: 200, ...page }),
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", resolve);
  });
  host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    redirectUri: `http://${host}${PATH}`,
    callback,
    close: () => {
      server.close();
      server.closeAllConnections?.();
    },
  };
}

/** The query of the redirect, if it is one; the host must be ours, so that no other name leads here. */
function parametersOf(
  { method, url, headers }: IncomingMessage,
  host: string,
): URLSearchParams | undefined {
  if (method !== "GET" || headers.host !== host) return undefined;
  const { pathname, searchParams } = new URL(url ?? "/", `http://${host}`);
  if (pathname !== PATH) return undefined;
  return searchParams.has("code") || searchParams.has("error")
    ? searchParams
    : undefined;
}

function send(
  response: ServerResponse,
  { status, title, text }: { status: number; title: string; text: string },
): Promise<void> {
  response.writeHead(status, {
    "content-type": "text/html; charset=utf-8",
    "content-security-policy":
      "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
    "cache-control": "no-store",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
    connection: "close",
  });
  return new Promise((resolve) => {
    response.once("close", resolve);
    response.end(callbackPage({ title, text }), resolve);
  });
}
