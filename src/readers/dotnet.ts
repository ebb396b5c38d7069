import { documentOf, type Kind, type Workspace } from "../model/document.ts";
import {
  type DotnetFile,
  dotnetFile,
  type DotnetSection,
} from "./dotnet_file.ts";
import { dotnetSettings } from "./dotnet_section.ts";
import type {
  FileView,
  Problem,
  Reader,
  Sections,
  Setting,
  Settings,
  View,
} from "./view.ts";

/**
 * The AWS SDK for .NET (AWSSDK.Core: IniFile, ProfileIniFile, SharedCredentialsFile), under the AWS
 * Toolkit for Visual Studio. One line that it cannot read, and it loads neither file.
 *
 * A transcription: the released package is not at hand.
 */
export const dotnet: Reader = (workspace: Workspace): View => {
  const credentials = open(workspace, "credentials");
  const config = open(workspace, "config");
  const files = {
    ...(config && { config: config.view }),
    ...(credentials && { credentials: credentials.view }),
  };
  // `Refresh` opens the credentials file first.
  const error = credentials?.view.error ?? config?.view.error;
  const problems = [...config?.problems ?? [], ...credentials?.problems ?? []];
  if (error) return { client: "dotnet", files, ...empty, error, problems };
  return {
    client: "dotnet",
    files,
    profiles: merged(config?.view.profiles, credentials?.view.profiles),
    sessions: merged(config?.view.sessions, credentials?.view.sessions),
    services: config?.view.services ?? new Map(),
    problems,
  };
};

const empty = { profiles: new Map(), sessions: new Map(), services: new Map() };

interface Opened {
  readonly view: FileView;
  readonly problems: readonly Problem[];
}

function open(workspace: Workspace, kind: Kind): Opened | undefined {
  const document = documentOf(workspace, kind);
  if (!document) return undefined;
  const file = dotnetFile(document);
  if (file.error) {
    return { view: { ...empty, error: file.error }, problems: [] };
  }
  const problems: Problem[] = [];
  const kept = (
    found: ReadonlyMap<string, DotnetSection>,
    blocks: boolean,
  ): Sections => {
    const all = new Map<string, Settings>();
    for (const [name, section] of found) {
      const settings = dotnetSettings(section, { blocks });
      if ("skipped" in settings) problems.push(settings.skipped);
      else all.set(name, settings);
    }
    return all;
  };
  // ProfileIniFile.TryGetSection: by its whole name, where no keyword is asked for, and then by keyword and name.
  const plain = kept(unmarked(file, kind), false);
  const profiles = new Map([...kept(marked(file, "profile"), true), ...plain]);
  const sessions = kept(marked(file, "sso-session"), true);
  const services = kind === "config"
    ? kept(marked(file, "services"), true)
    : new Map();
  return { view: { profiles, sessions, services }, problems };
}

/** Sections that need no keyword: in the config file `[default]` alone, and the first of a name. */
function unmarked(
  { sections }: DotnetFile,
  kind: Kind,
): ReadonlyMap<string, DotnetSection> {
  const found = new Map<string, DotnetSection>();
  for (const section of sections) {
    const { raw } = section;
    // What is listed is the name behind the keyword (`ListSectionNames`).
    const named = kind === "config"
      ? raw === "default"
      : !/^profile[ \t]+/.test(raw);
    if (named && !found.has(raw)) found.set(raw, section);
  }
  return found;
}

/** The first section of each name behind a keyword; there may be any characters in it. */
function marked(
  { sections }: DotnetFile,
  keyword: string,
): ReadonlyMap<string, DotnetSection> {
  const found = new Map<string, DotnetSection>();
  for (const section of sections) {
    if (!section.raw.startsWith(keyword)) continue;
    const name = section.raw.slice(keyword.length).replace(/^[ \t]+/, "");
    const parted = name.length < section.raw.length - keyword.length;
    if (parted && !found.has(name)) found.set(name, section);
  }
  return found;
}

/**
 * `SharedCredentialsFile.TryGetSection`: the credentials file wins, property by property. The blocks
 * are those of the config file, if there is one, whatever stands in the credentials file.
 */
function merged(
  config: Sections | undefined,
  credentials: Sections = new Map(),
): Sections {
  if (!config) return credentials;
  if (credentials.size === 0) return config;
  const all = new Map(config);
  for (const [name, settings] of credentials) {
    const own = withoutOpeners(settings);
    const under = config.get(name);
    all.set(name, under ? over(under, own) : own);
  }
  return all;
}

function over(under: Settings, settings: Settings): Settings {
  const all = new Map(under);
  for (const [key, setting] of settings) {
    const nested = under.get(key)?.nested;
    all.set(key, nested ? { ...setting, nested } : setting);
  }
  return all;
}

function withoutOpeners(settings: Settings): Settings {
  let copy: Map<string, Setting> | undefined;
  for (const [opener, { nested, ...setting }] of settings) {
    if (!nested) continue;
    copy ??= new Map(settings);
    // `s3 =` with a block and `s3 = x` are two things here.
    if (setting.value === "") copy.delete(opener);
    else copy.set(opener, setting);
  }
  return copy ?? settings;
}
