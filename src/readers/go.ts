import { type Document, documentOf, type Workspace } from "../model/document.ts";
import { isPartial, partialKeys } from "./go_errors.ts";
import { goFile } from "./go_file.ts";
import { goMerge } from "./go_merge.ts";
import type { GoSection } from "./go_step.ts";
import type { FileView, Problem, Reader, Settings, View } from "./view.ts";

const PROFILE = "profile ";
const SESSION = "sso-session ";
const SERVICES = "services ";

/**
 * The AWS SDK for Go v2, and with it Terraform (aws-sdk-go-v2/config: internal/ini and
 * shared_config.go:LoadSharedConfigProfile). Nothing is a syntax error for it, but a value that is a
 * lone quote ends the program.
 */
export const go: Reader = (workspace: Workspace): View => {
  const config = open(documentOf(workspace, "config"));
  const credentials = open(documentOf(workspace, "credentials"));
  const files = {
    ...(config && { config: config.view }),
    ...(credentials && { credentials: credentials.view }),
  };
  const error = config?.view.error ?? credentials?.view.error;
  if (error) return { client: "go", files, ...empty, error, problems: [] };
  const a = config?.view ?? empty;
  const b = credentials?.view ?? empty;
  const partial = (config?.partial ?? []).filter(([name]) => !b.profiles.has(name));
  return {
    client: "go",
    files,
    profiles: goMerge(a.profiles, b.profiles),
    sessions: goMerge(a.sessions, b.sessions),
    services: goMerge(a.services, b.services),
    problems: [
      ...config?.problems ?? [],
      ...credentials?.problems ?? [],
      ...[...partial, ...credentials?.partial ?? []].map(([, problem]) => problem),
    ],
  };
};

const empty = { profiles: new Map(), sessions: new Map(), services: new Map() };

interface Opened {
  readonly view: FileView;
  readonly problems: readonly Problem[];
  /** Profiles with one key of the pair. */
  readonly partial: readonly (readonly [profile: string, problem: Problem])[];
}

function open(document: Document | undefined): Opened | undefined {
  if (!document) return undefined;
  const file = goFile(document);
  if (file.panic) return { view: { ...empty, error: file.panic }, problems: [], partial: [] };
  const problems = [...file.problems];
  const kept: Kept = { profiles: new Map(), sessions: new Map(), services: new Map(), raws: new Map() };
  if (document.kind === "config") configSections(file.sections, { kept, problems });
  else credentialsSections(file.sections, { kept, problems });
  const { profiles, sessions, services, raws } = kept;
  const partial: [string, Problem][] = [];
  for (const [name, settings] of profiles) {
    const raw = document.kind === "credentials" ? name : raws.get(name) ?? PROFILE + name;
    if (isPartial(settings)) partial.push([name, partialProblem(settings, raw)]);
  }
  return { view: { profiles, sessions, services }, problems, partial };
}

interface Kept {
  readonly profiles: Map<string, Settings>;
  readonly sessions: Map<string, Settings>;
  readonly services: Map<string, Settings>;
  /** The words of the header where they are not `profile NAME`, in the config file. */
  readonly raws: Map<string, string>;
}

interface To {
  readonly kept: Kept;
  readonly problems: Problem[];
}

/** `ini.Sections` has one list, and the name alone says what a section is. */
function keep({ profiles, sessions, services }: Kept, name: string, settings: Settings): void {
  if (name.startsWith(SESSION)) sessions.set(name.slice(SESSION.length), settings);
  else if (name.startsWith(SERVICES)) services.set(name.slice(SERVICES.length), settings);
  else profiles.set(name, settings);
}

/** `processConfigSections`: "drop sections from config file that do not have expected prefixes". */
function configSections(sections: ReadonlyMap<string, GoSection>, { kept, problems }: To): void {
  const prefixed: [raw: string, name: string, settings: Settings][] = [];
  let twice = false;
  for (const [raw, { settings, header, name }] of sections) {
    if (raw.startsWith(PROFILE)) {
      prefixed.push([raw, name ?? raw.slice(PROFILE.length), settings]);
      twice ||= raw.startsWith(PROFILE, PROFILE.length);
    } else if (raw.startsWith(SESSION) || raw.startsWith(SERVICES)) keep(kept, raw, settings);
    else if (raw.toLowerCase() === "default") {
      kept.profiles.set(raw, settings);
      kept.raws.set(raw, raw);
    } else if (raw < PROFILE + raw || !sections.has(PROFILE + raw)) {
      const message = `A profile defined with name \`${raw}\` is ignored. For use within a shared configuration file, ` +
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
function credentialsSections(sections: ReadonlyMap<string, GoSection>, { kept, problems }: To): void {
  for (const [raw, { settings, header }] of sections) {
    if (!raw.startsWith(PROFILE)) {
      keep(kept, raw, settings);
      continue;
    }
    const message = `The profile defined with name \`${raw}\` is ignored. A profile with the \`profile \` prefix is ` +
      "invalid for the shared credentials file.\n";
    problems.push({ path: header.path, span: header, message });
  }
}

function partialProblem(settings: Settings, raw: string): Problem {
  const setting = settings.get("aws_access_key_id") ?? settings.get("aws_secret_access_key")!;
  return { path: setting.path, span: { path: setting.path, start: setting.start, end: setting.end }, message: partialKeys(raw) };
}
