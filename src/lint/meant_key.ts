import { distance } from "fastest-levenshtein";
import {
  aliases,
  findKey,
  keyNames,
  type SectionKind,
  thirdPartyTool,
} from "../reference/keys.ts";
import { isServiceId, nearServiceIds } from "../reference/services.ts";

/** The key that a person meant, and how sure that is. */
export interface MeantKey {
  readonly name: string;
  /** `sign`: only `-` stands for `_`; `alias`: a name that is known to be confused with it. */
  readonly by: "sign" | "alias" | "guess";
}

/** Where a key stands. */
export interface KeyPlace {
  readonly section?: SectionKind;
  /** The key that opens the block. */
  readonly parent?: string;
}

const made = new Map<string, MeantKey | undefined>();

/**
 * What a person meant by a key, in lower case, that no client knows there; nothing when it is
 * known, belongs to another tool or is like no other.
 */
export function meantKey(
  name: string,
  { section, parent }: KeyPlace = {},
): MeantKey | undefined {
  const id = `${section} ${parent} ${name}`;
  if (made.has(id)) return made.get(id);
  const meant = find(name, { section, parent });
  // The names of one file are few, but a server reads many files.
  if (made.size > 10_000) made.clear();
  made.set(id, meant);
  return meant;
}

function find(
  name: string,
  { section, parent }: KeyPlace,
): MeantKey | undefined {
  if (findKey(name, undefined, parent) || isServiceId(name)) return undefined;
  // There every name is some plugin's, service's or program's.
  if (section === "plugins" || section === "preview" || section === "other") {
    return undefined;
  }
  const known = (key: string) =>
    findKey(key, section, parent)?.tool === undefined &&
    findKey(key, section, parent) !== undefined;
  const signed = name.replaceAll("-", "_");
  if (signed !== name && known(signed)) return { name: signed, by: "sign" };
  if (parent === undefined) {
    const alias = aliases.get(signed);
    if (alias && known(alias)) return { name: alias, by: "alias" };
    if (thirdPartyTool(name) || findKey(signed)) return undefined;
    // `session_token`, `aws_role_arn`, `aws_sso_region`
    const prefixed = signed.startsWith("aws_")
      ? signed.slice(4)
      : `aws_${signed}`;
    if (known(prefixed)) return { name: prefixed, by: "alias" };
  }
  const near = section === "services" && parent === undefined
    ? only(nearServiceIds(name))
    : nearest(signed, namesAt(section, parent));
  return near === undefined ? undefined : { name: near, by: "guess" };
}

const lists = new Map<string, readonly string[]>();

/** `keyNames()`, which makes a list each time. */
function namesAt(
  section: SectionKind | undefined,
  parent: string | undefined,
): readonly string[] {
  const id = `${section} ${parent}`;
  let names = lists.get(id);
  if (!names) {
    if (lists.size > 1000) lists.clear();
    lists.set(id, names = keyNames(section, parent));
  }
  return names;
}

function only(names: readonly string[]): string | undefined {
  return names.length === 1 ? names[0] : undefined;
}

/** Of the names the nearest, if so little differs that it can be nothing else. */
function nearest(name: string, names: readonly string[]): string | undefined {
  const bare = name.replaceAll("_", "");
  let best: string | undefined;
  let least = Math.floor(name.length / 5) + 1;
  for (const candidate of names) {
    if (candidate.length < 4) continue;
    if (candidate.replaceAll("_", "") === bare) return candidate;
    if (Math.abs(candidate.length - name.length) >= least) continue;
    const far = swapped(name, candidate) ? 1 : distance(name, candidate);
    if (far < least) {
      least = far;
      best = candidate;
    }
  }
  return best;
}

/** Whether two neighbours of a word were exchanged: `regoin`. */
function swapped(name: string, other: string): boolean {
  if (name.length !== other.length) return false;
  let at = 0;
  while (at < name.length && name[at] === other[at]) at++;
  return at < name.length - 1 && name[at] === other[at + 1] &&
    name[at + 1] === other[at] && name.slice(at + 2) === other.slice(at + 2);
}
