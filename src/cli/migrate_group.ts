import { migrated } from "../migrate/migrated.ts";
import { type Plan, planMigration } from "../migrate/plan.ts";
import { openDocuments, type Workspace } from "../model/document.ts";
import { pathsOf } from "./home.ts";
import type { Io } from "./io.ts";
import type { MigrateRequest } from "./migrate_request.ts";
import { ownFiles } from "./own_files.ts";
import { type FileRead, type Group, shownPath } from "./sources.ts";

/** What is to be done to the files that are read together. */
export interface GroupPlan {
  readonly files: readonly MigratedFile[];
  readonly before: Workspace;
  readonly after: Workspace;
  readonly plan: Plan;
}

/** A file, which may not be there yet. */
export interface MigratedFile extends FileRead {
  readonly creates?: true;
}

/** Settings of a project that forbid something. */
export interface MigrateSettings {
  readonly minimumClients?: Readonly<Record<string, string>>;
}

/** Plans for the files of a group. */
export function planGroup(
  io: Io,
  group: Group,
  { request, settings }: {
    readonly request: MigrateRequest;
    readonly settings: MigrateSettings;
  },
): GroupPlan {
  const files = [...newConfig(io, group, request), ...group.files];
  const before = openDocuments(files);
  const writable = new Set(
    files.filter(({ named }) => named).map(({ path }) => path),
  );
  const { naming, keepInline, profiles } = request;
  const globs = profiles.map(globOf);
  const plan = planMigration(before, {
    naming,
    keepInline,
    minimumClients: settings.minimumClients,
    mayWrite: ({ path }) => writable.has(path),
    ...(globs.length > 0
      ? { wanted: (name) => globs.some((glob) => glob.test(name)) }
      : {}),
  });
  return { files, before, after: migrated(before, plan.fix), plan };
}

/** An empty config file where there is none, so that the session of a profile in credentials has a place. */
function newConfig(
  io: Io,
  { files, own }: Group,
  { operands }: MigrateRequest,
): readonly MigratedFile[] {
  const [only] = files;
  if (files.length > 1 || only.kind === "config" || only.file === undefined) {
    return [];
  }
  const { dirname, join, resolve, basename } = pathsOf(io);
  const folder = dirname(only.file);
  const named = operands.some((one) => resolve(io.cwd, one) === folder);
  if (!own && (!named || basename(only.file) !== "credentials")) return [];
  const file = own
    ? ownFiles(io).files.find(({ kind }) => kind === "config")?.file
    : join(folder, "config");
  if (file === undefined) return [];
  return [{
    path: shownPath(io, file),
    file,
    kind: "config",
    bytes: new Uint8Array(),
    named: true,
    creates: true,
  }];
}

function globOf(glob: string): RegExp {
  const pattern = glob.replace(
    /[.*+?^${}()|[\]\\]/g,
    (sign) => sign === "*" ? ".*" : sign === "?" ? "." : `\\${sign}`,
  );
  return new RegExp(`^${pattern}$`, "su");
}
