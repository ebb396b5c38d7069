import { existsSync } from "node:fs";
import type { Machine } from "./machine.ts";

/** Why no browser of this machine can come back to this program; nothing where one can. */
export type NoBrowser =
  | "over SSH"
  | "in a container"
  | "without a display";

/** A shell over SSH has them; `sudo` may drop the first. */
const sshVariables = ["SSH_CONNECTION", "SSH_CLIENT", "SSH_TTY"];

/** Development environments whose browser runs on another machine, whatever they show. */
const remoteVariables = [
  "CODESPACES",
  "REMOTE_CONTAINERS",
  "GITPOD_WORKSPACE_ID",
  "CLOUD_SHELL",
  "KUBERNETES_SERVICE_HOST",
];

/** What Docker and Podman leave in every container. */
const containerFiles = ["/.dockerenv", "/run/.containerenv"];

/**
 * Whether a browser on this machine's screen can reach a port of this program. A container that
 * has a display (Toolbox, Distrobox) shares the desktop's network, so there it can.
 */
export function noBrowserHere(
  { env, platform }: Pick<Machine, "env" | "platform">,
  exists: (path: string) => boolean = existsSync,
): NoBrowser | undefined {
  if (sshVariables.some(env)) return "over SSH";
  if (
    remoteVariables.some(env) || env("AWS_EXECUTION_ENV") === "CloudShell"
  ) return "in a container";
  if (platform !== "linux") return undefined;
  if (env("DISPLAY") || env("WAYLAND_DISPLAY")) return undefined;
  if (env("container") || containerFiles.some(exists)) return "in a container";
  // Under WSL the browser is that of Windows, which reaches ports of Linux.
  return env("WSL_DISTRO_NAME") ? undefined : "without a display";
}
