import type { Property, Section } from "../model/document.ts";
import type { Group } from "../readers/compare.ts";
import type { FileView, Setting, Settings, View } from "../readers/view.ts";

/** A line of a file as a client sees it. */
export interface Seen {
  readonly setting: Setting;
  readonly group: Group;
  /** The section in which the client sees it. */
  readonly name: string;
  /** Flat: `s3.addressing_style`. */
  readonly key: string;
  /** A setting of the other file or further down has taken its place. */
  readonly shadowed: boolean;
}

/** Finds what a client makes of a line, or nothing when it does not see it. */
export type Finder = (property: Property) => Seen | undefined;

/** The group in which a section of this type is read. */
export function groupOf({ type }: Section): Group {
  return type === "sso-session"
    ? "sessions"
    : type === "services"
    ? "services"
    : "profiles";
}

/** Looks where a person would first, and everywhere only when it is not there. */
export function finderOf(view: View): Finder {
  let everywhere: ReadonlyMap<string, Seen> | undefined;
  return (property) =>
    whereMeant(view, property) ??
      (everywhere ??= allSeen(view)).get(at(property.keySpan));
}

function whereMeant(view: View, property: Property): Seen | undefined {
  const { section, parent } = property;
  const group = groupOf(section);
  const within = (
    source: FileView | View | undefined,
  ): [string, Setting] | undefined => {
    const settings = source?.[group].get(section.name);
    if (!parent) return pick(settings, property);
    const block = pick(settings, parent);
    const inner = pick(block?.[1].nested, property);
    return block && inner && [`${block[0]}.${inner[0]}`, inner[1]];
  };
  const found = within(view.files[section.document.kind]);
  if (!found || found[1].start !== property.keySpan.start) return undefined;
  const [key, setting] = found;
  const wins = within(view)?.[1];
  const shadowed = wins?.start !== setting.start || wins.path !== setting.path;
  return { setting, group, name: section.name, key, shadowed };
}

function pick(
  settings: Settings | undefined,
  { name, key }: Property,
): [string, Setting] | undefined {
  const exact = settings?.get(key);
  if (exact) return [key, exact];
  const folded = settings?.get(name);
  return folded && [name, folded];
}

function allSeen(view: View): ReadonlyMap<string, Seen> {
  const found = new Map<string, Seen>();
  const files = [view.files.config, view.files.credentials];
  for (const [shadowed, sources] of [[true, files], [false, [view]]] as const) {
    for (const source of sources) {
      if (!source) continue;
      for (const group of ["profiles", "sessions", "services"] as const) {
        for (const [name, settings] of source[group]) {
          for (const [key, setting] of settings) {
            found.set(at(setting), { setting, group, name, key, shadowed });
            for (const [sub, nested] of setting.nested ?? []) {
              found.set(at(nested), {
                setting: nested,
                group,
                name,
                key: `${key}.${sub}`,
                shadowed,
              });
            }
          }
        }
      }
    }
  }
  return found;
}

function at({ path, start }: { path: string; start: number }): string {
  return `${start}:${path}`;
}
