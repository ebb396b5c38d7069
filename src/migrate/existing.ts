import type { Section, Workspace } from "../model/document.ts";
import { meaning } from "../model/meaning.ts";
import { portal } from "../reference/portal.ts";

/** What there is already. */
export interface Existing {
  readonly sessions: ReadonlyMap<string, readonly Section[]>;
  /** Those that are written once, with what they say. */
  readonly known: ReadonlyMap<string, Known>;
  /** Names that a new session must not have. */
  readonly taken: ReadonlySet<string>;
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
  // The crt client loses a session that is named like a profile.
  const taken = new Set(["default"]);
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
        taken.add(section.name);
        continue;
      }
      taken.add(section.name);
      const named = section.properties.find(({ name }) =>
        name === "sso_session"
      );
      if (!named) continue;
      const name = meaning(named);
      users.set(name, (users.get(name) ?? 0) + 1);
    }
  }
  const known = new Map(
    [...sessions].flatMap(([name, all]) =>
      all.length === 1
        ? [[name, read(all[0], users.get(name) ?? 0)] as const]
        : []
    ),
  );
  // A session that a profile names and nobody has written is not free for another portal.
  return { sessions, known, taken: new Set([...taken, ...users.keys()]) };
}

function read(section: Section, users: number): Known {
  const get = (key: string) => {
    const property = section.properties.find(({ name }) => name === key);
    return property ? meaning(property) : undefined;
  };
  const scopes = get("sso_registration_scopes");
  const startUrl = get("sso_start_url") ?? "";
  return {
    section,
    startUrl,
    canonical: startUrl === "" ? "" : portal(startUrl).canonical,
    region: get("sso_region") ?? "",
    ...(scopes ? { scopes } : {}),
    users,
  };
}
