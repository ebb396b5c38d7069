import type { Effects } from "../lint/effect.ts";
import { type Diagnostic, lint, type LintOptions } from "../lint/lint.ts";
import { matters } from "../lint/matters.ts";
import type { Severity } from "../lint/rule.ts";
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
import type { GroupSettings } from "./project.ts";
import { say } from "./say.ts";
import type { Group } from "./sources.ts";
import { loadEffects, noEffects, safetyOfFixes } from "./verdicts.ts";

/** How files are linted. */
export interface LintSettings {
  readonly flags: Arguments["flags"];
  readonly known: readonly string[];
  readonly project: GroupSettings;
  /** Whether a format tells what each client does. */
  readonly tellsClients: boolean;
  /** Whether findings of a severity make the status 1. */
  readonly counts: (severity: Severity) => boolean;
}

/** What became of the files of a group. */
export interface Linted {
  readonly documents: readonly Document[];
  /** The files of them that were named. */
  readonly paths: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
  readonly safety: ReadonlyMap<Diagnostic, Safety>;
  /** What the clients do, where that was asked for. */
  readonly effects: ReadonlyMap<Diagnostic, Effects>;
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
  { flags, known, project, tellsClients, counts }: LintSettings,
): Promise<Linted> {
  const workspace = openDocuments(group.files);
  const { rules, settings, levels } = project;
  const { clients } = settings;
  const options: LintOptions = {
    known,
    settings,
    levels,
    now: io.now(),
    ...(group.own ? { host: hostOf(io, group) } : {}),
  };
  const paths = group.files.filter(({ named }) => named).map(({ path }) =>
    path
  );
  const named = new Set(paths);
  const asksClients = clients.length > 0 || tellsClients;
  let effectsOf = noEffects;
  /** Those of the named files that matter to the named clients. */
  const ours = (at: Workspace, found: readonly Diagnostic[]) => {
    const own = found.filter(({ span }) => named.has(span.path));
    const effects = effectsOf(at, own);
    const left = own.filter((one) => matters(effects.get(one), clients));
    return { diagnostics: left, effects };
  };
  // Nothing is written into a file that was not named.
  const may = ({ fix }: Diagnostic) =>
    fix !== undefined && fix.edits.every(({ span }) => named.has(span.path)) &&
    (fix.reencode ?? []).every((path) => named.has(path));
  const rest = async (at: Workspace, found: readonly Diagnostic[]) => {
    const { diagnostics, effects } = ours(at, found);
    return {
      documents: at.documents,
      paths,
      diagnostics,
      effects,
      safety: await safetyOfFixes(at, diagnostics),
      fixed: 0,
      stdin: group.files.some(({ stdin }) => stdin),
      status: 0 as const,
    };
  };
  const diff = flags.has("diff");
  const reason = flags.get("add-ignore")?.at(-1);
  const repairs = reason === undefined && (diff || flags.has("fix"));
  const first = repairs ? [] : lint(workspace, rules, options);
  // A clean file is done without asking any client.
  if (asksClients && (repairs || first.length > 0)) {
    effectsOf = await loadEffects();
  }
  if (reason !== undefined) return await addIgnores(reason);
  if (!repairs) return await rest(workspace, first);

  const { fixAll } = await import("../lint/fix.ts");
  const { safetyOf } = await import("../lint/safety.ts");
  const unsafe = flags.has("unsafe-fixes");
  const judged: Judged[] = [];
  const fixed = fixAll(workspace, rules, {
    ...options,
    allowed: (at, found) => {
      const ready = ours(at, found).diagnostics.filter(may);
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
  return await finish(fixed.workspace, {
    found: fixed.diagnostics,
    fixed: fixed.applied.length,
    backup: unsafe,
  });

  async function addIgnores(reason: string): Promise<Linted> {
    const { silence } = await import("./silence.ts");
    const found = ours(workspace, first).diagnostics;
    const { workspace: after } = silence(io, workspace, {
      found: found.filter(({ severity }) => counts(severity)),
      reason,
      quiet: flags.has("quiet"),
      diff,
    });
    return await finish(after, {
      found: lint(after, rules, options),
      fixed: 0,
      backup: false,
    });
  }

  /** Shows or writes what has changed, and tells what is found then. */
  async function finish(
    after: Workspace,
    { found, fixed, backup }: {
      readonly found: readonly Diagnostic[];
      readonly fixed: number;
      readonly backup: boolean;
    },
  ): Promise<Linted> {
    if (diff) {
      const changed = showDiff(io, workspace, after);
      return { ...await rest(after, found), fixed, status: changed ? 1 : 0 };
    }
    const { now, problem } = await writeBack(io, group, {
      before: workspace,
      after,
      backup,
    });
    writeStdin(io, group, now);
    if (problem === undefined) return { ...await rest(now, found), fixed };
    say(io, problem);
    return { ...await rest(now, lint(now, rules, options)), status: 2 };
  }
}
