import { documentOf, type Workspace } from "../model/document.ts";
import { type CrtFile, crtFile } from "./crt_file.ts";
import type {
  FileView,
  Reader,
  Sections,
  Setting,
  Settings,
  View,
} from "./view.ts";

/**
 * The common runtime (aws-c-sdkutils: source/aws_profile.c), under the SDK for Swift and the `awscrt`
 * bindings. A file with a fatal mistake is as good as none; the other one is read all the same.
 */
export const crt: Reader = (workspace: Workspace): View => {
  const config = open(workspace, "config");
  const credentials = open(workspace, "credentials");
  const both = [config?.view, credentials?.view].filter((view) =>
    view !== undefined
  );
  return {
    client: "crt",
    files: {
      ...(config && { config: config.view }),
      ...(credentials && { credentials: credentials.view }),
    },
    ...merged(both),
    problems: [...config?.problems ?? [], ...credentials?.problems ?? []],
  };
};

function open(
  workspace: Workspace,
  kind: "config" | "credentials",
): CrtFile | undefined {
  const document = documentOf(workspace, kind);
  return document && crtFile(document);
}

/**
 * `aws_profile_collection_new_from_merge`. Whatever the kind of a section, it is looked for among
 * the profiles first (`s_profile_collection_merge`): an sso-session that is named like a profile
 * becomes settings of the profile, and is no session any more.
 */
function merged(
  files: readonly FileView[],
): Pick<View, "profiles" | "sessions" | "services"> {
  const profiles = new Map<string, Settings>();
  const sessions = new Map<string, Settings>();
  const services = new Map<string, Settings>();
  const add = (from: Sections, to: Map<string, Settings>) => {
    for (const [name, settings] of from) {
      const profile = profiles.get(name);
      if (profile) profiles.set(name, over(profile, settings));
      else to.set(name, settings);
    }
  };
  for (const file of files) {
    add(file.profiles, profiles);
    add(file.sessions, sessions);
    add(file.services, services);
  }
  return { profiles, sessions, services };
}

/** `s_profile_merge`: key by key; of a block, setting by setting. */
function over(under: Settings, settings: Settings): Settings {
  const all = new Map(under);
  for (const [key, setting] of settings) {
    const before = all.get(key);
    all.set(key, before?.nested ? withBlock(setting, before.nested) : setting);
  }
  return all;
}

/** `s_profile_property_merge`: the later value, and the settings of both blocks. */
function withBlock(setting: Setting, block: Settings): Setting {
  const nested = new Map([...block, ...setting.nested ?? []]);
  // The text of the block is its value as far as the client is concerned.
  const value = setting.value.startsWith("\n") ? "" : setting.value;
  return { ...setting, value, nested };
}
