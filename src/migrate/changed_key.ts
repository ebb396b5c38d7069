import type { Setting, Settings } from "../readers/view.ts";
import { moving } from "./worsens.ts";

/** Which key a section has lost or changed, but for those that the migration moves. */
export type ChangedKey = (
  before: Settings,
  after: Settings,
) => string | undefined;

/**
 * Compares settings, and remembers of each the last answer: plain sections are one and the same map
 * for all clients, which ask one after the other.
 */
export function changedKeys(): ChangedKey {
  const known = new Map<
    Settings,
    { readonly after: Settings; readonly key: string | undefined }
  >();
  return (before, after) => {
    if (before === after) return undefined;
    const last = known.get(before);
    if (last?.after === after) return last.key;
    const key = compare(before, after);
    known.set(before, { after, key });
    return key;
  };
}

function compare(before: Settings, after: Settings): string | undefined {
  for (const [key, was] of before) {
    if (!moves(key) && !equal(was, after.get(key))) return key;
  }
  for (const key of after.keys()) {
    if (!before.has(key) && !moves(key)) return key;
  }
  return undefined;
}

/** Keys as the clients spell them: some keep capitals. */
function moves(key: string): boolean {
  return moving.has(key) || moving.has(key.toLowerCase());
}

function equal(a: Setting, b: Setting | undefined): boolean {
  if (b === undefined || a.value !== b.value || !a.nested !== !b.nested) {
    return false;
  }
  if (!a.nested) return true;
  return a.nested.size === b.nested!.size &&
    [...a.nested].every(([key, one]) => equal(one, b.nested!.get(key)));
}
