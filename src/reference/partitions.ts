import { regionsTable } from "./regions_table.ts";

/** A part of AWS with accounts and regions of its own: `aws`, `aws-cn`, `aws-us-gov`. */
export interface Partition {
  /** Also the second word of its ARNs. */
  readonly id: string;
  readonly dnsSuffix: string;
  /** The form of its regions' names; to match it is no proof that a region exists. */
  readonly regionRegex: RegExp;
  /** Its regions, and the pseudo region for its global services. */
  readonly regions: readonly PartitionRegion[];
}

/** A row of the table of regions. */
export interface PartitionRegion {
  readonly name: string;
  readonly description: string;
  /** Open to every account; the others must be asked for, so fewer people mean them. */
  readonly enabledByDefault: boolean;
  /** Whether IAM Identity Center can be called there. */
  readonly identityCenter: boolean;
}

let list: readonly Partition[] | undefined;

/** Every partition, the commercial one first. */
export function partitions(): readonly Partition[] {
  return list ??= parse();
}

function parse(): readonly Partition[] {
  const all: (Partition & { regions: PartitionRegion[] })[] = [];
  for (const row of regionsTable.split("\n").slice(1, -1)) {
    if (row.startsWith("\t")) {
      all[all.length - 1].regions.push(parseRegion(row));
    } else {
      const [id, dnsSuffix, regex] = row.split("\t");
      all.push({
        id,
        dnsSuffix,
        regionRegex: new RegExp(regex),
        regions: [],
      });
    }
  }
  return all;
}

function parseRegion(row: string): PartitionRegion {
  const [, name, description, flags = ""] = row.split("\t");
  const has = (flag: string): boolean => flags.includes(flag);
  return {
    name,
    description,
    enabledByDefault: has("default"),
    identityCenter: has("identity-center"),
  };
}

const found = new Map<string, PartitionRegion | undefined>();

/** One region or pseudo region, without a look at all the others. */
export function findRegion(name: string): PartitionRegion | undefined {
  if (found.has(name)) return found.get(name);
  const region = search(name);
  // A file has few regions, but a server reads many files.
  if (found.size > 10_000) found.clear();
  found.set(name, region);
  return region;
}

function search(name: string): PartitionRegion | undefined {
  const at = regionsTable.indexOf(`\n\t${name}\t`);
  if (at === -1) return undefined;
  const end = regionsTable.indexOf("\n", at + 1);
  const region = parseRegion(regionsTable.slice(at + 1, end));
  // A name with a tab in it would fit more than one column.
  return region.name === name ? region : undefined;
}
