import { type Client, clients } from "../readers/view.ts";
import type { RuleSettings } from "./rule.ts";

/** What people call the clients. */
const names: Readonly<Record<Client, readonly string[]>> = {
  botocore: ["boto3", "the AWS CLI"],
  js: ["JS"],
  go: ["Go"],
  rust: ["Rust"],
  java: ["Java"],
  dotnet: [".NET"],
  crt: ["the common runtime"],
};

/** The clients that must be able to read the files: those of the project's settings, else all. */
export function relevantClients(
  settings: Pick<RuleSettings, "clients">,
): readonly Client[] {
  return settings.clients.length > 0 ? settings.clients : clients;
}

/** Clients in words: "JS, Go and Rust". */
export function clientNames(those: readonly Client[]): string {
  const words = those.flatMap((client) => names[client]);
  const last = words.pop() ?? "";
  return words.length > 0 ? `${words.join(", ")} and ${last}` : last;
}
