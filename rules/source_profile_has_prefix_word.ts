import type { Rule } from "../src/lint/rule.ts";
import { remove } from "../src/text/edit.ts";
import { ini } from "../src/text/ini.ts";

/** The name of a profile is what stands behind the word in its header. */
export const sourceProfileHasPrefixWord: Rule = {
  id: "source-profile-has-prefix-word",
  severity: "error",
  summary: "source_profile repeats the word profile",
  why: `
In \`[profile base]\` the name of the profile is \`base\`. Everywhere else that name stands alone:
\`source_profile = base\`. botocore and the AWS CLI stop with \`The source_profile "profile base"
referenced in the profile "dev" does not exist.\`, and JavaScript does not find it either.

Reports: [NeilJed/aws-sso-credentials PR 9](https://github.com/NeilJed/aws-sso-credentials/pull/9) has the
same slip in \`AWS_PROFILE\`.
`,
  examples: () => [
    {
      title: "The header's words copied whole",
      bad: {
        config: ini`
          [profile base]
          credential_process = /opt/vault/creds
          region = eu-west-1

          [profile dev]
          role_arn = arn:aws:iam::123456789011:role/Dev
          source_profile = profile base
          region = eu-west-1
        `,
      },
      says: [
        'config:7:18 No profile is called "profile base": the name is "base"',
      ],
      good: {
        config: ini`
          [profile base]
          credential_process = /opt/vault/creds
          region = eu-west-1

          [profile dev]
          role_arn = arn:aws:iam::123456789011:role/Dev
          source_profile = base
          region = eu-west-1
        `,
      },
    },
  ],
  *check({ index }) {
    for (const { value, valueSpan } of index.settings("source_profile")) {
      const match = /^profile[ \t]+(\S.*)$/.exec(value);
      if (
        !match || index.profiles.has(value) || !index.profiles.has(match[1])
      ) continue;
      const length = value.length - match[1].length;
      yield {
        span: valueSpan,
        message: `No profile is called "${value}": the name is "${match[1]}"`,
        fix: {
          title: `Write "${match[1]}"`,
          edits: [remove({ ...valueSpan, end: valueSpan.start + length })],
        },
      };
    }
  },
};
