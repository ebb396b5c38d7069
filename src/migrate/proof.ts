import { openDocuments, type Workspace } from "../model/document.ts";
import { differences, sameness } from "../readers/compare.ts";
import { refusal } from "../readers/counts.ts";
import { resolve, view } from "../readers/read.ts";
import type { Resolution } from "../readers/resolve.ts";
import type { Client, View } from "../readers/view.ts";
import { portal } from "../reference/portal.ts";
import { encode } from "../syntax/decode.ts";
import { applyEdits, type Fix } from "../text/edit.ts";
import type { Candidate } from "./candidate.ts";

/** A client that could not read the files before, so that there is nothing to compare. */
export interface Unproven {
  readonly client: Client;
  readonly message: string;
}

/** The outcome: profiles whose move changes something for a client, each with the reason. */
export interface Proof {
  readonly failures: ReadonlyMap<Candidate, string>;
  readonly unproven: readonly Unproven[];
}

/** Keys that the migration itself moves. */
const moving: ReadonlySet<string> = new Set([
  "sso_start_url",
  "sso_region",
  "sso_session",
  "sso_registration_scopes",
]);

/** The files after a fix. */
export function migrated(workspace: Workspace, { edits }: Fix): Workspace {
  return openDocuments(workspace.documents.map((document) => {
    const own = edits.filter(({ span }) => span.path === document.path);
    if (own.length === 0) return document;
    return {
      path: document.path,
      kind: document.kind,
      bytes: encode(applyEdits(document.text, own), document.encoding),
    };
  }));
}

/** Compares what every client makes of every profile before and after. */
export function prove(
  workspace: Workspace,
  fix: Fix,
  { clients, moved }: {
    clients: readonly Client[];
    moved: readonly Candidate[];
  },
): Proof {
  const after = migrated(workspace, fix);
  const failures = new Map<Candidate, string>();
  const unproven: Unproven[] = [];
  const same = sameness();
  const byProfile = new Map(
    moved.map((candidate) => [candidate.profile, candidate]),
  );
  for (const client of clients) {
    const before = view(client, workspace);
    if (before.error) {
      unproven.push({ client, message: before.error.message });
      continue;
    }
    const blame = (profile: string, reason: string) => {
      // A role profile fails for the sake of the profile that it starts from.
      const guilty = culprit(before, profile, byProfile);
      for (const candidate of guilty ? [guilty] : moved) {
        if (!failures.has(candidate)) {
          failures.set(candidate, `${client}: ${reason}`);
        }
      }
    };
    const now = view(client, after);
    if (now.error) {
      blame("", `could not read the file any more: ${now.error.message}`);
      continue;
    }
    for (
      const { group, name, key, section, before: was } of differences(
        before,
        now,
        same,
      )
    ) {
      if (group === "profiles") {
        if (section?.was) blame(name, `profile ${name} would vanish`);
        else if (!section && !moving.has(key!.toLowerCase())) {
          blame(name, `${key} of profile ${name} would change`);
        }
      } else if (section?.was || was) {
        blame(
          "",
          `${
            group === "sessions" ? "sso-session" : "services"
          } ${name} would change`,
        );
      }
    }
    for (const profile of before.profiles.keys()) {
      const reason = worsens(
        before,
        resolve(client, workspace, profile),
        resolve(client, after, profile),
      );
      if (reason) blame(profile, reason);
    }
  }
  return { failures, unproven };
}

/** The moved profile that a profile is, or starts from. */
function culprit(
  view: View,
  profile: string,
  moved: ReadonlyMap<string, Candidate>,
): Candidate | undefined {
  const seen = new Set<string>();
  let name: string | undefined = profile;
  while (name !== undefined && !seen.has(name)) {
    const found = moved.get(name);
    if (found) return found;
    seen.add(name);
    name = view.profiles.get(name)?.get("source_profile")?.value;
  }
  return undefined;
}

/** Why a profile that worked works no more, or otherwise. */
function worsens(
  before: View,
  was: Resolution,
  is: Resolution,
): string | undefined {
  if ("error" in was || was.source === "none" || !workable(before, was)) {
    return undefined;
  }
  if ("error" in is) return is.message;
  if (was.source !== is.source) {
    return `would take its credentials from ${is.source} and not from ${was.source}`;
  }
  if (was.source === "sso" && is.source === "sso") {
    if (was.account !== is.account || was.role !== is.role) {
      return "account or role would change";
    }
    if (was.region !== is.region) {
      return `sso_region would be "${is.region}" and not "${was.region}"`;
    }
    if (
      was.start_url !== is.start_url &&
      portal(was.start_url).canonical !== portal(is.start_url).canonical
    ) {
      return "the start URL would lead to another portal";
    }
    return undefined;
  }
  if (was.source === "role" && is.source === "role") {
    if (was.role_arn !== is.role_arn) return "role_arn would change";
    return worsens(before, was.base, is.base);
  }
  return undefined;
}

/** Whether what a client resolved can work at all: a region with a comment in it cannot. */
function workable(view: View, resolution: Resolution): boolean {
  if ("error" in resolution || resolution.source !== "sso") return true;
  return resolution.from.every((setting) =>
    !moving.has(setting.key) || setting.key === "sso_session" ||
    refusal(view, { group: "profiles", key: setting.key }, setting) ===
      undefined
  );
}
