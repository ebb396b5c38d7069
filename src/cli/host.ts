import type { Host } from "../lint/rule.ts";
import { pathsOf } from "./home.ts";
import type { Io } from "./io.ts";
import type { Group } from "./sources.ts";

/** What is known of the machine on which the user's own files stand. */
export function hostOf(io: Io, { files }: Group): Host {
  const { dirname, basename } = pathsOf(io);
  const own = files.flatMap(({ kind, file }) =>
    file === undefined ? [] : [{ kind, file }]
  );
  const names = new Set(
    [...new Set(own.map(({ file }) => dirname(file)))].flatMap(io.list),
  );
  for (const { file } of own) names.delete(basename(file));
  const status = own.map(({ kind, file }) => ({ kind, ...io.stat(file) }));
  return {
    platform: io.platform,
    env: io.envOf("AWS_"),
    siblings: [...names].sort(),
    mode: Object.fromEntries(
      status.flatMap(({ kind, mode }) =>
        mode === undefined ? [] : [[kind, mode]]
      ),
    ),
    owned: Object.fromEntries(
      status.flatMap(({ kind, owned }) =>
        owned === undefined ? [] : [[kind, owned]]
      ),
    ),
  };
}
