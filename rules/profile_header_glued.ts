import { rewriteHeader } from "../src/lint/rewrite_header.ts";
import type { Fix, Rule, Section } from "../src/lint/rule.ts";
import { ini } from "../src/text/ini.ts";

/** In the config file, `[profile_dev]` is not the profile `dev`. */
export const profileHeaderGlued: Rule = {
  id: "profile-header-glued",
  severity: "error",
  summary: "The word profile is not set off by a blank in a header",
  why: `
In the config file the header of a profile is the word \`profile\`, one blank and the name:
\`[profile dev]\`. Written \`[profile_dev]\`, \`[profile-dev]\` or \`[profile:dev]\`, every client passes over
the section without a word, and only JS takes \`[profile.dev]\` for \`dev\`. AWS's own page on SSO in the
Toolkit for Visual Studio spells the prefix \`profile_\`.

The fix makes settings count that did not count before. Read them first. If the profile's name
begins with the word, it needs the prefix all the same: \`[profile profile-dev]\`.

Source: [the page's text](https://github.com/awsdocs/aws-toolkit-visual-studio-user-guide/blob/main/doc_source/sso-credentials.md).
`,
  examples: () => [
    {
      title: "The prefix as AWS's page has it",
      bad: {
        config: ini`
          [profile_sso-user-1]
          region = us-west-2
        `,
      },
      says: [
        'config:1:10 "profile_sso-user-1" is not read as a profile: in the config file it must be "profile sso-user-1"',
      ],
      good: {
        config: ini`
          [profile sso-user-1]
          region = us-west-2
        `,
      },
    },
    {
      title: "Other signs",
      bad: { config: "[profile.a]\r\n\r\n[profile_default]\r\n" },
      says: [
        'config:1:10 "profile.a" is read as a profile by JS alone: in the config file it must be "profile a"',
        'config:3:10 "profile_default" is not read as a profile: in the config file it must be "default"',
      ],
      good: { config: "[profile a]\r\n\r\n[default]\r\n" },
    },
    {
      title: "A name that begins with the word",
      good: {
        config: ini`
          [profile profile_dev]
          region = us-west-2
        `,
        credentials: ini`
          [profile_dev]
          aws_access_key_id = AKIAIOSFODNN7EXAMPLE
          aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY
        `,
      },
    },
  ],
  *check({ index }) {
    const config = index.sections("profile", "default").filter((
      { document },
    ) => document.kind === "config");
    const glued = config.filter(({ form }) => form === "glued");
    if (glued.length === 0) return;
    const taken = new Set(
      config.filter(({ form }) => form !== "glued").map(({ name }) => name),
    );
    for (const section of glued) {
      const whole = textOf(section);
      // Whoever has [profile_dev] in credentials means the profile "profile_dev".
      const name = index.profiles.has(whole) ? whole : section.name;
      const readers = whole.startsWith("profile.")
        ? "is read as a profile by JS alone"
        : "is not read as a profile";
      yield {
        span: section.nameSpan,
        message: `"${whole}" ${readers}: in the config file it must be "${
          name === "default" ? name : `profile ${name}`
        }"`,
        // To write a second [profile dev] would be a new mistake.
        ...(taken.has(name) ? {} : { fix: setOff(section, name) }),
      };
      taken.add(name);
    }
  },
};

function setOff(section: Section, name: string): Fix {
  const header = name === "default" ? "[default]" : `[profile ${name}]`;
  return { title: `Write ${header}`, edits: [rewriteHeader(section, header)] };
}

function textOf({ document, headerSpan }: Section): string {
  return document.text.slice(headerSpan.start, headerSpan.end)
    .replace(/^\[[ \t]*|[ \t]*\]?$/g, "");
}
