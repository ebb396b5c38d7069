import {
  type Document,
  documentOf,
  type Kind,
  type Workspace,
} from "../model/document.ts";
import { rustFile } from "./rust_file.ts";
import { isIdentifier } from "./rust_line.ts";
import {
  otherSettings,
  refusal,
  type SectionPair,
  sectionPair,
} from "./rust_section.ts";
import type { RustSection } from "./rust_step.ts";
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
 * The AWS SDK for Rust (aws-runtime: env_config/{source,parse,normalize,section}.rs). One line that
 * it cannot read, and it loads neither file.
 *
 * Two headers of one section that differ in blanks (`[profile a]`, `[profile  a]`) are merged in
 * the random order of a hash map; here the later one wins.
 */
export const rust: Reader = (workspace: Workspace): View => {
  const config = open(documentOf(workspace, "config"));
  // The credentials file is not looked at any more when the config file is in error.
  const credentials = config?.view.error
    ? undefined
    : open(documentOf(workspace, "credentials"));
  const files = {
    ...(config && { config: config.view }),
    ...(credentials && { credentials: credentials.view }),
  };
  const error = config?.view.error ?? credentials?.view.error;
  if (error) return { client: "rust", files, ...empty, error, problems: [] };
  const a = config?.view ?? empty;
  const b = credentials?.view ?? empty;
  return {
    client: "rust",
    files,
    profiles: merged(a.profiles, b.profiles),
    sessions: a.sessions,
    services: a.services,
    problems: [...config?.problems ?? [], ...credentials?.problems ?? []],
  };
};

const empty = { profiles: new Map(), sessions: new Map(), services: new Map() };

interface Opened {
  readonly view: FileView;
  readonly problems: readonly Problem[];
}

/** `normalize.rs:merge_in`, for one file. */
function open(document: Document | undefined): Opened | undefined {
  if (!document) return undefined;
  const file = rustFile(document);
  if (file.error) {
    return { view: { ...empty, error: file.error }, problems: [] };
  }
  const problems: Problem[] = [];
  if (document.encoding !== "utf-8") {
    problems.push({
      path: document.path,
      message: "config file did not contain utf-8 encoded data",
    });
  }
  const view = {
    profiles: new Map<string, Settings>(),
    sessions: new Map<string, Settings>(),
    services: new Map<string, Settings>(),
  };
  const plainDefaults: RustSection[] = [];
  let prefixedDefault = false;
  for (const [raw, section] of file.sections) {
    const { prefix, suffix, message } = named(raw, section, document.kind);
    if (message !== undefined) {
      problems.push({
        path: section.header.path,
        span: section.header,
        message,
      });
    } else if (prefix === undefined && suffix === "default") {
      plainDefaults.push(section);
    } else if (prefix === undefined || prefix === "profile") {
      prefixedDefault ||= prefix === "profile" && suffix === "default";
      add(view.profiles, suffix, valid(section, problems));
    } else if (prefix === "sso-session") {
      add(view.sessions, suffix, valid(section, problems));
    } else if (prefix === "services") {
      const settings = otherSettings(section.settings);
      if (settings.size > 0) add(view.services, suffix, settings);
    }
  }
  for (const section of plainDefaults) {
    const { header } = section;
    if (!prefixedDefault) {
      add(view.profiles, "default", valid(section, problems));
    } else {
      const message =
        "profile `[default]` ignored because `[profile default]` was found which takes priority";
      problems.push({ path: header.path, span: header, message });
    }
  }
  return { view, problems };
}

function named(
  raw: string,
  { plain }: RustSection,
  kind: Kind,
): SectionPair & { readonly message?: string } {
  if (!plain) {
    const pair = sectionPair(raw);
    return { ...pair, message: refusal(pair, kind) };
  }
  return plain.type === "default" || kind === "credentials"
    ? { suffix: plain.name }
    : { prefix: plain.type, suffix: plain.name };
}

/** `merge_into_base`: a key that is no identifier is left out. */
function valid(
  { settings, plain }: RustSection,
  problems: Problem[],
): Settings {
  if (settings === plain?.settings) return settings;
  let kept: Map<string, Setting> | undefined;
  for (const [key, { path, start, end }] of settings) {
    if (isIdentifier(key)) continue;
    kept ??= new Map(settings);
    kept.delete(key);
    const message = `key ignored because \`${key}\` was not a valid identifier`;
    problems.push({ path, span: { path, start, end }, message });
  }
  return kept ?? settings;
}

function add(
  sections: Map<string, Settings>,
  name: string,
  settings: Settings,
): void {
  const known = sections.get(name);
  sections.set(name, known ? over(known, settings) : settings);
}

function over(under: Settings, settings: Settings): Settings {
  return settings.size === 0 ? under : new Map([...under, ...settings]);
}

/** The credentials file wins, key by key; a block is one value. */
function merged(config: Sections, credentials: Sections): Sections {
  if (credentials.size === 0) return config;
  const all = new Map(config);
  for (const [name, settings] of credentials) add(all, name, settings);
  return all;
}
