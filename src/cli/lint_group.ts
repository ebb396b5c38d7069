import { type Diagnostic, lint, type LintOptions } from "../lint/lint.ts";
import type { Rule } from "../lint/rule.ts";
import type { Safety } from "../lint/safety.ts";
import {
  type Document,
  openDocuments,
  type Workspace,
} from "../model/document.ts";
import type { Arguments } from "./arguments.ts";
import {
  type Judged,
  sayChanges,
  showDiff,
  writeBack,
  writeStdin,
} from "./fix_output.ts";
import { hostOf } from "./host.ts";
import type { Io } from "./io.ts";
import { say } from "./say.ts";
import type { Group } from "./sources.ts";

/** How files are linted. */
export interface LintSettings {
  readonly flags: Arguments["flags"];
  readonly rules: readonly Rule[];
  readonly known: readonly string[];
}

/** What became of the files of a group. */
export interface Linted {
  readonly documents: readonly Document[];
  /** How many of them were named. */
  readonly files: number;
  readonly diagnostics: readonly Diagnostic[];
  readonly safety: ReadonlyMap<Diagnostic, Safety>;
  /** How many findings were repaired. */
  readonly fixed: number;
  /** Standard input is one of them. */
  readonly stdin: boolean;
  /** 1 where a diff shows something, 2 where nothing could be written. */
  readonly status: 0 | 1 | 2;
}

/** Lints the files that are read together, and repairs them if asked. */
export async function lintGroup(
  io: Io,
  group: Group,
  { flags, rules, known }: LintSettings,
): Promise<Linted> {
  const workspace = openDocuments(group.files);
  const options: LintOptions = {
    known,
    ...(flags.has("client")
      ? {
        settings: { clients: flags.get("client") } as LintOptions["settings"],
      }
      : {}),
    ...(group.own ? { host: hostOf(io, group) } : {}),
  };
  const named = new Set(
    group.files.filter(({ named }) => named).map(({ path }) => path),
  );
  const ours = ({ span }: Diagnostic) => named.has(span.path);
  // Nothing is written into a file that was not named.
  const may = ({ fix }: Diagnostic) =>
    fix !== undefined && fix.edits.every(({ span }) => named.has(span.path)) &&
    (fix.reencode ?? []).every((path) => named.has(path));
  const rest = async (at: Workspace, found: readonly Diagnostic[]) => {
    const diagnostics = found.filter(ours);
    return {
      documents: at.documents,
      files: named.size,
      diagnostics,
      safety: await judge(at, diagnostics),
      fixed: 0,
      stdin: group.files.some(({ stdin }) => stdin),
      status: 0 as const,
    };
  };
  const asked = flags.has("diff") ? "diff" : flags.has("fix") ? "fix" : "none";
  if (asked === "none") {
    return await rest(workspace, lint(workspace, rules, options));
  }

  const { fixAll } = await import("../lint/fix.ts");
  const { safetyOf } = await import("../lint/safety.ts");
  const unsafe = flags.has("unsafe-fixes");
  const judged: Judged[] = [];
  const fixed = fixAll(workspace, rules, {
    ...options,
    allowed: (at, found) => {
      const ready = found.filter((one) => ours(one) && may(one));
      const safety = safetyOf(at, ready);
      if (unsafe) judged.push({ workspace: at, safety });
      return new Set(
        ready.filter((one) => unsafe || safety.get(one)?.safe),
      );
    },
  });
  if (fixed.restless) {
    say(
      io,
      "the fixes undo each other, so nothing was written; please report this",
    );
    writeStdin(io, group, workspace);
    return {
      ...await rest(workspace, lint(workspace, rules, options)),
      status: 2,
    };
  }
  if (!flags.has("quiet")) sayChanges(io, fixed.applied, judged);
  if (asked === "diff") {
    const changed = showDiff(io, workspace, fixed.workspace);
    return {
      ...await rest(fixed.workspace, fixed.diagnostics),
      fixed: fixed.applied.length,
      status: changed ? 1 : 0,
    };
  }

  const { now, problem } = await writeBack(io, group, {
    before: workspace,
    fixed,
    backup: unsafe,
  });
  writeStdin(io, group, now);
  if (problem === undefined) {
    return {
      ...await rest(now, fixed.diagnostics),
      fixed: fixed.applied.length,
    };
  }
  say(io, problem);
  return { ...await rest(now, lint(now, rules, options)), status: 2 };
}

/** Which fixes are safe; the readers are loaded only where there is something to repair. */
async function judge(
  workspace: Workspace,
  diagnostics: readonly Diagnostic[],
): Promise<ReadonlyMap<Diagnostic, Safety>> {
  const fixable = diagnostics.filter(({ fix }) => fix);
  if (fixable.length === 0) return new Map();
  const { safetyOf } = await import("../lint/safety.ts");
  return safetyOf(workspace, fixable);
}
