import type { Rule } from "../lint/rule.ts";
import type { Io } from "./io.ts";
import type { GroupSettings } from "./project.ts";
import type { Group } from "./sources.ts";

/** Files with what counts for them. */
export interface Configured {
  readonly group: Group;
  readonly project: GroupSettings;
}

/** `--show-files`: the files that would be linted, one on a line. */
export function showFiles(io: Io, configured: readonly Configured[]): 0 {
  for (const { group: { files } } of configured) {
    for (const { path, named } of files) {
      if (named) io.write("stdout", `${path}\n`);
    }
  }
  return 0;
}

/** `--show-settings`: what counts for each file that would be linted, as JSON. */
export function showSettings(
  io: Io,
  configured: readonly Configured[],
  all: readonly Rule[],
): 0 {
  const shown = configured.flatMap(({ group, project }) => {
    const { settings, levels, sources } = project;
    const run = new Set(project.rules);
    return group.files.filter(({ named }) => named).map(({ path, kind }) => ({
      path,
      kind,
      settings: sources[path] ?? null,
      clients: settings.clients,
      minimumClients: settings.minimumClients,
      extraRegions: [...settings.extraRegions],
      extraKeys: [...settings.extraKeys],
      rules: Object.fromEntries(
        all.map((rule) => [
          rule.id,
          levels[path]?.[rule.id] ?? (run.has(rule) ? rule.severity : "off"),
        ]),
      ),
    }));
  });
  io.write(
    "stdout",
    JSON.stringify({ version: 1, files: shown }, null, 2) + "\n",
  );
  return 0;
}
