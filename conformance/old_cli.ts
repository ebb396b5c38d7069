import { spawn, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";

/** The AWS CLI that Debian packages, 2.9.19: of the first that read sessions. */
const command = "/usr/bin/aws";

/** Why it cannot be asked, if it cannot. */
export function oldCliMissing(): string | undefined {
  return existsSync(command)
    ? undefined
    : `${command} is not installed (apt-get install awscli)`;
}

/** The profiles that it lists. */
export function listedProfiles(config: string, credentials: string): string {
  const { stdout, stderr, status } = spawnSync(command, [
    "configure",
    "list-profiles",
  ], { encoding: "utf8", env: envOf({ config, credentials }) });
  return status === 0 ? stdout : `status ${status}: ${stderr}`;
}

/**
 * The host that it asks when it signs in to a session, which tells what region it has read there. It
 * meets a proxy that lets nothing pass.
 */
export async function askedHost(
  session: string,
  files: { readonly config: string; readonly credentials: string },
): Promise<string> {
  let host = "";
  const proxy = createServer().on("connect", ({ url }, socket) => {
    host ||= url ?? "";
    socket.end("HTTP/1.1 502 Bad Gateway\r\n\r\n");
  });
  await new Promise<void>((done) => proxy.listen(0, "127.0.0.1", done));
  const { port } = proxy.address() as AddressInfo;
  const child = spawn(command, ["sso", "login", "--sso-session", session], {
    env: {
      ...envOf(files),
      HTTPS_PROXY: `http://127.0.0.1:${port}`,
      AWS_MAX_ATTEMPTS: "1",
    },
    stdio: ["ignore", "ignore", "pipe"],
  });
  let said = "";
  child.stderr.on("data", (piece) => said += piece);
  await new Promise((done) => child.on("close", done));
  proxy.close();
  return host === "" ? said.trim() : host;
}

function envOf(
  { config, credentials }: {
    readonly config: string;
    readonly credentials: string;
  },
): Record<string, string> {
  return {
    PATH: "/usr/bin:/bin",
    HOME: tmpdir(),
    LC_ALL: "C.UTF-8",
    AWS_EC2_METADATA_DISABLED: "true",
    AWS_CONFIG_FILE: config,
    AWS_SHARED_CREDENTIALS_FILE: credentials,
  };
}
