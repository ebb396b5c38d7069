import { createServer } from "node:http";
import { type AddressInfo, connect, type Socket } from "node:net";

/** A proxy on this machine. */
export interface TestProxy {
  readonly url: string;
  /** What it was asked to connect to. */
  readonly targets: readonly string[];
  /** What it was told of the user. */
  readonly authorizations: readonly (string | undefined)[];
  readonly close: () => Promise<void>;
}

/** Tunnels whatever host is asked for to one port of this machine, so that no other is contacted. */
export async function testProxy(
  port: number,
  { password }: { password?: string } = {},
): Promise<TestProxy> {
  const targets: string[] = [];
  const authorizations: (string | undefined)[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((_, response) => response.writeHead(405).end());
  server.on("connect", (request, socket: Socket, head: Uint8Array) => {
    sockets.add(socket);
    socket.on("error", () => {});
    targets.push(request.url ?? "");
    const authorization = request.headers["proxy-authorization"];
    authorizations.push(authorization);
    if (password && authorization !== `Basic ${btoa(password)}`) {
      socket.end(
        "HTTP/1.1 407 Proxy Authentication Required\r\ncontent-length: 0\r\n\r\n",
      );
      return;
    }
    const there = connect(port, "127.0.0.1", () => {
      socket.write("HTTP/1.1 200 Connection established\r\n\r\n");
      there.write(head);
      there.pipe(socket);
      socket.pipe(there);
    });
    sockets.add(there);
    there.on("error", () => socket.destroy());
  });
  await new Promise<void>((resolve) =>
    server.listen(0, "127.0.0.1", () => resolve())
  );
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    targets,
    authorizations,
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}
