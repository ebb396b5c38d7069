import { maskRuns } from "../model/mask.ts";
import { refusal } from "../readers/counts.ts";
import type { Resolution } from "../readers/resolve.ts";
import { resolveView } from "../readers/read.ts";
import type { Setting, View } from "../readers/view.ts";
import { portal } from "../reference/portal.ts";

/** Keys that the migration itself moves. */
export const moving: ReadonlySet<string> = new Set([
  "sso_start_url",
  "sso_region",
  "sso_session",
  "sso_registration_scopes",
]);

/** Tells of a profile why it works no more, or otherwise, as a table says it. */
export function comparison(
  before: View,
  after: View,
): (profile: string) => string | undefined {
  const known = new Map<string, Map<string, boolean>>();
  /** A region with a comment in it cannot work; profiles share the few values there are. */
  const workable = (setting: Setting): boolean => {
    const { key, value } = setting;
    if (key === "sso_session" || !moving.has(key)) return true;
    let values = known.get(key);
    if (!values) known.set(key, values = new Map());
    let answer = values.get(value);
    if (answer === undefined) {
      answer = refusal(before, { group: "profiles", key }, setting) ===
        undefined;
      values.set(value, answer);
    }
    return answer;
  };
  // Nothing of it is kept, since a file may have ten thousand profiles.
  return (profile) => {
    const was = resolveView(before, profile);
    return worked(was, workable)
      ? worsens(was, resolveView(after, profile), workable)
      : undefined;
  };
}

/** Whether what a client resolved can work at all. */
function worked(
  was: Resolution,
  workable: (setting: Setting) => boolean,
): boolean {
  if ("error" in was || was.source === "none") return false;
  return was.source !== "sso" || was.from.every(workable);
}

function worsens(
  was: Resolution,
  is: Resolution,
  workable: (setting: Setting) => boolean,
): string | undefined {
  if ("error" in was || !worked(was, workable)) return undefined;
  if ("error" in is) return `it would fail: ${maskRuns(is.message)}`;
  if (was.source !== is.source) {
    return `it would take its credentials from ${is.source} and not from ${was.source}`;
  }
  if (was.source === "sso" && is.source === "sso") {
    if (was.account !== is.account || was.role !== is.role) {
      return "its account or role would change";
    }
    if (was.region !== is.region) {
      return `its sso_region would be "${maskRuns(is.region)}" and not "${
        maskRuns(was.region)
      }"`;
    }
    if (
      was.start_url !== is.start_url &&
      portal(was.start_url).canonical !== portal(is.start_url).canonical
    ) return "its start URL would lead to another portal";
    return undefined;
  }
  if (was.source === "role" && is.source === "role") {
    if (was.role_arn !== is.role_arn) return "its role_arn would change";
    return worsens(was.base, is.base, workable);
  }
  return undefined;
}
