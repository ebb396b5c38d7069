import { documentOf, type Workspace } from "../model/document.ts";
import { jsFile } from "./js_file.ts";
import { flatSection, nestedSettings } from "./js_section.ts";
import type { FileView, Sections, Settings, View } from "./view.ts";

/** Reads both files as the JavaScript SDK (v3) does: `parseKnownFiles` and `loadSsoSessionData`. */
export function js(workspace: Workspace): View {
  const configDocument = documentOf(workspace, "config");
  const credentialsDocument = documentOf(workspace, "credentials");
  const config = configDocument && configView(jsFile(configDocument));
  const credentials = credentialsDocument &&
    credentialsView(jsFile(credentialsDocument));
  return {
    client: "js",
    files: {
      ...(config ? { config } : {}),
      ...(credentials ? { credentials } : {}),
    },
    profiles: merged(config?.profiles, credentials?.profiles),
    sessions: config?.sessions ?? new Map(),
    services: config?.services ?? new Map(),
    problems: [],
  };
}

type JsFile = ReturnType<typeof jsFile>;

/** `getConfigData.ts`, and `getSsoSessionData.ts`, which reads the same file a second time. */
function configView({ sections, error }: JsFile): FileView {
  const loaded = new Map<string, Settings>();
  const sessions = new Map<string, Settings>();
  const fallback = sections.get("default");
  if (fallback) loaded.set("default", fallback);
  for (const [key, settings] of sections) {
    const dot = key.indexOf(".");
    const type = key.slice(0, Math.max(0, dot));
    if (type === "profile") loaded.set(key.slice(dot + 1), settings);
    if (type === "services") loaded.set(key, settings);
    if (type !== "sso-session") continue;
    loaded.set(key, settings);
    sessions.set(key.slice(dot + 1), settings);
  }
  // Assigning to an object's `__proto__` makes no key.
  loaded.delete("__proto__");
  const services = [...loaded].flatMap(([key, settings]) =>
    key.startsWith("services.")
      ? [[key.slice("services.".length), settings] as const]
      : []
  );
  return {
    profiles: profilesOf(loaded),
    sessions,
    services: new Map(services),
    ...(error ? { error } : {}),
  };
}

/** Every section is a profile under its key. */
function credentialsView({ sections, error }: JsFile): FileView {
  return {
    profiles: profilesOf(sections),
    sessions: new Map(),
    services: new Map(),
    ...(error ? { error } : {}),
  };
}

/**
 * Keys with a prefix stand among the profiles too, but nobody means `profile.dev` by
 * `[profile dev]` in the credentials file: under the name that he gave it, it is not found.
 */
function profilesOf(sections: Sections): Sections {
  const profiles = new Map<string, Settings>();
  for (const [key, settings] of sections) {
    if (!prefixed.test(key)) profiles.set(key, settings);
  }
  return profiles;
}

const prefixed = /^(?:profile|sso-session|services)\./;

/** `mergeConfigFiles.ts`: key by key, the credentials file wins. */
function merged(
  config: Sections = new Map(),
  credentials: Sections = new Map(),
): Sections {
  const profiles = new Map(config);
  for (const [name, settings] of credentials) {
    const known = profiles.get(name);
    profiles.set(name, known ? joined(known, settings) : settings);
  }
  // `merged[name]` is a function that every object has, not a profile.
  for (const name of Object.getOwnPropertyNames(Object.prototype)) {
    profiles.delete(name);
  }
  return profiles;
}

function joined(first: Settings, second: Settings): Settings {
  return nestedSettings(
    new Map([...flatSection(first), ...flatSection(second)]),
  );
}
