import type { Rule, RuleSettings } from "../lint/rule.ts";
import {
  type Levels,
  ruleSettings,
  settingsFor,
  type SettingsPart,
} from "../lint/settings.ts";
import type { Client } from "../readers/view.ts";
import type { Arguments } from "./arguments.ts";
import { pathsOf } from "./home.ts";
import type { Io } from "./io.ts";
import type { RuleChoice } from "./rule_choice.ts";
import { type SettingsFile, settingsFinder } from "./settings_file.ts";
import { type FileRead, type Group, shownPath } from "./sources.ts";

/** What counts for files that are read together. */
export interface GroupSettings {
  readonly rules: readonly Rule[];
  readonly settings: RuleSettings;
  /** Levels by path and rule, of files that have settings. */
  readonly levels: Readonly<Record<string, Levels>>;
  /** The settings file of each path that has one. */
  readonly sources: Readonly<Record<string, string>>;
}

/** Gives the settings of files, or what is wrong with them. */
export type Project = (
  group: Group,
) => Promise<GroupSettings | { readonly problems: readonly string[] }>;

/** What counts where nothing is set. */
const none: RuleSettings = {
  clients: [],
  minimumClients: {},
  extraRegions: new Set(),
  extraKeys: new Set(),
};

/** Puts the command line on top of the settings files: what is named there counts most. */
export function projectOf(
  io: Io,
  { flags, all, choice, seen }: {
    readonly flags: Arguments["flags"];
    readonly all: readonly Rule[];
    /** What `--select` and `--ignore` leave. */
    readonly choice: RuleChoice;
    /** Takes up the settings files that are read. */
    readonly seen?: Set<string>;
  },
): Project {
  const config = flags.get("config")?.at(-1);
  const find = settingsFinder(io, {
    ...(config === undefined ? {} : { config }),
    isolated: flags.has("isolated"),
    rules: all,
    seen,
  });
  const selected = flags.get("select") ?? [];
  const ignored = new Set(flags.get("ignore"));
  const chosen = new Set(choice.rules);

  return async ({ files }) => {
    const parts: SettingsPart[] = [];
    const levels: Record<string, Levels> = {};
    const sources: Record<string, string> = {};
    const found = [];
    for (const { file } of files) {
      const one = await find(file);
      if (one && "problems" in one) return one;
      found.push(one);
    }
    // Mostly there are no settings at all, and nothing has to be worked out.
    for (const [at, read] of found.some(Boolean) ? files.entries() : []) {
      const one = found[at];
      const part = one ? await partFor(io, one, read) : {};
      parts.push(part);
      levels[read.path] = levelsOf(part.rules ?? {});
      if (one) sources[read.path] = shownPath(io, one.file);
    }
    const settings = withClients(parts.length > 0 ? ruleSettings(parts) : none);
    if (parts.length === 0) {
      return { rules: choice.rules, settings, levels, sources };
    }
    return {
      rules: all.filter(({ id }) =>
        files.some(({ path }) => levels[path][id] !== "off")
      ),
      settings,
      levels,
      sources,
    };
  };

  function withClients(settings: RuleSettings): RuleSettings {
    const clients = flags.get("client") as readonly Client[] | undefined;
    return clients ? { ...settings, clients: [...new Set(clients)] } : settings;
  }

  /** The rules of a file: "off" for those that do not run, else nothing or the level that was set. */
  function levelsOf(set: Levels): Levels {
    const found: Record<string, Levels[string]> = {};
    for (const rule of all) {
      const { id } = rule;
      const level = set[id];
      const named = selected.length > 0;
      const runs = named
        ? chosen.has(rule)
        : !ignored.has(id) && !ignored.has("all") && level !== "off" &&
          (chosen.has(rule) || level !== undefined);
      if (!runs) found[id] = "off";
      else if (level !== undefined && level !== "off") found[id] = level;
    }
    return found;
  }
}

async function partFor(
  io: Io,
  { folder, settings }: SettingsFile,
  { file }: FileRead,
): Promise<SettingsPart> {
  if (!settings.overrides || file === undefined) {
    return settingsFor(settings, () => false);
  }
  const { relative, sep } = pathsOf(io);
  const paths = [relative(folder, file), file].map((path) =>
    sep === "\\" ? path.replaceAll("\\", "/") : path
  );
  const { matchesGlob } = await import("../lint/matches_glob.ts");
  return settingsFor(settings, (globs) => matchesGlob(globs, paths));
}
