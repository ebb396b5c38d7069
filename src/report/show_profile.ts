import type { Client } from "../readers/view.ts";
import { type Column, type Comparison, rowNames } from "./comparison.ts";
import { clientTitles } from "../readers/client_titles.ts";
import { paint } from "./paint.ts";
import { tableOf } from "./table.ts";

/** A longer value is cut; JSON has the whole. */
const WIDE = 72;

/** One profile: a row for each thing, a column for clients that agree on everything. */
export function showProfile(
  comparison: Comparison,
  { color, modelled }: { color: boolean; modelled: ReadonlySet<Client> },
): string {
  const { yellow } = paint(color);
  const groups = grouped(comparison);
  const titles = groups.map(({ clients }) =>
    clients.length === comparison.columns.size
      ? "every client"
      : clients.map((client) =>
        clientTitles[client] + (modelled.has(client) ? "*" : "")
      ).join(", ")
  );
  const rows = rowNames
    .filter((row) => groups.some(({ column }) => column[row]))
    .map((row) => [
      comparison.differing.has(row) ? yellow("≠") : " ",
      row,
      ...groups.map(({ column }) => cell(column, row)),
    ]);
  const note =
    [...comparison.columns.keys()].some((client) => modelled.has(client))
      ? `* modelled from a transcription of its parser\n`
      : "";
  const left = comparison.aside.length > 0
    ? `${
      comparison.aside.map((client) => clientTitles[client]).join(", ")
    } leaves sign-in to the program that uses it\n`
    : "";
  return `profile ${comparison.profile}\n${
    tableOf([["", "", ...titles], ...rows])
  }${groups.length > 1 ? note : ""}${left}`;
}

/** Clients that see the same in every row, with their place. */
function grouped(
  { columns }: Comparison,
): readonly { clients: readonly Client[]; column: Column }[] {
  const groups = new Map<string, { clients: Client[]; column: Column }>();
  for (const [client, column] of columns) {
    const key = JSON.stringify(
      rowNames.map((row) => row === "output" ? "" : column[row]?.value ?? ""),
    );
    const group = groups.get(key);
    // The AWS CLI alone knows output: its value is shown for all.
    if (group) {
      groups.set(key, {
        clients: [...group.clients, client],
        column: { ...column, ...group.column },
      });
    } else groups.set(key, { clients: [client], column });
  }
  return [...groups.values()];
}

function cell(column: Column, row: typeof rowNames[number]): string {
  const found = column[row];
  if (!found) return "-";
  const value = found.value.length > WIDE
    ? `${found.value.slice(0, WIDE - 1)}…`
    : found.value;
  // Both files stand in one folder as a rule, so their names say enough.
  return found.at
    ? `${value} (${found.at.slice(found.at.lastIndexOf("/") + 1)})`
    : value;
}
