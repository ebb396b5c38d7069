import { goErrors } from "./go_errors.ts";
import { asBytes } from "./byte_text.ts";
import type { Problem, Sections, Settings, View } from "./view.ts";

/** Settings of a named section, flat: `s3.addressing_style`. */
export type FlatSections = Readonly<
  Record<string, Readonly<Record<string, string>>>
>;

/** A view as plain data, in the shape in which the answers of the real clients are recorded. */
export interface ReadAs {
  readonly profiles?: FlatSections;
  readonly sso_sessions?: FlatSections;
  readonly services?: FlatSections;
  /** Sections that are none of these, where the client keeps them (botocore), by raw header. */
  readonly other_sections?: FlatSections;
  /** The client loads nothing. */
  readonly error?: string;
  /** The client drops this file and keeps the other. */
  readonly config_error?: string;
  readonly credentials_error?: string;
}

/** A view as plain data: what the real client is asked for, so that the two can be compared. */
export function readAs(
  view: View & { readonly others?: Sections },
): ReadAs {
  if (view.error) return { error: words(view.error) };
  // crt has bytes and no characters, and of a file that it refuses nothing but a null pointer: the words stand in its log.
  const bytes = view.client === "crt";
  const flat = (sections: Sections) =>
    flatSections(sections, bytes ? asBytes : same);
  const said = (problem: Problem) =>
    bytes ? "FATAL (collection NULL)" : words(problem);
  const { config, credentials } = view.files;
  // JS reads a file that it refuses as an empty one, and nobody is told (loadSharedConfigFiles, swallowError).
  const silent = view.client === "js";
  const profiles = flat(view.profiles);
  return {
    profiles: view.client === "go" ? withErrors(view, profiles) : profiles,
    sso_sessions: flat(view.sessions),
    ...(view.client === "dotnet" ? {} : { services: flat(view.services) }),
    ...(view.others?.size ? { other_sections: flat(view.others) } : {}),
    ...(config?.error && !silent ? { config_error: said(config.error) } : {}),
    ...(credentials?.error && !silent
      ? { credentials_error: said(credentials.error) }
      : {}),
  };
}

/** A profile of the Go client carries the errors that were found when it was loaded. */
function withErrors(view: View, profiles: FlatSections): FlatSections {
  return Object.fromEntries(
    Object.entries(profiles).map(([name, settings]) => {
      const errors = goErrors(view, name);
      return [
        name,
        errors.length > 0
          ? { ...settings, __errors__: `[${errors.join(" ")}]` }
          : settings,
      ];
    }),
  );
}

function words(problem: Problem): string {
  return problem.message.replaceAll("<path>", () => problem.path);
}

function same(text: string): string {
  return text;
}

function flatSections(
  sections: Sections,
  as: (text: string) => string,
): FlatSections {
  const flat = [...sections].map(([name, settings]) => {
    const pairs = [...flatSettings(settings)].map((
      [key, value],
    ) => [as(key), as(value)]);
    return [as(name), Object.fromEntries(pairs)];
  });
  return Object.fromEntries(flat);
}

function* flatSettings(settings: Settings): Iterable<[string, string]> {
  for (const [key, { value, nested }] of settings) {
    // A key that opens a block has no value of its own, but in JS, where it is just another key.
    if (!nested || value !== "") yield [key, value];
    for (const [sub, setting] of nested ?? []) {
      yield [`${key}.${sub}`, setting.value];
    }
  }
}
