import type { Document } from "../model/document.ts";
import type { Span } from "../text/span.ts";
import { type Option, parseConfig } from "./config_parser.ts";
import { splitLines, stripped } from "./python_text.ts";
import type { Problem, Sections, Setting, Settings } from "./view.ts";

/** A file as `configloader.raw_config_parse` returns it: sections by raw header. */
export interface BotocoreFile {
  readonly sections: Sections;
  readonly error?: Problem;
}

/** Reads a file as `botocore/configloader.py:raw_config_parse` does. */
export function botocoreFile(document: Document): BotocoreFile {
  // Read as text in the locale's encoding, taken to be UTF-8: any other byte is a UnicodeDecodeError.
  if (document.encoding !== "utf-8") return refused(document);
  const parsed = parseConfig(document);
  if (parsed.stop) return refused(document, parsed.stop);
  const defaults = [...parsed.defaults.values()].map((option) =>
    [option.key, settingOf(document, option)] as const
  );
  const sections = new Map<string, Settings>();
  for (const [header, section] of parsed.sections) {
    const own = "plain" in section
      ? section.plain
      : settingsOf(document, section.options);
    const settings = "bad" in own ? own : withDefaults(own, defaults);
    if ("bad" in settings) return refused(document, settings.bad);
    sections.set(header, settings);
  }
  return { sections };
}

function refused(document: Document, span?: Span): BotocoreFile {
  return {
    sections: new Map(),
    error: {
      path: document.path,
      ...(span ? { span } : {}),
      message: "ConfigParseError: Unable to parse config file: <path>",
    },
  };
}

/** A line in a block that has no `=`: ValueError in `_parse_nested`. */
interface Bad {
  readonly bad: Span;
}

/** `cp.options(section)`: those of `[DEFAULT]` behind its own, and only looked at where it has none. */
function withDefaults(
  own: Settings,
  defaults: readonly (readonly [string, Setting | Bad])[],
): Settings | Bad {
  if (defaults.length === 0) return own;
  const settings = new Map(own);
  for (const [key, setting] of defaults) {
    if (settings.has(key)) continue;
    if ("bad" in setting) return setting;
    settings.set(key, setting);
  }
  return settings;
}

function settingsOf(
  document: Document,
  options: ReadonlyMap<string, Option>,
): Settings | Bad {
  const settings = new Map<string, Setting>();
  for (const option of options.values()) {
    const setting = settingOf(document, option);
    if ("bad" in setting) return setting;
    settings.set(option.key, setting);
  }
  return settings;
}

function settingOf(
  { path, text }: Document,
  { key, start, parts }: Option,
): Setting | Bad {
  // `'\n'.join(val).rstrip()`: what is empty at the end goes; a part has no space at its ends.
  let count = parts.length;
  while (count > 1 && parts[count - 1].start === parts[count - 1].end) count--;
  const kept = parts.slice(0, count);
  const end = kept[count - 1].end;
  const value = kept.map((part) => text.slice(part.start, part.end)).join("\n");
  if (!value.startsWith("\n")) return { key, value, path, start, end };
  const nested = new Map<string, Setting>();
  for (const part of kept) {
    for (const piece of splitLines(text, part)) {
      const line = stripped(text, piece);
      if (line.start === line.end) continue;
      const length = text.slice(line.start, line.end).indexOf("=");
      if (length === -1) return { bad: { path, ...line } };
      const equals = line.start + length;
      const name = stripped(text, { start: line.start, end: equals });
      const rest = stripped(text, { start: equals + 1, end: line.end });
      const sub = text.slice(name.start, name.end);
      nested.set(sub, {
        key: sub,
        value: text.slice(rest.start, rest.end),
        path,
        start: line.start,
        end: line.end,
      });
    }
  }
  return { key, value: "", path, start, end, nested };
}
