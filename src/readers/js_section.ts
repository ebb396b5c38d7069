import type { Setting, Settings } from "./view.ts";

/** The key that opens a block, and where its line begins. */
export interface Opener {
  readonly key: string;
  readonly path: string;
  readonly start: number;
}

/**
 * A setting of a section as JS keeps it: in one flat object, where `s3 =` with `a = 1` indented
 * under it is the key `s3.a`, and so is a line `s3.a = 1`.
 */
export interface FlatSetting {
  readonly setting: Setting;
  readonly opener?: Opener;
}

/** A section by flat key. */
export type FlatSection = Map<string, FlatSetting>;

/** A section's settings by flat key. */
export function flatSection(settings: Settings): FlatSection {
  const flat: FlatSection = new Map();
  for (const setting of settings.values()) {
    const { nested, ...plain } = setting;
    const { key, path, start } = setting;
    if (!nested) flat.set(key, { setting });
    // Both: `s3 = x` and, elsewhere, a block under `s3 =`.
    else if (setting.value !== "") flat.set(key, { setting: plain });
    for (const sub of nested?.values() ?? []) {
      flat.set(`${key}.${sub.key}`, {
        setting: sub,
        opener: { key, path, start },
      });
    }
  }
  return flat;
}

/** The settings of a section, those of a block under the key that opens it. */
export function nestedSettings(flat: FlatSection): Settings {
  const settings = new Map<string, Setting>();
  for (const { setting, opener } of flat.values()) {
    const { key, path, start } = opener ?? setting;
    const known = settings.get(key);
    settings.set(
      key,
      !opener
        ? (known?.nested ? { ...setting, nested: known.nested } : setting)
        : {
          ...(known?.value
            ? known
            : { key, value: "", path, start, end: setting.end }),
          nested: new Map(known?.nested).set(setting.key, setting),
        },
    );
  }
  return settings;
}
