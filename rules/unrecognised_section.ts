import { distance } from "fastest-levenshtein";
import { headerText } from "../src/lint/header_text.ts";
import type { Index } from "../src/lint/index.ts";
import type { Fix, Rule, Section } from "../src/lint/rule.ts";
import { rewriteHeader } from "../src/lint/rewrite_header.ts";
import { ini } from "../src/text/ini.ts";

/** `[sso corp]`, a section that no client knows. */
export const unrecognisedSection: Rule = {
  id: "unrecognised-section",
  severity: "info",
  summary: "A section of the config file is none that a client knows",
  why: `
The config file has \`[default]\`, \`[profile …]\`, \`[sso-session …]\` and \`[services …]\`, the AWS CLI also
\`[plugins]\` and \`[preview]\`. Clients pass over any other section without a word. That is well where
it belongs to another tool, such as the marks of Granted, and a mistake where the first word is
almost one of these: then it is a warning, and the fix writes the word.

Reports: [vwal/awscli-mfa#2](https://github.com/vwal/awscli-mfa/issues/2) (why a tool should not be
strict here).
`,
  examples: () => [
    {
      title: "Almost a session, almost a profile",
      bad: {
        config: ini`
          [sso corp]
          sso_start_url = https://example.awsapps.com/start
          sso_region = eu-west-1
          sso_registration_scopes = sso:account:access
          [porfile dev]
          region = eu-west-1
        `,
      },
      says: [
        "config:1:1 No client reads [sso corp]; a session is written [sso-session corp]",
        "config:5:1 No client reads [porfile dev]; a profile is written [profile dev]",
      ],
      good: {
        config: ini`
          [sso-session corp]
          sso_start_url = https://example.awsapps.com/start
          sso_region = eu-west-1
          sso_registration_scopes = sso:account:access
          [profile dev]
          region = eu-west-1
        `,
      },
    },
    {
      title: "Something else",
      bad: { config: "[default]\nregion = eu-west-1\n[my tool]\nx = y\n" },
      says: ["config:3:1 No client reads [my tool]"],
      good: { config: "[default]\nregion = eu-west-1\n" },
    },
    {
      title: "Sections of the AWS CLI and of other tools",
      good: {
        config: ini`
          [plugins]
          cli_legacy_plugin_path = /opt/plugins
          [preview]
          cloudfront = true
          [granted_registry_start corp]
          [profile dev]
          region = eu-west-1
          [granted_registry_end corp]
        `,
      },
    },
  ],
  *check({ index }) {
    const given = new Set<string>();
    for (const section of index.sections("other")) {
      const { header, headerSpan, name } = section;
      const text = headerText(section).trim();
      if (!header || header.close === -1 || text === "") continue;
      if (
        /^(?:plugins|preview|okta|granted_registry_(?:start|end)\b.*)$/.test(
          name,
        )
      ) continue;
      // A keyword without a name, and a name that is one, are a malformed header.
      if (/^(?:profile|sso-session|services)$/i.test(text)) continue;
      const meant = meantHeader(text);
      const shown = `[${text}]`;
      yield {
        span: headerSpan,
        ...(meant ? { severity: "warning" } : {}),
        message: meant
          ? `No client reads ${shown}; a ${meant.what} is written [${meant.header}]`
          : `No client reads ${shown}`,
        ...(meant
          ? isTaken(index, meant) || given.has(meant.header)
            ? {
              help: "There is such a section already: move the settings there",
            }
            : { fix: write(section, meant.header) }
          : {}),
      };
      if (meant) given.add(meant.header);
    }
  },
};

const keywords = [
  { word: "profile", what: "profile" },
  { word: "sso-session", what: "session" },
  { word: "services", what: "services section" },
];

interface Meant {
  readonly header: string;
  readonly name: string;
  readonly what: string;
}

/** The header that was meant, when the first word is nearly a keyword. */
function meantHeader(text: string): Meant | undefined {
  const [, first, name] = /^(\S+)[ \t]+(\S.*)$/.exec(text) ?? [];
  if (!first) return undefined;
  const word = /^(?:sso|session)s?$/i.test(first)
    ? "sso-session"
    : first.toLowerCase();
  const near = keywords.find((keyword) => distance(word, keyword.word) <= 2);
  return near && { header: `${near.word} ${name}`, name, what: near.what };
}

function isTaken(index: Index, { name, what }: Meant): boolean {
  return what === "profile"
    ? index.profiles.has(name)
    : what === "session"
    ? index.sessions.has(name)
    : index.services.has(name);
}

function write(section: Section, header: string): Fix {
  return {
    title: `Write [${header}]`,
    edits: [rewriteHeader(section, `[${header}]`)],
    guess: true,
  };
}
