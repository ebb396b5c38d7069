import { clientTitles } from "../readers/client_titles.ts";
import { type Client, clients } from "../readers/view.ts";
import { printable } from "../text/printable.ts";
import type { ShownEffect, ShownEffects } from "./shown_effects.ts";

/** Of a value so much is shown. */
const LONG = 40;

/** `botocore, Java: cannot read the file · JS: reads "x"`; nothing where all read what was meant. */
export function clientLine(effects: ShownEffects): string | undefined {
  const groups = new Map<string, Client[]>();
  // The worst comes first.
  for (const status of ["error", "different", "ignored", "ok"] as const) {
    for (const client of clients) {
      const effect = effects[client];
      if (effect.status !== status) continue;
      const { refuses, reads } = effect;
      const what = JSON.stringify([status, refuses, reads]);
      const group = groups.get(what);
      if (group) group.push(client);
      else groups.set(what, [client]);
    }
  }
  if (clients.every((client) => effects[client].status === "ok")) {
    return undefined;
  }
  return [...groups.values()].map((group) => {
    const names = group.length === clients.length
      ? "every client"
      : group.map((client) => clientTitles[client]).join(", ");
    return `${names}: ${
      deed(
        effects[group[0]],
        group.length === 1 || group.length === clients.length,
      )
    }`;
  }).join(" · ");
}

function deed(
  { status, refuses, reads }: ShownEffect,
  one: boolean,
): string {
  const verb = (word: string) => one ? `${word}s` : word;
  switch (status) {
    case "error":
      return refuses === "file"
        ? "cannot read the file"
        : `${verb("refuse")} the ${refuses ?? "value"}`;
    case "ignored":
      return `${verb("ignore")} it`;
    case "different":
      return reads === undefined
        ? `${verb("read")} it otherwise`
        : `${verb("read")} "${cut(printable(reads))}"`;
    case "ok":
      return `${verb("read")} it as meant`;
  }
}

function cut(text: string): string {
  const chars = [...text];
  return chars.length <= LONG ? text : `${chars.slice(0, LONG - 1).join("")}…`;
}
