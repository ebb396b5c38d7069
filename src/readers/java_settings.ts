import type { Setting, Settings } from "./view.ts";

/**
 * The properties of a section as the Java client holds them: one flat map, in which a setting of a
 * block has the key `s3.addressing_style` beside the `s3` that opens it, whose value is the text
 * of the block (`ProfileFileReader.readPropertyContinuationLine`). `s3.a = 1` on a line of its own is the
 * same property as the `a` of the block.
 */
export type JavaProperties = ReadonlyMap<string, Setting>;

/** Flat properties as settings, with those of a block under the key that opens it. */
export function asSettings(properties: JavaProperties): Settings {
  const parents = new Map<string, string>();
  for (const key of properties.keys()) {
    const parent = parentOf(key, properties);
    if (parent !== undefined) parents.set(key, parent);
  }
  if (parents.size === 0) return properties;
  const openers = new Set(parents.values());
  const settings = new Map<string, Setting>();
  const blocks = new Map<string, Map<string, Setting>>();
  for (const [key, setting] of properties) {
    const parent = parents.get(key);
    if (parent === undefined || openers.has(key)) settings.set(key, setting);
    else {
      const block = blocks.get(parent) ?? new Map<string, Setting>();
      blocks.set(
        parent,
        block.set(key.slice(parent.length + 1), {
          ...setting,
          key: key.slice(parent.length + 1),
        }),
      );
    }
  }
  for (const [key, nested] of blocks) {
    settings.set(key, { ...settings.get(key)!, value: "", nested });
  }
  return settings;
}

/** The longest beginning of a key, up to a dot, that opens a block. */
function parentOf(key: string, properties: JavaProperties): string | undefined {
  for (
    let dot = key.lastIndexOf(".");
    dot > 0;
    dot = key.lastIndexOf(".", dot - 1)
  ) {
    const opener = properties.get(key.slice(0, dot));
    if (opener && (opener.value === "" || opener.value.startsWith("\n"))) {
      return opener.key;
    }
  }
  return undefined;
}

/** Settings as flat properties. */
export function asProperties(settings: Settings): JavaProperties {
  let properties: Map<string, Setting> | undefined;
  for (const [opener, { nested, ...setting }] of settings) {
    if (!nested) continue;
    properties ??= new Map(settings);
    properties.set(opener, setting);
    for (const [sub, inner] of nested) {
      const key = `${opener}.${sub}`;
      properties.set(key, { ...inner, key });
    }
  }
  return properties ?? settings;
}
