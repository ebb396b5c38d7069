import { relevantClients } from "../src/lint/client_names.ts";
import type { Finding, Input, Property, Rule } from "../src/lint/rule.ts";
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
  yields: ["*"],
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
    let readings: readonly Reading[] | undefined;
    for (const property of suspects(input)) {
      readings ??= asked.map((client) => readingOf(input.view(client)));
      const found = disagreement(property, readings);
      if (found) {
        yield input.settings.clients.length > 0
          ? { ...found, severity: "warning" }
          : found;
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

/** Settings that are not read alike by all clients as a matter of course. */
function* suspects({ documents, index }: Input): Iterable<Property> {
  for (const document of documents) {
    const plain = new Set(
      chunks(document).filter(({ plain }) => plain).map(({ firstLine }) =>
        firstLine
      ),
    );
    for (const section of document.sections) {
      const both = (index.profiles.get(section.name)?.sections.length ?? 0) > 1;
      if (!plain.has(section.firstLine) || both) yield* section.properties;
    }
  }
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
  const parts = [...groups].toSorted(([, a], [, b]) => b.length - a.length)
    .map(([words, those]) => `${listed(those)} ${words}`);
  return {
    span: property.keySpan,
    message: `Clients read "${property.name}" differently: ${parts.join(", ")}`,
    help:
      `awscfg show ${property.section.name} shows what each makes of the profile`,
  };
}

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
  // That a client refuses the whole file is told where it stumbles.
  if (view.error || view.files[property.section.document.kind]?.error) {
    return undefined;
  }
  const seen = find(property);
  if (!seen || seen.shadowed) return "does not see it";
  return seen.setting.nested
    ? "a block"
    : JSON.stringify(maskValue(property.name, seen.setting.value));
}

function listed(those: readonly Client[]): string {
  const names = those.map((client) => clientTitles[client]);
  const last = names.pop()!;
  return names.length > 0 ? `${names.join(", ")} and ${last}` : last;
}
