import type { Client } from "../readers/view.ts";
import { clientTitles } from "../readers/client_titles.ts";
import type { Column, Comparison } from "./comparison.ts";
import { paint } from "./paint.ts";
import { tableOf } from "./table.ts";

const shown = ["source", "account", "role", "region"] as const;

/** All profiles, a line each, as most clients see them; those that clients differ on are marked, with who differs. */
export function showProfiles(
  comparisons: readonly Comparison[],
  { color }: { color: boolean },
): string {
  const { yellow } = paint(color);
  const rows = comparisons.map((comparison) => {
    const { common, others } = majority(comparison);
    const differ = others.map((client) => clientTitles[client]).join(", ");
    return [
      others.length > 0 ? yellow("≠") : " ",
      comparison.profile,
      ...shown.map((row) => short(common[row]?.value)),
      others.length > 0
        ? yellow(
          `${differ} ${others.length === 1 ? "reads" : "read"} it otherwise`,
        )
        : "",
    ];
  });
  const count = rows.filter(([mark]) => mark !== " ").length;
  const words = count === 1
    ? "profile that clients read"
    : "profiles that clients read";
  return tableOf([["", "profile", ...shown, ""], ...rows]) +
    (count > 0 ? `\n${count} ${words} differently: awscfg show PROFILE\n` : "");
}

/** What most clients see, and those that see something else. */
function majority(
  { columns }: Comparison,
): { common: Column; others: readonly Client[] } {
  const groups = new Map<string, { clients: Client[]; column: Column }>();
  for (const [client, column] of columns) {
    const { output: _, ...rest } = column;
    const key = JSON.stringify(
      Object.entries(rest).map(([row, cell]) => [row, cell?.value]),
    );
    const group = groups.get(key);
    if (group) group.clients.push(client);
    else groups.set(key, { clients: [client], column });
  }
  const [first, ...others] = [...groups.values()].toSorted((a, b) =>
    b.clients.length - a.clients.length
  );
  return {
    common: first?.column ?? {},
    others: others.flatMap(({ clients }) => clients),
  };
}

function short(text = "-"): string {
  return text.length > 48 ? `${text.slice(0, 47)}…` : text;
}
