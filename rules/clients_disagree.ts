import { relevantClients } from "../src/lint/client_names.ts";
import type {
  Finding,
  Input,
  Property,
  Rule,
  Section,
} from "../src/lint/rule.ts";
import { type Finder, finderOf } from "../src/lint/seen.ts";
import { maskValue } from "../src/model/mask.ts";
import { chunks } from "../src/readers/chunks.ts";
import { clientTitles } from "../src/readers/client_titles.ts";
import { known } from "../src/readers/counts.ts";
import type { Client, View } from "../src/readers/view.ts";
import { ini } from "../src/text/ini.ts";

/** A setting that one client reads otherwise than another, for whatever reason. */
export const clientsDisagree: Rule = {
  id: "clients-disagree",
  severity: "info",
  summary: "Two clients read a setting differently",
  why: `
Every AWS client has a parser of its own, and they differ on quotes, comments, indentation, case, duplicates and what
the two files say of one profile. This rule reads the files as each of them does and reports a setting for which two
that know it come to different values, where no other rule explains why.

It is a warning for clients that are named in \`clients\` of \`awscfg.json\` or with \`--client\`. \`awscfg show PROFILE\`
shows the readings side by side.
`,
  late: true,
  examples: () => [
    {
      title: "A setting that Go does not take from the credentials file",
      bad: {
        config: ini`
          [profile dev]
          region = eu-west-1
        `,
        credentials: ini`
          [dev]
          aws_access_key_id = AKIAIOSFODNN7EXAMPLE
          aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY
          endpoint_url = https://localhost.example.com
        `,
      },
      says: [
        'credentials:4:1 Clients read "endpoint_url" differently: botocore, JS, Rust, Java, .NET and CRT "https://localhost.example.com", Go does not see it',
      ],
      good: {
        config: ini`
          [profile dev]
          region = eu-west-1
          endpoint_url = https://localhost.example.com
        `,
        credentials: ini`
          [dev]
          aws_access_key_id = AKIAIOSFODNN7EXAMPLE
          aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY
        `,
      },
    },
  ],
  *check(input) {
    const asked = relevantClients(input.settings);
    const severity = input.settings.clients.length > 0
      ? { severity: "warning" as const }
      : {};
    let readings: readonly Reading[] | undefined;
    for (const section of suspects(input)) {
      readings ??= asked.map((client) => readingOf(input.view(client)));
      for (const finding of ofSection(section, readings, input.told)) {
        yield { ...finding, ...severity };
      }
    }
  },
};

interface Reading {
  readonly view: View;
  readonly find: Finder;
}

function readingOf(view: View): Reading {
  return { view, find: finderOf(view) };
}

/** Sections that are not read alike by all clients as a matter of course. */
function* suspects({ documents, index }: Input): Iterable<Section> {
  const odd = new Set(index.odd.sections);
  if (odd.size === 0 && documents.length < 2) return;
  for (const document of documents) {
    const alike = new Set(
      odd.size === 0
        ? []
        : chunks(document).filter(({ plain }) => plain).map(({ firstLine }) =>
          firstLine
        ),
    );
    for (const section of document.sections) {
      const both = (index.profiles.get(section.name)?.sections.length ?? 0) > 1;
      if (both || odd.has(section) && !alike.has(section.firstLine)) {
        yield section;
      }
    }
  }
}

/** A section that some clients do not see at all is told once, at its header. */
function* ofSection(
  section: Section,
  readings: readonly Reading[],
  told: Input["told"],
): Iterable<Finding> {
  const { properties, document, nameSpan, name } = section;
  const untold = properties.filter(({ keySpan }) => !told(keySpan));
  const headerTold = told(nameSpan);
  if (untold.length === 0 && headerTold) return;
  const able = readings.filter(({ view }) =>
    !view.error && !view.files[document.kind]?.error
  );
  const blind = able.filter(({ find }) =>
    properties.every((property) => !find(property))
  );
  const seeing = able.filter((one) => !blind.includes(one));
  if (blind.length > 0 && seeing.length > 0 && section.header && !headerTold) {
    yield {
      span: nameSpan,
      message: `Clients differ on "${name}": ${sees(blind)} not see it, ${
        listed(clientsOf(seeing))
      } ${seeing.length > 1 ? "do" : "does"}`,
      help: `awscfg show ${name} shows what each makes of it`,
    };
  }
  for (const property of untold) {
    const found = disagreement(property, seeing);
    if (found) yield found;
  }
}

function clientsOf(readings: readonly Reading[]): readonly Client[] {
  return readings.map(({ view }) => view.client);
}

function sees(readings: readonly Reading[]): string {
  return `${listed(clientsOf(readings))} ${
    readings.length > 1 ? "do" : "does"
  }`;
}

function disagreement(
  property: Property,
  readings: readonly Reading[],
): Finding | undefined {
  const groups = new Map<string, Client[]>();
  for (const { view, find } of readings) {
    const words = wordsOf(property, view, find);
    if (words === undefined) continue;
    const group = groups.get(words);
    if (group) group.push(view.client);
    else groups.set(words, [view.client]);
  }
  if (groups.size < 2) return undefined;
  const parts = [...groups].toSorted(([, a], [, b]) => b.length - a.length).map(
    ([words, those]) =>
      words === UNSEEN
        ? `${listed(those)} ${those.length > 1 ? "do" : "does"} not see it`
        : `${listed(those)} ${words}`,
  );
  return {
    span: property.keySpan,
    message: `Clients read "${property.name}" differently: ${parts.join(", ")}`,
    help:
      `awscfg show ${property.section.name} shows what each makes of the profile`,
  };
}

/** In the place of a reading, where there is none. */
const UNSEEN = "";

/** What a client makes of a setting, or nothing if it has no use for the key. */
function wordsOf(
  property: Property,
  view: View,
  find: Finder,
): string | undefined {
  if (
    !known(view, { group: "profiles", key: property.name }) &&
    !known(view, { group: "sessions", key: property.name })
  ) {
    return undefined;
  }
  const seen = find(property);
  if (!seen || seen.shadowed) return UNSEEN;
  return seen.setting.nested
    ? "a block"
    : JSON.stringify(maskValue(property.name, seen.setting.value));
}

function listed(those: readonly Client[]): string {
  const names = those.map((client) => clientTitles[client]);
  const last = names.pop()!;
  return names.length > 0 ? `${names.join(", ")} and ${last}` : last;
}
