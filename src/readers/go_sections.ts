import type { Kind } from "../model/document.ts";
import type { GoSection } from "./go_step.ts";
import type { Problem, Settings } from "./view.ts";

const PROFILE = "profile ";
const SESSION = "sso-session ";
const SERVICES = "services ";

/** The sections of a file that the client keeps. */
export interface GoSections {
  readonly profiles: Map<string, Settings>;
  readonly sessions: Map<string, Settings>;
  readonly services: Map<string, Settings>;
  /** The words of the header where they are not `profile NAME`, in the config file. */
  readonly raws: Map<string, string>;
}

/** The sections of a file by their kind, those left out that the client does not take; of these it says so in `problems`. */
export function goSections(
  sections: ReadonlyMap<string, GoSection>,
  { kind, problems }: { kind: Kind; problems: Problem[] },
): GoSections {
  const kept = {
    profiles: new Map(),
    sessions: new Map(),
    services: new Map(),
    raws: new Map(),
  };
  if (kind === "config") configSections(sections, { kept, problems });
  else credentialsSections(sections, { kept, problems });
  return kept;
}

interface To {
  readonly kept: GoSections;
  readonly problems: Problem[];
}

/** `ini.Sections` has one list, and the name alone says what a section is. */
function keep(
  { profiles, sessions, services }: GoSections,
  name: string,
  settings: Settings,
): void {
  if (name.startsWith(SESSION)) {
    sessions.set(name.slice(SESSION.length), settings);
  } else if (name.startsWith(SERVICES)) {
    services.set(name.slice(SERVICES.length), settings);
  } else profiles.set(name, settings);
}

/** `processConfigSections`: "drop sections from config file that do not have expected prefixes". */
function configSections(
  sections: ReadonlyMap<string, GoSection>,
  { kept, problems }: To,
): void {
  const prefixed: [raw: string, name: string, settings: Settings][] = [];
  let twice = false;
  for (const [raw, { settings, header, name }] of sections) {
    if (raw.startsWith(PROFILE)) {
      prefixed.push([raw, name ?? raw.slice(PROFILE.length), settings]);
      twice ||= raw.startsWith(PROFILE, PROFILE.length);
    } else if (raw.startsWith(SESSION) || raw.startsWith(SERVICES)) {
      keep(kept, raw, settings);
    } else if (raw.toLowerCase() === "default") {
      kept.profiles.set(raw, settings);
      kept.raws.set(raw, raw);
    } else if (raw < PROFILE + raw || !sections.has(PROFILE + raw)) {
      const message =
        `A profile defined with name \`${raw}\` is ignored. For use within a shared configuration file, ` +
        "a non-default profile must have `profile ` prefixed to the profile name.";
      problems.push({ path: header.path, span: header, message });
    }
  }
  // A prefixed section takes the place of one that already has its name, even of an sso-session.
  if (twice) prefixed.sort(([a], [b]) => a < b ? -1 : 1);
  const done = new Set<string>();
  for (const [raw, name, settings] of prefixed) {
    if (twice && done.has(raw)) continue;
    keep(kept, name, settings);
    kept.raws.delete(name);
    if (twice) done.add(name);
  }
}

/** `processCredentialsSections`: `[profile x]` is dropped, anything else is a section. */
function credentialsSections(
  sections: ReadonlyMap<string, GoSection>,
  { kept, problems }: To,
): void {
  for (const [raw, { settings, header }] of sections) {
    if (!raw.startsWith(PROFILE)) {
      keep(kept, raw, settings);
      continue;
    }
    const message =
      `The profile defined with name \`${raw}\` is ignored. A profile with the \`profile \` prefix is ` +
      "invalid for the shared credentials file.\n";
    problems.push({ path: header.path, span: header, message });
  }
}
