import {
  createServer as createHttp,
  type IncomingMessage,
  type RequestListener,
  type ServerResponse,
} from "node:http";
import { createServer as createHttps } from "node:https";
import type { AddressInfo } from "node:net";
import { answerOidc } from "./stand_in_oidc.ts";
import { answerPortal } from "./stand_in_portal.ts";
import { newState, type StandInState } from "./stand_in_state.ts";

/** What the service was asked. */
export interface Asked {
  readonly operation: string;
  readonly query: URLSearchParams;
  // deno-lint-ignore no-explicit-any
  readonly body: any;
  readonly headers: IncomingMessage["headers"];
  /** Milliseconds, of a clock that only goes forward. */
  readonly at: number;
}

/** What it answers. */
export interface Reply {
  readonly status: number;
  readonly type?: string;
  readonly body?: unknown;
  readonly html?: string;
  readonly location?: string;
}

/** What goes wrong with a request before it is looked at. */
export type Fault = Reply | "hang up" | { readonly delay: number };

/** IAM Identity Center on a port of this machine. */
export interface StandIn {
  readonly url: string;
  readonly port: number;
  readonly state: StandInState;
  readonly asked: readonly Asked[];
  /** The requests of one operation. */
  readonly of: (operation: string) => readonly Asked[];
  /** Asked before each request; `count` is the number of requests of this operation so far. */
  fault?: (asked: Asked, count: number) => Fault | undefined;
  /** Waits until something was asked. */
  readonly until: (
    operation: string,
    count?: number,
  ) => Promise<readonly Asked[]>;
  readonly close: () => Promise<void>;
  readonly [Symbol.asyncDispose]: () => Promise<void>;
}

const operations: Readonly<Record<string, string>> = {
  "POST /client/register": "RegisterClient",
  "POST /device_authorization": "StartDeviceAuthorization",
  "POST /token": "CreateToken",
  "GET /authorize": "Authorize",
  "GET /device": "Device",
  "GET /federation/credentials": "GetRoleCredentials",
  "GET /assignment/accounts": "ListAccounts",
  "GET /assignment/roles": "ListAccountRoles",
  "POST /logout": "Logout",
};

/** Starts the stand-in; with a key and a certificate it speaks TLS. */
export async function standIn(
  tls?: { key: string; cert: string },
): Promise<StandIn> {
  const asked: Asked[] = [];
  const of = (operation: string) =>
    asked.filter((one) => one.operation === operation);
  const answer: RequestListener = async (request, response) => {
    const url = new URL(request.url ?? "/", "http://127.0.0.1");
    // A client that is killed hangs up in the middle of its question.
    const body = await bodyOf(request).catch(() => hungUp);
    if (body === hungUp) return;
    const one: Asked = {
      operation: operations[`${request.method} ${url.pathname}`] ?? "?",
      query: url.searchParams,
      body,
      headers: request.headers,
      at: performance.now(),
    };
    asked.push(one);
    const fault = made.fault?.(one, of(one.operation).length);
    if (fault === "hang up") return void request.socket.destroy();
    if (fault && "delay" in fault) {
      await new Promise((resolve) => setTimeout(resolve, fault.delay));
    } else if (fault) return send(response, fault);
    send(
      response,
      answerOidc(one, made) ?? answerPortal(one, made) ?? { status: 404 },
    );
  };
  const server = tls ? createHttps(tls, answer) : createHttp(answer);
  await new Promise<void>((resolve) =>
    server.listen(0, "127.0.0.1", () => resolve())
  );
  const { port } = server.address() as AddressInfo;
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  const made: StandIn = {
    url: `${tls ? "https" : "http"}://127.0.0.1:${port}`,
    port,
    state: newState(),
    asked,
    of,
    until: async (operation, count = 1) => {
      for (let tries = 0; of(operation).length < count; tries++) {
        if (tries > 1500) throw new Error(`${operation} was not asked in 30 s`);
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      return of(operation);
    },
    close,
    [Symbol.asyncDispose]: close,
  };
  return made;
}

const hungUp = Symbol("hung up");

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  let text = "";
  for await (const piece of request) text += piece;
  return text === "" ? undefined : JSON.parse(text);
}

function send(response: ServerResponse, reply: Reply): void {
  const { status, type, body, html, location } = reply;
  response.writeHead(status, {
    "content-type": html ? "text/html; charset=utf-8" : "application/json",
    ...(type ? { "x-amzn-ErrorType": type } : {}),
    ...(location ? { location } : {}),
  });
  response.end(html ?? (body === undefined ? "" : JSON.stringify(body)));
}
