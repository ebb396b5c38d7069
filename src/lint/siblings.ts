import type { Property } from "../model/document.ts";
import { findKey } from "../reference/keys.ts";
import { meantKey } from "./meant_key.ts";
import { kindOf } from "./section_kind.ts";
import { shellVariable } from "./shell_variable.ts";

/** What is known of the settings of one section or block; gathered once, since there may be 100,000. */
interface Known {
  readonly count: ReadonlyMap<string, number>;
  /** The setting that may have each name: the one that has it, else the first that means it. */
  readonly claims: ReadonlyMap<string, Property>;
}

const known = new WeakMap<readonly Property[], Known>();

/** The settings among which a setting stands. */
export function siblingsOf({ parent, section }: Property): readonly Property[] {
  return parent?.children ?? section.properties;
}

/** How often a key stands among settings. */
export function countOf(properties: readonly Property[], name: string): number {
  return know(properties).count.get(name) ?? 0;
}

/** Whether a setting can be given a name: no other has it, and none above means it too. */
export function mayBecome(property: Property, name: string): boolean {
  return know(siblingsOf(property)).claims.get(name) === property;
}

/** Whether none of the settings has a name, nor means it. */
export function isFree(properties: readonly Property[], name: string): boolean {
  return !know(properties).claims.has(name);
}

/** The place of a setting among the others, which are in order of their lines. */
export function placeOf(property: Property): number {
  const siblings = siblingsOf(property);
  let low = 0;
  let high = siblings.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (siblings[middle].line < property.line) low = middle + 1;
    else high = middle;
  }
  return low;
}

function know(properties: readonly Property[]): Known {
  let made = known.get(properties);
  if (made) return made;
  const count = new Map<string, number>();
  const claims = new Map<string, Property>();
  for (const property of properties) {
    count.set(property.name, (count.get(property.name) ?? 0) + 1);
    const meant = meantName(property);
    if (meant && !claims.has(meant)) claims.set(meant, property);
  }
  for (const property of properties) claims.set(property.name, property);
  known.set(properties, made = { count, claims });
  return made;
}

function meantName(property: Property): string | undefined {
  const { name, section, parent } = property;
  const place = { section: kindOf(section), parent: parent?.name };
  if (findKey(name, place.section, place.parent)) return undefined;
  return shellVariable(property)?.setting ?? meantKey(name, place)?.name;
}
