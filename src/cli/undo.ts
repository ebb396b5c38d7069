import type { Io } from "./io.ts";
import { pathsOf } from "./home.ts";
import { refuse, say } from "./say.ts";
import type { FileRead, Group } from "./sources.ts";
import { digestOf, replaceFiles } from "./writer.ts";

/** A backup that lies beside a file. */
interface Backup {
  readonly of: FileRead & { readonly file: string };
  readonly file: string;
  readonly time: string;
  /** Of what was written when the backup was made. */
  readonly digest: string;
  readonly bytes: Uint8Array;
}

/** `awscfg migrate --undo`: restores what the newest run has changed in each group of files; the status it ends with. */
export function undo(io: Io, groups: readonly Group[]): 0 | 2 {
  let status: 0 | 2 = 0;
  for (const { files } of groups) {
    const named = files.filter((one): one is Backup["of"] =>
      one.named && one.file !== undefined && !one.stdin
    );
    if (restore(io, named) === 2) status = 2;
  }
  return status;
}

function restore(io: Io, files: readonly Backup["of"][]): 0 | 2 {
  const backups = files.flatMap((one) => backupsOf(io, one));
  // What one run has written belongs together.
  const times = [...new Set(backups.map(({ time }) => time))].sort().reverse();
  if (times.length === 0) {
    return refuse(
      io,
      `there is no backup of ${files.map(({ path }) => path).join(" and ")}`,
    );
  }
  const runs = times.map((time) => fitting(files, backups, time));
  const chosen = runs.find((one) => Array.isArray(one));
  if (!chosen) {
    const [{ of, file }] = runs as Backup[];
    return refuse(
      io,
      `${of.path} was edited since, so nothing was restored; what was there before is ${file}`,
    );
  }
  const { written, problem } = replaceFiles(
    io,
    chosen.map(({ of: { file, path, bytes }, bytes: after }) => ({
      file,
      path,
      before: bytes,
      after,
    })),
  );
  for (const one of chosen) {
    if (!written.some(({ file }) => file === one.of.file)) continue;
    say(io, `restored ${one.of.path} as it was before ${one.time}`);
    discard(io, one.file);
  }
  return problem === undefined ? 0 : refuse(io, problem);
}

/** The backups of a run, if its files are still as it has written them; else one of a file that is not. */
function fitting(
  files: readonly Backup["of"][],
  backups: readonly Backup[],
  time: string,
): Backup[] | Backup {
  const chosen: Backup[] = [];
  for (const of of files) {
    const own = backups.filter((one) => one.of === of && one.time === time);
    if (own.length === 0) continue;
    const digest = digestOf(of.bytes);
    const fit = own.find((one) => one.digest === digest);
    if (!fit) return own[0];
    chosen.push(fit);
  }
  return chosen;
}

/** The backups of a file, but for those that hold what it holds: a run that was killed leaves such. */
function backupsOf(io: Io, of: Backup["of"]): readonly Backup[] {
  const { dirname, basename, join } = pathsOf(io);
  const target = io.disk.realpathSync(of.file);
  const start = `${basename(target)}.awscfg-`;
  return io.list(dirname(target)).flatMap((name) => {
    if (!name.startsWith(start)) return [];
    const parts = /^(\d{8}T\d{6}Z)-([0-9a-f]{16})\.bak$/.exec(
      name.slice(start.length),
    );
    if (!parts) return [];
    const [, time, digest] = parts;
    const file = join(dirname(target), name);
    const reading = io.readFile(file);
    if (!("bytes" in reading)) return [];
    const { bytes } = reading;
    return digestOf(bytes) === digestOf(of.bytes)
      ? []
      : [{ of, file, time, digest, bytes }];
  });
}

function discard(io: Io, file: string): void {
  try {
    io.disk.unlinkSync(file);
  } catch {
    say(io, `${file} is no longer needed, and could not be removed`);
  }
}
