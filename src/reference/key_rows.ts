import {
  allClients,
  type Client,
  type Key,
  type SectionKind,
  type ValueType,
} from "./key.ts";
import { keysTable } from "./keys_table.ts";

const readings = { y: "yes", n: "no", u: "unknown" } as const;

let keys: readonly Key[] | undefined;

/** Every key of the table, in its order, placeholders included. */
export function allKeys(): readonly Key[] {
  return keys ??= keysTable.split("\n").slice(1, -1).map(parseRow);
}

const found = new Map<string, readonly Key[]>();

/** The keys of exactly this name, one for each block in which there is one. */
export function keysNamed(name: string): readonly Key[] {
  const known = found.get(name);
  if (known) return known;
  const keys = search(name);
  // A file has few names of its own, but a server reads many files.
  if (found.size > 10_000) found.clear();
  found.set(name, keys);
  return keys;
}

/** Rows are searched for in the text: to take all of it apart costs a start of the program 2 ms. */
function search(name: string): readonly Key[] {
  const keys: Key[] = [];
  const row = `\n${name}\t`;
  for (
    let at = keysTable.indexOf(row);
    at !== -1;
    at = keysTable.indexOf(row, at + 1)
  ) {
    keys.push(
      parseRow(keysTable.slice(at + 1, keysTable.indexOf("\n", at + 1))),
    );
  }
  // A name with a tab in it would fit more than one column.
  return keys.filter((key) => key.name === name);
}

function parseRow(row: string): Key {
  const [
    name,
    parent,
    sections,
    files,
    type,
    group,
    tool,
    secret,
    reads,
    ...rest
  ] = row.split("\t");
  const [values, range, folded, pattern] = rest;
  const clients: Partial<Record<Client, "yes" | "no" | "unknown">> = {};
  allClients.forEach((client, at) =>
    clients[client] = readings[reads[at] as "y" | "n" | "u"]
  );
  return {
    name,
    sections: sections.split(",") as SectionKind[],
    files: files.split(",") as ("config" | "credentials")[],
    type: type as ValueType,
    group,
    secret: secret !== "",
    clients: clients as Key["clients"],
    ...(parent ? { parent } : undefined),
    ...(tool ? { tool } : undefined),
    ...(values ? { values: values.split(",") } : undefined),
    ...(range ? { range: parseRange(range) } : undefined),
    ...(folded ? { folded: folded.split(",") as Client[] } : undefined),
    ...(pattern ? { pattern } : undefined),
  };
}

function parseRange(range: string): readonly [number, number] {
  const [least, greatest] = range.split("..");
  return [Number(least), greatest ? Number(greatest) : Infinity];
}
