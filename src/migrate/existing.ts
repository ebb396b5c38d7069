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
  /** The accounts of the profiles that name it, one for each. */
  readonly accounts: readonly string[];
}

/** Gathers sessions and names of both files. A session counts in config alone. */
export function existingOf({ documents }: Workspace): Existing {
  const sessions = new Map<string, Section[]>();
  // The crt client loses a session that is named like a profile.
  const taken = new Set(["default"]);
  const users = new Map<string, string[]>();
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
      const name = valueOf(section, "sso_session");
      if (name === undefined) continue;
      const account = valueOf(section, "sso_account_id") ?? "";
      const list = users.get(name);
      if (list) list.push(account);
      else users.set(name, [account]);
    }
  }
  const known = new Map(
    [...sessions].flatMap(([name, all]) =>
      all.length === 1
        ? [[name, read(all[0], users.get(name) ?? [])] as const]
        : []
    ),
  );
  // A session that a profile names and nobody has written is not free for another portal.
  return { sessions, known, taken: new Set([...taken, ...users.keys()]) };
}

function read(section: Section, accounts: readonly string[]): Known {
  const scopes = valueOf(section, "sso_registration_scopes");
  const startUrl = valueOf(section, "sso_start_url") ?? "";
  return {
    section,
    startUrl,
    canonical: startUrl === "" ? "" : portal(startUrl).canonical,
    region: valueOf(section, "sso_region") ?? "",
    ...(scopes ? { scopes } : {}),
    accounts,
  };
}

function valueOf({ properties }: Section, key: string): string | undefined {
  const property = properties.find(({ name }) => name === key);
  return property && meaning(property);
}
