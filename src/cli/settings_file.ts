import type { Rule } from "../lint/rule.ts";
import type { Settings } from "../lint/settings.ts";
import { homeOf, pathsOf } from "./home.ts";
import type { Io } from "./io.ts";
import { shownPath } from "./sources.ts";

const NAME = "awscfg.json";

/** A settings file, and the folder that its globs start from. */
export interface SettingsFile {
  readonly file: string;
  readonly folder: string;
  readonly settings: Settings;
}

/** Mistakes of settings files, each as a line. */
export interface SettingsError {
  readonly problems: readonly string[];
}

/** Finds the settings that count for a file; nothing where there are none. */
export type FindSettings = (
  file: string | undefined,
) => Promise<SettingsFile | SettingsError | undefined>;

/** Looks upward from a file, then in the user's own folder; each file is read once. */
export function settingsFinder(
  io: Io,
  { config, isolated, rules, seen }: {
    /** The file that counts for all, instead of looking. */
    readonly config?: string;
    readonly isolated: boolean;
    readonly rules: readonly Rule[];
    /** Takes up the files that are read. */
    readonly seen?: Set<string>;
  },
): FindSettings {
  const { resolve, join, dirname } = pathsOf(io);
  const home = homeOf(io).folder;
  const read = new Map<string, Promise<SettingsFile | SettingsError>>();
  const open = (file: string, folder: string, bytes: Uint8Array) => {
    seen?.add(file);
    let made = read.get(file);
    if (!made) {
      read.set(file, made = readFile(io, { file, folder, bytes, rules }));
    }
    return made;
  };
  const above = new Map<string, ReturnType<FindSettings>>();

  const find: FindSettings = async (file) => {
    if (isolated) return undefined;
    if (config !== undefined) {
      const named = resolve(io.cwd, config);
      const reading = io.readFile(named);
      return "bytes" in reading
        ? await open(named, dirname(named), reading.bytes)
        : { problems: [unreadable(config, reading.problem, reading.code)] };
    }
    const folder = file === undefined ? io.cwd : dirname(file);
    let known = above.get(folder);
    if (!known) above.set(folder, known = lookUp(folder));
    return await known;
  };
  return find;

  async function lookUp(
    folder: string,
  ): Promise<SettingsFile | SettingsError | undefined> {
    for (let at = folder;;) {
      const file = join(at, NAME);
      const reading = io.readFile(file);
      if ("bytes" in reading) return await open(file, at, reading.bytes);
      if (reading.problem === "unreadable") {
        return {
          problems: [
            unreadable(shownPath(io, file), reading.problem, reading.code),
          ],
        };
      }
      if (at === home || io.stat(join(at, ".git"))) break;
      const parent = dirname(at);
      if (parent === at) break;
      at = parent;
    }
    const own = ownFolder(io, home);
    if (own === undefined) return undefined;
    const file = join(own, "awscfg", NAME);
    const reading = io.readFile(file);
    if ("bytes" in reading) {
      return await open(file, home ?? own, reading.bytes);
    }
    return reading.problem === "unreadable"
      ? {
        problems: [
          unreadable(shownPath(io, file), reading.problem, reading.code),
        ],
      }
      : undefined;
  }
}

/** Where programs keep a user's settings; a relative `XDG_CONFIG_HOME` does not count. */
function ownFolder(io: Io, home: string | undefined): string | undefined {
  const { isAbsolute, join } = pathsOf(io);
  const named = io.env(
    io.platform === "windows" ? "APPDATA" : "XDG_CONFIG_HOME",
  );
  if (named && isAbsolute(named)) return named;
  if (io.platform === "windows" || home === undefined) return undefined;
  return join(home, ".config");
}

/** The readers of JSON and of its shape are loaded only where there is a file. */
async function readFile(
  io: Io,
  { file, folder, bytes, rules }: {
    readonly file: string;
    readonly folder: string;
    readonly bytes: Uint8Array;
    readonly rules: readonly Rule[];
  },
): Promise<SettingsFile | SettingsError> {
  const { readSettings } = await import("../lint/read_settings.ts");
  const text = new TextDecoder().decode(bytes);
  const read = readSettings(text, rules);
  if ("settings" in read) return { file, folder, settings: read.settings };
  const path = shownPath(io, file);
  return {
    problems: read.problems.map(({ position: { line, column }, message }) =>
      `${path}:${line}:${column}: ${message}`
    ),
  };
}

function unreadable(path: string, problem: string, code: string): string {
  return problem === "missing"
    ? `${path} does not exist`
    : problem === "directory"
    ? `${path} is a folder`
    : `${path} cannot be read (${code})`;
}
