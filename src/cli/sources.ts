import type { Kind, Source } from "../model/document.ts";
import { pathsOf } from "./home.ts";
import type { Io, Reading } from "./io.ts";
import { ownFiles } from "./own_files.ts";

/** A file as it was read. */
export interface FileRead extends Source {
  /** Where it stands; standard input stands nowhere. */
  readonly file?: string;
  /** Its bytes came from standard input. */
  readonly stdin?: true;
  /** Findings are told for it. The other file of its folder is read, but nothing is said of it. */
  readonly named: boolean;
}

/** Files that are read together: the two of a folder, or one alone. */
export interface Group {
  readonly files: readonly FileRead[];
  /** They are the user's own, so rules about the machine run too. */
  readonly own: boolean;
}

/** What there is to lint. */
export interface Sources {
  readonly groups: readonly Group[];
  /** What makes the status 2; the rest is linted all the same. */
  readonly problems: readonly string[];
  readonly warnings: readonly string[];
}

/** What the user named. */
export interface Named {
  readonly operands: readonly string[];
  readonly kind?: Kind;
  readonly stdinFilename?: string;
  /** What is done with the files: "lint", if nothing else is said. */
  readonly purpose?: string;
}

const kinds: readonly Kind[] = ["config", "credentials"];

/** Reads what was named, or the user's own two files. */
export function readSources(io: Io, named: Named): Sources {
  return named.operands.length === 0
    ? ownSources(io, named)
    : namedSources(io, named);
}

function ownSources(io: Io, { purpose = "lint" }: Named): Sources {
  const { files, problems, warnings } = ownFiles(io);
  const read: FileRead[] = [];
  const wrong = [...problems];
  for (const { kind, file, variable } of files) {
    const reading = io.readFile(file);
    const path = shownPath(io, file);
    if ("bytes" in reading) {
      read.push({ path, kind, bytes: reading.bytes, file, named: true });
    } else if (reading.problem !== "missing") {
      wrong.push(problemOf(path, reading));
    } else if (variable) {
      warnings.push(`${variable} names ${path}, which does not exist`);
    }
  }
  if (read.length === 0 && wrong.length === 0) {
    warnings.push(
      `There is nothing to ${purpose}: neither ${
        files.map(({ file }) => shownPath(io, file)).join(" nor ")
      } exists`,
    );
  }
  return {
    groups: read.length > 0 ? [{ files: read, own: true }] : [],
    problems: wrong,
    warnings,
  };
}

/** The files of a folder, or a file that belongs to none. */
interface Slot {
  readonly folder?: string;
  readonly files: Map<Kind, FileRead>;
}

function namedSources(
  io: Io,
  { operands, kind, stdinFilename }: Named,
): Sources {
  const { resolve, join, dirname, basename } = pathsOf(io);
  const slots = new Map<string, Slot>();
  const problems: string[] = [];
  const warnings: string[] = [];

  const add = (
    file: string | undefined,
    bytes: Uint8Array,
    stdin?: { readonly stdin: true },
  ) => {
    const base = file === undefined ? "" : basename(file);
    const is = kind ?? kindOf(base);
    const paired = file !== undefined && base === is;
    const key = paired ? `${dirname(file)}\n` : file ?? "-";
    const slot = slots.get(key) ??
      { ...(paired ? { folder: dirname(file) } : {}), files: new Map() };
    slots.set(key, slot);
    slot.files.set(is, {
      path: file === undefined ? "<stdin>" : shownPath(io, file),
      kind: is,
      bytes,
      named: true,
      ...stdin,
      ...(file === undefined ? {} : { file }),
    });
  };

  for (const operand of new Set(operands)) {
    if (operand === "-") {
      const file = stdinFilename === undefined
        ? undefined
        : resolve(io.cwd, stdinFilename);
      add(file, io.readStdin(), { stdin: true });
      continue;
    }
    const file = resolve(io.cwd, operand);
    const reading = io.readFile(file);
    if ("bytes" in reading) {
      add(file, reading.bytes);
    } else if (reading.problem !== "directory") {
      problems.push(problemOf(operand, reading));
    } else {
      let found = false;
      for (const name of kinds) {
        const inside = join(file, name);
        const reading = io.readFile(inside);
        if ("bytes" in reading) add(inside, reading.bytes);
        else if (reading.problem === "unreadable") {
          problems.push(problemOf(shownPath(io, inside), reading));
        } else continue;
        found = true;
      }
      if (!found) problems.push(emptyFolder(io, operand));
    }
  }
  return { groups: [...slots.values()].map(group), problems, warnings };

  function group({ folder, files }: Slot): Group {
    for (const other of folder === undefined ? [] : kinds) {
      if (files.has(other)) continue;
      const file = join(folder!, other);
      const reading = io.readFile(file);
      const path = shownPath(io, file);
      if ("bytes" in reading) {
        files.set(other, {
          path,
          kind: other,
          bytes: reading.bytes,
          file,
          named: false,
        });
      } else if (reading.problem === "unreadable") {
        warnings.push(
          `${path} beside it cannot be read (${reading.code}), so rules across both files see one alone`,
        );
      }
    }
    return {
      files: kinds.flatMap((one) => files.get(one) ?? []),
      own: false,
    };
  }
}

/** A base name that begins with `credentials` is a credentials file, any other a config file. */
function kindOf(base: string): Kind {
  return base.startsWith("credentials") ? "credentials" : "config";
}

/** As findings name it: from the working folder on, with `/`; absolute outside of it. */
export function shownPath(io: Io, file: string): string {
  const { relative, isAbsolute, sep } = pathsOf(io);
  const near = relative(io.cwd, file);
  const outside = near === "" || near === ".." || near.startsWith(`..${sep}`) ||
    isAbsolute(near);
  const shown = outside ? file : near;
  return sep === "\\" ? shown.replaceAll("\\", "/") : shown;
}

function problemOf(
  path: string,
  { problem, code }: Exclude<Reading, { bytes: Uint8Array }>,
): string {
  if (problem === "missing") return `${path} does not exist`;
  if (problem === "directory") return `${path} is a folder`;
  return code === "EACCES" || code === "EPERM"
    ? `${path} cannot be read: you have no permission (${code})`
    : `${path} cannot be read (${code})`;
}

function emptyFolder(io: Io, operand: string): string {
  const { resolve, join } = pathsOf(io);
  const inside = join(operand, ".aws");
  const near = io.stat(resolve(io.cwd, inside))?.kind === "directory"
    ? `; did you mean ${inside}?`
    : "";
  return `${operand} holds neither config nor credentials${near}`;
}
