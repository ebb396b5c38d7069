import type {
  Document,
  Property,
  Section,
  SectionType,
} from "../model/document.ts";
import { isTemplate } from "../model/template.ts";
import { type Odd, oddIn } from "./odd.ts";

/** A profile as a person means it: its sections in both files, credentials behind config. */
export interface Profile {
  readonly name: string;
  readonly sections: readonly Section[];
  /** The setting that counts: that of the credentials file before that of config, the last before the first. */
  readonly get: (name: string) => Property | undefined;
  /** Every setting of that name, in order. */
  readonly all: (name: string) => readonly Property[];
}

/** What rules ask about both files. Names of keys are in lower case. */
export interface Index {
  /** Sections of these types, in order of files and lines. */
  readonly sections: (...types: readonly SectionType[]) => readonly Section[];
  /** Settings of these names in sections of any type, nested ones left out. */
  readonly settings: (...names: readonly string[]) => readonly Property[];
  /** All settings, nested ones left out. */
  readonly all: readonly Property[];
  /** The names that settings have, each once, nested ones left out: far fewer than settings. */
  readonly names: Iterable<string>;
  /** All settings inside nested blocks. */
  readonly nested: readonly Property[];
  readonly profiles: ReadonlyMap<string, Profile>;
  readonly sessions: ReadonlyMap<string, readonly Section[]>;
  readonly services: ReadonlyMap<string, readonly Section[]>;
  /** What is not written as in AWS's own examples: rules about shapes look there alone. */
  readonly odd: Odd;
  /** Whether another program fills in the file: `{{ … }}`, `<% … %>`, `{% … %}`. */
  readonly templated: (document: Document) => boolean;
}

/** Sorts both files' sections and settings once. */
export function indexOf(documents: readonly Document[]): Index {
  const bySection = new Map<SectionType, Section[]>();
  const byName = new Map<string, Property[]>();
  const profiles = new Map<string, Section[]>();
  const sessions = new Map<string, Section[]>();
  const services = new Map<string, Section[]>();
  const all: Property[] = [];
  const nested: Property[] = [];
  // Credentials come last, since they win.
  const inOrder = documents.toSorted((a, b) =>
    a.kind === b.kind ? 0 : a.kind === "config" ? -1 : 1
  );
  for (const { sections } of inOrder) {
    for (const section of sections) {
      push(bySection, section.type, section);
      if (section.type === "default" || section.type === "profile") {
        push(profiles, section.name, section);
      } else if (section.type === "sso-session") {
        push(sessions, section.name, section);
      } else if (section.type === "services") {
        push(services, section.name, section);
      }
      for (const property of section.properties) {
        all.push(property);
        push(byName, property.name, property);
        for (const child of property.children) nested.push(child);
      }
    }
  }
  let made: ReadonlyMap<string, Profile> | undefined;
  let odd: Odd | undefined;
  const templates = new Map<Document, boolean>();
  return {
    sections: (...types) => gather(bySection, types),
    settings: (...names) => gather(byName, names),
    all,
    get names() {
      return byName.keys();
    },
    nested,
    get profiles() {
      return made ??= new Map(
        [...profiles].map((
          [name, sections],
        ) => [name, profile(name, sections)]),
      );
    },
    sessions,
    services,
    get odd() {
      return odd ??= oddIn(inOrder);
    },
    templated: (document) => {
      let answer = templates.get(document);
      if (answer === undefined) {
        templates.set(document, answer = isTemplate(document.text));
      }
      return answer;
    },
  };
}

function profile(name: string, sections: readonly Section[]): Profile {
  const all = (wanted: string) =>
    sections.flatMap(({ properties }) =>
      properties.filter(({ name }) => name === wanted)
    );
  return {
    name,
    sections,
    all,
    get: (wanted) => {
      for (let at = sections.length - 1; at >= 0; at--) {
        const { properties } = sections[at];
        for (let last = properties.length - 1; last >= 0; last--) {
          if (properties[last].name === wanted) return properties[last];
        }
      }
      return undefined;
    },
  };
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

function gather<K, V>(
  map: ReadonlyMap<K, readonly V[]>,
  keys: readonly K[],
): readonly V[] {
  if (keys.length === 1) return map.get(keys[0]) ?? [];
  return keys.flatMap((key) => map.get(key) ?? []);
}
