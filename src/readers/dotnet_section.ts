import type { DotnetSection, PlacedLine } from "./dotnet_file.ts";
import type { Problem, Setting, Settings } from "./view.ts";

/** A section that is skipped for a duplicate property. */
export interface Skipped {
  readonly skipped: Problem;
}

/**
 * The properties under a header (`IniFile.TryGetSection`, `SeekProperty`, `TryParseSubproperties`). Only
 * a section that is looked up by keyword and name keeps the settings of its blocks; found by its
 * whole name, as `[default]` and all of the credentials file are, it has an empty value instead.
 */
export function dotnetSettings(
  section: DotnetSection,
  { blocks }: { blocks: boolean },
): Settings | Skipped {
  if (section.plain) {
    return blocks ? section.plain : withoutBlocks(section.plain);
  }
  const { lines, from } = section;
  const settings = new Map<string, Setting>();
  const properties = new Set<string>();
  for (let at = from; at < lines.length; at++) {
    const { property, section: next, span } = lines[at];
    // A line that is both is a property here.
    if (!property && next !== undefined) break;
    if (!property) continue;
    const { key, value, extent } = property;
    const opener = { key, value, ...span(extent) };
    const end = value === "" ? blockEnd(lines, at + 1) : at + 1;
    const nested = new Map<string, Setting>();
    for (const line of lines.slice(at + 1, end)) {
      if (line.property) {
        nested.set(line.property.key, {
          key: line.property.key,
          value: line.property.value,
          ...line.span(line.property.extent),
        });
      }
    }
    const block = blocks && end > at + 1;
    if (properties.has(key)) {
      return {
        skipped: duplicate(section, lines[at], {
          key,
          number: lines[end - 1].number,
        }),
      };
    }
    at = end - 1;
    if (!block) {
      properties.add(key);
      settings.set(key, withNested(opener, settings.get(key)?.nested));
    } else if (nested.size > 0) {
      // A blank line alone is a block, too: then nothing is left of the key.
      const before = settings.get(key);
      const [last] = [...nested.values()].slice(-1);
      settings.set(key, {
        ...before ?? opener,
        end: last.end,
        nested: new Map([...before?.nested ?? [], ...nested]),
      });
    }
  }
  return settings;
}

/** Behind the last line that begins with white space and is no section; an empty line begins with its own end. */
function blockEnd(lines: readonly PlacedLine[], from: number): number {
  let end = from;
  while (
    end < lines.length && lines[end].indented &&
    lines[end].section === undefined
  ) end++;
  return end;
}

function withNested(setting: Setting, nested: Settings | undefined): Setting {
  return nested ? { ...setting, nested } : setting;
}

/** The same settings, each block an empty value. */
function withoutBlocks(settings: Settings): Settings {
  let copy: Map<string, Setting> | undefined;
  for (const [name, { nested, key, value, path, start, end }] of settings) {
    if (nested) {
      copy = (copy ?? new Map(settings)).set(name, {
        key,
        value,
        path,
        start,
        end,
      });
    }
  }
  return copy ?? settings;
}

function duplicate(
  { raw }: DotnetSection,
  { property, span }: PlacedLine,
  { key, number }: { key: string; number: number },
): Problem {
  const at = span(property!.extent);
  const message =
    `Skipping section ${raw} because of duplicate property ${key}.  (<path>:line ${number})`;
  return { path: at.path, span: at, message };
}
