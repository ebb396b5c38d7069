import type { Effects } from "../lint/effect.ts";
import type { Diagnostic } from "../lint/lint.ts";
import type { Safety } from "../lint/safety.ts";
import type { Workspace } from "../model/document.ts";

/** What the clients make of findings. */
export type FindEffects = (
  workspace: Workspace,
  found: readonly Diagnostic[],
) => ReadonlyMap<Diagnostic, Effects>;

/** Nobody asks. */
export const noEffects: FindEffects = () => new Map();

/** Asks the clients; loaded only where somebody wants to know and there is something to ask of. */
export async function loadEffects(): Promise<FindEffects> {
  const { effectsOf } = await import("../lint/effect.ts");
  return (workspace, found) =>
    found.length === 0 ? new Map() : effectsOf(workspace, found);
}

/** Which fixes are safe; loaded only where there is something to repair. */
export async function safetyOfFixes(
  workspace: Workspace,
  diagnostics: readonly Diagnostic[],
): Promise<ReadonlyMap<Diagnostic, Safety>> {
  const fixable = diagnostics.filter(({ fix }) => fix);
  if (fixable.length === 0) return new Map();
  const { safetyOf } = await import("../lint/safety.ts");
  return safetyOf(workspace, fixable);
}
