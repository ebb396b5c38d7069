import type { Section } from "../model/document.ts";
import { type Fix, replace } from "../text/edit.ts";
import type { Index } from "./index.ts";
import { type MeantValue, meantValue } from "./meant_value.ts";

/** The name in a header as it is written, quotes included. */
export function writtenName({ document, nameSpan }: Section): string {
  return document.text.slice(nameSpan.start, nameSpan.end);
}

/**
 * Gives a profile another name, in its headers and wherever the files name it; to take the quotes
 * off its own is one, too. Nothing where the name would not be plain, or is taken.
 */
export function renameProfile(
  index: Index,
  name: string,
  wanted: string,
): Fix | undefined {
  if (!/^[A-Za-z0-9_\-/.%@:+]+$/.test(wanted)) return undefined;
  const unquoted = wanted === name;
  const { sections } = index.profiles.get(name)!;
  const files = new Set(sections.map(({ document }) => document));
  if (unquoted ? files.size < sections.length : index.profiles.has(wanted)) {
    return undefined;
  }
  return {
    title: `Call it "${wanted}"`,
    edits: [
      ...sections.filter((section) => writtenName(section) !== wanted)
        .map(({ nameSpan }) => replace(nameSpan, wanted)),
      ...(unquoted ? [] : referencesOf(index).get(name) ?? [])
        .map(({ span }) => replace(span, wanted)),
    ],
    ...(unquoted ? {} : { guess: true }),
  };
}

const made = new WeakMap<Index, ReadonlyMap<string, readonly MeantValue[]>>();

/** The settings that name a profile, by its name. */
function referencesOf(
  index: Index,
): ReadonlyMap<string, readonly MeantValue[]> {
  let found = made.get(index);
  if (!found) {
    found = Map.groupBy(
      index.settings("source_profile", "include_profile", "parent_profile")
        .map(meantValue),
      ({ value }) => value,
    );
    made.set(index, found);
  }
  return found;
}
