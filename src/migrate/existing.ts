import type { Section, Workspace } from "../model/document.ts";
import { meaning } from "../model/meaning.ts";
import { portal } from "../reference/portal.ts";

/** What there is already. */
export interface Existing {
  readonly sessions: ReadonlyMap<string, readonly Section[]>;
  /** Those that are written once, with what they say. */
  readonly known: readonly Known[];
  /** Names that a new session must not have. */
  readonly taken: Iterable<string>;
}

/** An sso-session of the file. */
export interface Known {
  readonly section: Section;
  readonly startUrl: string;
  /** Equal for two spellings of one portal. */
  readonly canonical: string;
  readonly region: string;
  readonly scopes?: string;
  /** How many profiles name it. */
  readonly users: number;
}

/** Gathers sessions and names of both files. A session counts in config alone. */
export function existingOf({ documents }: Workspace): Existing {
  const sessions = new Map<string, Section[]>();
  const taken = new Set<string>();
  const users = new Map<string, number>();
  for (const { sections, kind } of documents) {
    for (const section of sections) {
      if (
        section.type === "sso-session" && kind === "config" &&
        section.form !== "glued"
      ) {
        const list = sessions.get(section.name);
        if (list) list.push(section);
        else sessions.set(section.name, [section]);
        continue;
      }
      taken.add(section.name);
      const named = section.properties.find(({ name }) =>
        name === "sso_session"
      );
      if (named) {
        users.set(meaning(named), (users.get(meaning(named)) ?? 0) + 1);
      }
    }
  }
  const known = [...sessions.values()].flatMap((all) =>
    all.length === 1 ? all.map((one) => read(one, users)) : []
  );
  return { sessions, known, taken };
}

function read(section: Section, users: ReadonlyMap<string, number>): Known {
  const get = (key: string) => {
    const property = section.properties.find(({ name }) => name === key);
    return property ? meaning(property) : undefined;
  };
  const scopes = get("sso_registration_scopes");
  const startUrl = get("sso_start_url") ?? "";
  return {
    section,
    startUrl,
    canonical: portal(startUrl).canonical,
    region: get("sso_region") ?? "",
    ...(scopes ? { scopes } : {}),
    users: users.get(section.name) ?? 0,
  };
}
