import type { Client } from "../readers/view.ts";
import type { RuleSettings, Severity } from "./rule.ts";

/** How a rule's findings count, or that there are none. */
export type Level = Severity | "off";

/** Levels of rules by their ids. */
export type Levels = Readonly<Record<string, Level>>;

/** What a project says about files. */
export interface SettingsPart {
  readonly rules?: Levels;
  readonly clients?: readonly Client[];
  readonly minimumClients?: Readonly<Record<string, string>>;
  readonly extraRegions?: readonly string[];
  readonly extraKeys?: readonly string[];
}

/** What a settings file holds: `awscfg.json`. */
export interface Settings extends SettingsPart {
  /** For some files something else; the last that matches counts most. */
  readonly overrides?: readonly Override[];
}

/** What is different for the files that a glob matches. */
export interface Override extends SettingsPart {
  readonly files: readonly string[];
}

/** The settings of one file: those for all files, then each override that matches it. */
export function settingsFor(
  { overrides = [], ...everywhere }: Settings,
  matches: (globs: readonly string[]) => boolean,
): SettingsPart {
  return mergeParts([
    everywhere,
    ...overrides.filter(({ files }) => matches(files)),
  ]);
}

/** One of several: names are added, and what is said twice counts as it is said last. */
export function mergeParts(parts: readonly SettingsPart[]): SettingsPart {
  return {
    rules: Object.assign({}, ...parts.map(({ rules }) => rules)),
    clients: parts.findLast(({ clients }) => clients)?.clients ?? [],
    minimumClients: Object.assign(
      {},
      ...parts.map(({ minimumClients }) => minimumClients),
    ),
    extraRegions: together(parts.map(({ extraRegions }) => extraRegions)),
    extraKeys: together(parts.map(({ extraKeys }) => extraKeys)),
  };
}

/** What rules ask of the settings of files that are read together. */
export function ruleSettings(parts: readonly SettingsPart[]): RuleSettings {
  const { minimumClients = {} } = mergeParts(parts);
  return {
    clients: together(parts.map(({ clients }) => clients)),
    minimumClients,
    extraRegions: new Set(parts.flatMap((one) => one.extraRegions ?? [])),
    // Rules compare in lower case, as the clients do.
    extraKeys: new Set(
      parts.flatMap((one) => one.extraKeys ?? []).map((key) =>
        key.toLowerCase()
      ),
    ),
  };
}

function together<T>(
  lists: readonly (readonly T[] | undefined)[],
): readonly T[] {
  return [...new Set(lists.flatMap((list) => list ?? []))];
}
