import type {
  Document,
  Property,
  Section,
  Workspace,
} from "../model/document.ts";
import { meaning } from "../model/meaning.ts";
import { known, refusal } from "../readers/counts.ts";
import { resolve, view } from "../readers/read.ts";
import type { Resolution } from "../readers/resolve.ts";
import {
  type Client,
  clients,
  type Setting,
  type View,
} from "../readers/view.ts";
import type { Diagnostic } from "./lint.ts";
import { type Finder, finderOf, groupOf } from "./seen.ts";

/**
 * What a client makes of the place of a finding: `error` it refuses the file, the profile or the
 * value; `ignored` it does not see the setting; `different` it reads another value than a person
 * would; `ok` it reads it as meant.
 */
export type Status = "error" | "ignored" | "different" | "ok";

/** A status with what it rests on. */
export interface Effect {
  readonly status: Status;
  /** What is refused, for `error`. */
  readonly refuses?: "file" | "profile" | "value";
  /** The value that is read, for `different`. Not masked. */
  readonly reads?: string;
  /** The key under which it is read. */
  readonly key?: string;
}

/** What every client makes of the place of a finding. */
export type Effects = Readonly<Record<Client, Effect>>;

/** Computes the effects of findings from the readers, the resolvers and the value checks. */
export function effectsOf(
  workspace: Workspace,
  found: readonly Diagnostic[],
): ReadonlyMap<Diagnostic, Effects> {
  const made = new Map<Diagnostic, Effects>();
  const places = new Map(
    workspace.documents.map((document) => [document.path, document]),
  );
  const readings = clients.map((client) => reading(workspace, client));
  for (const diagnostic of found) {
    const document = places.get(diagnostic.span.path);
    if (!document) continue;
    const place = placeOf(document, diagnostic);
    const effects: Partial<Record<Client, Effect>> = {};
    for (const one of readings) effects[one.view.client] = effect(one, place);
    made.set(diagnostic, effects as Effects);
  }
  return made;
}

interface Place {
  readonly document: Document;
  readonly section?: Section;
  readonly property?: Property;
}

interface Reading {
  readonly view: View;
  readonly find: Finder;
  readonly resolve: (profile: string) => Resolution;
}

function reading(workspace: Workspace, client: Client): Reading {
  const of = view(client, workspace);
  return {
    view: of,
    find: finderOf(of),
    resolve: (profile) => resolve(client, workspace, profile),
  };
}

/** The setting or section that a finding is about. */
function placeOf(document: Document, { span }: Diagnostic): Place {
  const { sections, lines } = document;
  const section = last(
    sections,
    ({ firstLine }) => lines[firstLine].start <= span.start,
  );
  if (!section || span.start === span.end && span.start === 0) {
    return { document };
  }
  const property = last(
    section.properties,
    ({ line }) => lines[line].start <= span.start,
  );
  if (!property || lines[property.endLine - 1].end <= span.start) {
    return { document, section };
  }
  const child = last(
    property.children,
    ({ line }) => lines[line].start <= span.start,
  );
  return { document, section, property: child ?? property };
}

function last<T>(
  items: readonly T[],
  holds: (item: T) => boolean,
): T | undefined {
  let low = -1;
  let high = items.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (holds(items[middle])) low = middle;
    else high = middle - 1;
  }
  return items[low];
}

function effect(reading: Reading, place: Place): Effect {
  const { view } = reading;
  if (view.error || view.files[place.document.kind]?.error) {
    return { status: "error", refuses: "file" };
  }
  if (place.property) return onProperty(reading, place.property);
  return place.section ? onSection(reading, place.section) : { status: "ok" };
}

function onProperty(reading: Reading, property: Property): Effect {
  const { view } = reading;
  const found = reading.find(property);
  if (!found) return { status: "ignored" };
  const { setting, group, name, key, shadowed } = found;
  if (
    !shadowed && !setting.nested &&
    refusal(view, { group, key }, setting) !== undefined &&
    known(view, { group, key })
  ) {
    return { status: "error", refuses: "value" };
  }
  if (group === "profiles" && fails(reading.resolve(name), setting)) {
    return { status: "error", refuses: "profile" };
  }
  if (shadowed || !known(view, { group, key })) return { status: "ignored" };
  if (setting.nested || setting.value === meaning(property)) {
    return { status: "ok" };
  }
  return { status: "different", reads: setting.value, key: setting.key };
}

/** Whether a profile, or the one that it starts from, fails for the sake of a setting. */
function fails(resolution: Resolution, setting: Setting): boolean {
  if ("error" in resolution) {
    return resolution.from.some((one) =>
      one.start === setting.start && one.path === setting.path
    );
  }
  return resolution.source === "role" && fails(resolution.base, setting);
}

function onSection({ find, resolve }: Reading, section: Section): Effect {
  const { properties, name } = section;
  const found = properties.map(find).filter((one) => one !== undefined);
  if (properties.length > 0 && found.length === 0) return { status: "ignored" };
  const group = groupOf(section);
  if (found.some((one) => one.name !== name || one.group !== group)) {
    return { status: "different" };
  }
  if (group === "profiles" && properties.length > 0) {
    const resolution = resolve(name);
    if ("error" in resolution && resolution.error !== "profile-missing") {
      return { status: "error", refuses: "profile" };
    }
    // The settings are seen, and nothing comes of them: the client looks elsewhere.
    const wants = properties.some(({ name }) => signIn.has(name));
    const got = !("error" in resolution) && resolution.source;
    if (wants && (got === "none" || got === "token")) {
      return { status: "ignored" };
    }
  }
  return { status: "ok" };
}

/** Settings that are there for credentials alone. */
const signIn: ReadonlySet<string> = new Set([
  "sso_start_url",
  "sso_region",
  "sso_account_id",
  "sso_role_name",
]);
