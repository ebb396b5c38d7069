import {
  baselineText,
  countedOf,
  type Known,
  type Placed,
  placed,
  readBaseline,
  withoutKnown,
} from "../lint/baseline.ts";
import { printable } from "../text/printable.ts";
import { plural } from "../report/summary.ts";
import { pathsOf } from "./home.ts";
import type { Io } from "./io.ts";
import type { Linted } from "./lint_group.ts";
import { saveText } from "./save_text.ts";

/** The findings that a baseline does not know, and what is to be said about it. */
export interface Baselined {
  readonly linted: readonly Linted[];
  readonly remarks: readonly string[];
}

/** So many entries that are stale are named. */
const NAMED = 10;

/** Leaves out what the baseline knows; with `write` it knows everything from then on. */
export function applyBaseline(
  io: Io,
  linted: readonly Linted[],
  { file, write, ran }: {
    readonly file: string;
    readonly write: boolean;
    /** Ids of the rules that ran: of the others nothing is known. */
    readonly ran: ReadonlySet<string>;
  },
): Baselined | { readonly problem: string } {
  const { resolve, dirname, relative, sep } = pathsOf(io);
  const target = resolve(io.cwd, file);
  const nameOf = (path: string) => {
    const name = relative(dirname(target), resolve(io.cwd, path));
    return sep === "\\" ? name.replaceAll("\\", "/") : name;
  };
  const reading = io.readFile(target);
  let known: readonly Known[] = [];
  if ("bytes" in reading) {
    const read = readBaseline(new TextDecoder().decode(reading.bytes));
    if (!read) return { problem: `${file} is no baseline of awscfg` };
    known = read;
  } else if (reading.problem !== "missing") {
    return { problem: `${file} cannot be read (${reading.code})` };
  } else if (!write) {
    return {
      problem: `${file} does not exist: --write-baseline makes it`,
    };
  }

  const found = linted.map((one) => placesOf(one, nameOf));
  const paths = new Set(
    linted.flatMap(({ paths }) => paths.map((path) => nameOf(path))),
  );
  const about = ({ path, rule }: Known) => paths.has(path) && ran.has(rule);
  if (write) {
    const all = [
      ...known.filter((one) => !about(one)),
      ...countedOf(found.flat()),
    ];
    const problem = saveText(io, file, { text: baselineText(all) });
    if (problem !== undefined) return { problem };
    const count = found.flat().length;
    return {
      linted: linted.map((one) => ({ ...one, diagnostics: [] })),
      remarks: [`${file} knows ${plural(count, "finding")} now`],
    };
  }

  const stale: Known[] = [];
  const rest = found.map((own, at) => {
    const here = new Set(own.map(({ place }) => place.path));
    for (const path of linted[at].paths) here.add(nameOf(path));
    const result = withoutKnown(
      known.filter((one) => about(one) && here.has(one.path)),
      own,
    );
    stale.push(...result.stale);
    return { ...linted[at], diagnostics: result.left };
  });
  return { linted: rest, remarks: staleRemarks(file, stale) };
}

function placesOf(
  { documents, diagnostics }: Linted,
  nameOf: (path: string) => string,
): readonly Placed[] {
  const byPath = new Map(documents.map((one) => [one.path, one]));
  return diagnostics.map((diagnostic) => {
    const { path } = diagnostic.span;
    return placed(byPath.get(path)!, diagnostic, nameOf(path));
  });
}

function staleRemarks(
  file: string,
  stale: readonly Known[],
): readonly string[] {
  if (stale.length === 0) return [];
  const named = stale.slice(0, NAMED).map((one) =>
    `${file} knows ${one.count} more than there is: ${one.rule} in ${
      printable([one.path, one.section, one.key].filter(Boolean).join(", "))
    }`
  );
  const more = stale.length - named.length;
  return [
    ...named,
    `${
      more > 0 ? `and ${more} more; ` : ""
    }--write-baseline takes out what is gone`,
  ];
}
