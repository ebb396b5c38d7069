import { openDocuments, type SectionType } from "../../model/document.ts";
import type { Io } from "../io.ts";
import { ownFiles } from "../own_files.ts";

/** Every name of a profile or a session in the user's own two files, for completions. */
export interface KnownNames {
  readonly profiles: readonly string[];
  readonly sessions: readonly string[];
}

/** Reads them; files that cannot be read have none. */
export function knownNames(io: Io): KnownNames {
  const sources = ownFiles(io).files.flatMap(({ kind, file }) => {
    const reading = io.readFile(file);
    return "bytes" in reading
      ? [{ path: file, kind, bytes: reading.bytes }]
      : [];
  });
  const sections = openDocuments(sources).documents.flatMap((document) =>
    document.sections
  );
  const namesOf = (...types: readonly SectionType[]) =>
    [
      ...new Set(
        sections.filter(({ type }) => types.includes(type)).map(({ name }) =>
          name
        ),
      ),
      // One that begins with a dash would be taken for a flag.
    ].filter((name) => !name.startsWith("-")).sort();
  return {
    profiles: namesOf("default", "profile"),
    sessions: namesOf("sso-session"),
  };
}
