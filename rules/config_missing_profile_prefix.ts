import type { Fix, Rule, Section } from "../src/lint/rule.ts";
import { insertBefore } from "../src/text/edit.ts";
import { ini } from "../src/text/ini.ts";

/** In the config file, `[dev]` is not the profile `dev`. */
export const configMissingProfilePrefix: Rule = {
  id: "config-missing-profile-prefix",
  severity: "error",
  summary: "A section of the config file is not read as a profile",
  why: `
In the config file a profile is written \`[profile dev]\`; only \`[default]\` stands alone. Every
client passes over \`[dev]\` without a word, so its region, role or session never takes effect. If the
keys stand in the credentials file, the profile works all the same, and only its region is gone. The
credentials file is the other way round: there, \`[dev]\` is right.

The fix makes settings count that did not count before. Read them first.

Reports: [aws/aws-toolkit-jetbrains#3336](https://github.com/aws/aws-toolkit-jetbrains/issues/3336),
[aws/aws-cdk#12781](https://github.com/aws/aws-cdk/issues/12781),
[aws/aws-cli#370](https://github.com/aws/aws-cli/issues/370).
`,
  yields: ["sso-session-undefined"],
  examples: () => [
    {
      title: "A profile without its prefix",
      bad: {
        config: ini`
          [dev]
          region = eu-west-1
        `,
      },
      says: [
        'config:1:2 "dev" is not read as a profile: in the config file it must be "profile dev"',
      ],
      good: {
        config: ini`
          [profile dev]
          region = eu-west-1
        `,
      },
    },
    {
      title: "The default profile and the credentials file need no prefix",
      good: {
        config: ini`
          [default]
          region = eu-west-1
        `,
        credentials: ini`
          [dev]
          aws_access_key_id = AKIAIOSFODNN7EXAMPLE
          aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY
        `,
      },
    },
    {
      title: "A section of the AWS CLI itself",
      good: {
        config: ini`
          [preview]
          cloudfront = true
        `,
      },
    },
  ],
  *check({ index }) {
    const bare = index.odd.sections.filter(({ form }) => form === "unprefixed");
    if (bare.length === 0) return;
    const taken = new Set(
      index.sections("profile", "default")
        .filter(({ document, form }) =>
          document.kind === "config" && form !== "unprefixed"
        )
        .map(({ name }) => name),
    );
    for (const section of bare) {
      yield {
        span: section.nameSpan,
        message:
          `"${section.name}" is not read as a profile: in the config file it must be "profile ${section.name}"`,
        // To write a second [profile dev] would be a new mistake.
        ...(taken.has(section.name) ? {} : { fix: prefix(section) }),
      };
      taken.add(section.name);
    }
  },
};

function prefix({ name, nameSpan }: Section): Fix {
  return {
    title: `Write [profile ${name}]`,
    edits: [insertBefore(nameSpan, "profile ")],
  };
}
