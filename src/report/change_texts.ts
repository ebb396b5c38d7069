import type { Change } from "../lint/safety.ts";
import { type Client, clients } from "../readers/view.ts";

/** What people call the clients. */
const names: Readonly<Record<Client, string>> = {
  botocore: "AWS CLI and boto3",
  js: "JS",
  go: "Go",
  rust: "Rust",
  java: "Java",
  dotnet: ".NET",
  crt: "CRT",
};

/** `region of profile dev comes to life for JS, Go`, one for each setting, in order. */
export function changeTexts(changes: readonly Change[]): readonly string[] {
  const byText = new Map<string, Set<Client>>();
  for (const { client, section, key, what } of changes) {
    const text = `${key === undefined ? "" : `${key} of `}${section} ${what}`;
    byText.set(text, (byText.get(text) ?? new Set()).add(client));
  }
  return [...byText].map(([text, who]) => `${text} for ${namesOf(who)}`);
}

function namesOf(who: ReadonlySet<Client>): string {
  return who.size === clients.length
    ? "every client"
    : clients.filter((client) => who.has(client)).map((client) => names[client])
      .join(", ");
}
