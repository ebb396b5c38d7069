import { distance } from "fastest-levenshtein";
import { serviceIdsTable } from "./service_ids_table.ts";

/**
 * Whether `key` opens the block of a service in a `[services]` section: `elastic_beanstalk`.
 */
export function isServiceId(key: string): boolean {
  return has(`\n${key}\n`) || has(`\n${key}\t`);
}

/** Every service id, in alphabetical order. */
export function serviceIds(): readonly string[] {
  return rows().map(([id]) => id);
}

/**
 * Whether botocore has a client of this name: `elasticbeanstalk`, `cognito-idp`. In a profile
 * and under `api_versions` services go by these names, not by their ids.
 */
export function isServiceClient(name: string): boolean {
  // A row without a name is of a client that is named like its id.
  return has(`\n${name}\n`) || has(`\t${name}\n`) || has(`\t${name}\t`);
}

const searched = new Map<string, boolean>();

/** A search in the text is cheaper than to take it apart at every start of the program. */
function has(part: string): boolean {
  const known = searched.get(part);
  if (known !== undefined) return known;
  // No name holds a tab or line end, and a text that does would fit several.
  const found = !/[\t\n]/.test(part.slice(1, -1)) && part.length > 2 &&
    serviceIdsTable.includes(part);
  if (searched.size > 10_000) searched.clear();
  searched.set(part, found);
  return found;
}

function rows(): readonly (readonly string[])[] {
  return serviceIdsTable.split("\n").slice(1, -1).map((row) => row.split("\t"));
}

let spellings: ReadonlyMap<string, string> | undefined;

/** Ids by their names and those of their clients, without case and signs. */
function idsBySpelling(): ReadonlyMap<string, string> {
  if (spellings) return spellings;
  const found = new Map<string, string>();
  for (const names of rows()) {
    for (const spelling of names.map(fold)) {
      if (!found.has(spelling)) found.set(spelling, names[0]);
    }
  }
  return spellings = found;
}

/**
 * The ids that a wrong spelling may mean, best first, at most three: another case or other
 * signs (`dynamoDB`, `elastic-beanstalk`), the name of botocore's client (`logs`), or a typo.
 */
export function nearServiceIds(name: string): readonly string[] {
  const wanted = fold(name);
  const exact = idsBySpelling().get(wanted);
  if (exact) return [exact];
  if (wanted.length < 3) return [];
  let least = Math.max(1, Math.floor(wanted.length / 4)) + 1;
  let found: string[] = [];
  for (const [spelling, id] of idsBySpelling()) {
    if (Math.abs(spelling.length - wanted.length) > least) continue;
    const far = distance(wanted, spelling);
    if (far < least) {
      least = far;
      found = [id];
    } else if (far === least && found.length > 0 && !found.includes(id)) {
      found.push(id);
    }
  }
  return found.slice(0, 3);
}

function fold(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, "");
}
