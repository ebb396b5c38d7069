import type { Workspace } from "../model/document.ts";
import {
  type Difference,
  eachDifference,
  type Sameness,
  sameness,
} from "../readers/compare.ts";
import { counts } from "../readers/counts.ts";
import { view } from "../readers/read.ts";
import {
  type Client,
  clients,
  type Setting,
  type Settings,
  type View,
} from "../readers/view.ts";
import { applyFixes } from "./fix.ts";
import { mapBack, type Places, placesIn } from "./fix_places.ts";
import type { Diagnostic } from "./lint.ts";

/** What a fix changes for a client that it worked for, or brings to life that nobody reads today. */
export interface Change {
  readonly client: Client;
  /** `profile dev`, `sso-session corp`, `services local`. */
  readonly section: string;
  readonly key?: string;
  readonly what: "changes" | "vanishes" | "comes to life";
}

/** A change, and where it shows. */
export interface Charge {
  readonly change: Change;
  /** Numbers of the sections in which it lies. */
  readonly sections: readonly number[];
  /** The lines on which it lies. */
  readonly lines: readonly number[];
}

/** What the clients read before any fix. */
export interface Reading {
  readonly workspace: Workspace;
  readonly views: readonly View[];
  readonly same: Sameness;
  /** Whether some client reads a section, or a setting of that value, today. */
  readonly alive: (difference: Difference) => boolean;
  readonly places: Places;
}

/** Reads the files as every client does. */
export function readBefore(workspace: Workspace): Reading {
  const views = clients.map((client) => view(client, workspace));
  const alive = ({ group, name, key, after }: Difference) =>
    views.some((one) => {
      const settings = one[group].get(name);
      if (!settings || key === undefined) return settings !== undefined;
      return find(settings, key)?.value === after?.value;
    });
  return {
    workspace,
    views,
    same: sameness(),
    alive,
    places: placesIn(workspace.documents),
  };
}

/** What fixes made together change, for the worse or out of nothing, and where. */
export function changesOf(
  { workspace, views, same, alive, places: { sectionAt, lineAt } }: Reading,
  fixable: readonly Diagnostic[],
): readonly Charge[] {
  const after = applyFixes(workspace, fixable.map(({ fix }) => fix!));
  const back = mapBack(fixable);
  const found: Charge[] = [];
  for (const before of views) {
    const now = view(before.client, after);
    const visit = (difference: Difference) => {
      const what = judgement(difference, before, alive);
      if (!what) return;
      const places = [
        ...placesOf(
          difference.before,
          difference.section?.was ? difference.section.settings : undefined,
        ),
        ...placesOf(
          difference.after,
          difference.section && !difference.section.was
            ? difference.section.settings
            : undefined,
        )
          .map(({ path, start }) => ({ path, start: back(path, start) })),
      ];
      found.push({
        change: {
          client: before.client,
          section: titleOf(difference),
          ...(difference.key === undefined ? {} : { key: difference.key }),
          what,
        },
        sections: [...new Set(places.map(sectionAt))],
        // A whole section comes and goes for the sake of its header as well.
        lines: difference.section ? [] : [...new Set(places.map(lineAt))],
      });
    };
    eachDifference(before, now, { same, visit });
  }
  return found;
}

function judgement(
  difference: Difference,
  before: View,
  alive: Reading["alive"],
): Change["what"] | undefined {
  const { group, key, section } = difference;
  if (section) {
    if (section.was) return "vanishes";
    return alive(difference) ? undefined : "comes to life";
  }
  const did = difference.before &&
    counts(before, { group, key: key! }, difference.before);
  if (did) return difference.after ? "changes" : "vanishes";
  // An invalid value made valid under its own key is no new setting.
  if (difference.before || alive(difference)) return undefined;
  return "comes to life";
}

function placesOf(
  setting: Setting | undefined,
  settings: Settings | undefined,
): readonly { path: string; start: number }[] {
  if (setting) return [setting];
  return settings ? [...settings.values()] : [];
}

function titleOf({ group, name }: Difference): string {
  return `${
    group === "profiles"
      ? "profile"
      : group === "sessions"
      ? "sso-session"
      : "services"
  } ${name}`;
}

/** Numbers of the sections that a fix touches. */
export function sectionsOf(
  { places }: Reading,
  { fix }: Diagnostic,
): readonly number[] {
  return [
    ...new Set(fix!.edits.map(({ span }) => places.sectionAt(span))),
  ];
}

function find(settings: Settings, key: string): Setting | undefined {
  const found = settings.get(key);
  if (found) return found;
  const dot = key.indexOf(".");
  return dot === -1
    ? undefined
    : settings.get(key.slice(0, dot))?.nested?.get(key.slice(dot + 1));
}
