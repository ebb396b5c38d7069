import { documentOf, type Workspace } from "../model/document.ts";
import { type JavaFile, javaFile } from "./java_file.ts";
import { asProperties, asSettings } from "./java_settings.ts";
import type { Reader, Sections, Settings, View } from "./view.ts";

/**
 * The AWS SDK for Java 2 (profiles: ProfileFile, internal/ProfileFileReader). One line that it
 * cannot read, and it loads neither file: the credentials file is read first (`defaultProfileFile`).
 */
export const java: Reader = (workspace: Workspace): View => {
  const credentials = open(workspace, "credentials");
  const config = open(workspace, "config");
  const files = {
    ...(config && { config: config.view }),
    ...(credentials && { credentials: credentials.view }),
  };
  const error = credentials?.view.error ?? config?.view.error;
  const problems = [...config?.problems ?? [], ...credentials?.problems ?? []];
  if (error) return { client: "java", files, ...empty, error, problems };
  const a = config?.view ?? empty;
  const b = credentials?.view ?? empty;
  return {
    client: "java",
    files,
    profiles: merged(a.profiles, b.profiles),
    sessions: a.sessions,
    services: a.services,
    problems,
  };
};

const empty = { profiles: new Map(), sessions: new Map(), services: new Map() };

function open(
  workspace: Workspace,
  kind: "config" | "credentials",
): JavaFile | undefined {
  const document = documentOf(workspace, kind);
  return document && javaFile(document);
}

/** `ProfileFile.Aggregator`: the credentials file wins, property by property. */
function merged(config: Sections, credentials: Sections): Sections {
  if (credentials.size === 0) return config;
  if (config.size === 0) return credentials;
  const all = new Map(config);
  for (const [name, settings] of credentials) {
    const under = all.get(name);
    all.set(name, under ? over(under, settings) : settings);
  }
  return all;
}

/** The settings of a block are properties of their own, so those of both files stay. */
function over(under: Settings, settings: Settings): Settings {
  return asSettings(
    new Map([...asProperties(under), ...asProperties(settings)]),
  );
}
