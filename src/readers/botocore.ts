import {
  type Document,
  documentOf,
  type Workspace,
} from "../model/document.ts";
import { botocoreFile } from "./botocore_file.ts";
import { shellWords } from "./shell_words.ts";
import type { FileView, Sections, Settings, View } from "./view.ts";

/** A botocore view knows the sections that are neither profile, sso-session nor services, too. */
export interface BotocoreView extends View {
  /** By raw header; the AWS CLI reads `[plugins]` there. */
  readonly others: Sections;
}

/** Reads both files as botocore, and the AWS CLI that carries it, does: `session.py:full_config`. */
export function botocore(workspace: Workspace): BotocoreView {
  const config = documentOf(workspace, "config");
  const credentials = documentOf(workspace, "credentials");
  const configFile = config && configView(config);
  const credentialsFile = credentials && credentialsView(credentials);
  const files = {
    ...(configFile ? { config: configFile } : {}),
    ...(credentialsFile ? { credentials: credentialsFile } : {}),
  };
  const error = configFile?.error ?? credentialsFile?.error;
  const loaded = error ? undefined : configFile;
  const profiles = new Map(loaded?.profiles);
  for (const [name, settings] of error ? [] : credentialsFile?.profiles ?? []) {
    const known = profiles.get(name);
    profiles.set(name, known ? new Map([...known, ...settings]) : settings);
  }
  return {
    client: "botocore",
    files,
    profiles,
    sessions: loaded?.sessions ?? new Map(),
    services: loaded?.services ?? new Map(),
    others: loaded?.others ?? new Map(),
    problems: [],
    ...(error ? { error } : {}),
  };
}

interface ConfigView extends FileView {
  readonly others: Sections;
}

/** `configloader.py:build_profile_map`. */
function configView(document: Document): ConfigView {
  const profiles = new Map<string, Settings>();
  const sessions = new Map<string, Settings>();
  const services = new Map<string, Settings>();
  const others = new Map<string, Settings>();
  const { sections, error } = botocoreFile(document);
  for (const [header, settings] of sections) {
    const named = header.startsWith("profile")
      ? profiles
      : header.startsWith("sso-session")
      ? sessions
      : header.startsWith("services")
      ? services
      : undefined;
    if (named) {
      // `_parse_section`: exactly two words, whatever the first one is; the later section replaces.
      const words = shellWords(header);
      if (words?.length === 2) named.set(words[1], settings);
    } else if (header === "default") profiles.set(header, settings);
    // The three maps are put over a section of that name.
    else if (header !== "sso_sessions") others.set(header, settings);
  }
  return { profiles, sessions, services, others, ...(error ? { error } : {}) };
}

/** Every section of the credentials file is a profile under its raw header. */
function credentialsView(document: Document): FileView {
  const { sections, error } = botocoreFile(document);
  return {
    profiles: sections,
    sessions: new Map(),
    services: new Map(),
    ...(error ? { error } : {}),
  };
}
