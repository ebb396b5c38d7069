import type { Rule } from "../src/lint/rule.ts";
import { ini } from "../src/text/ini.ts";

/** A key id without its secret, or the other way round. */
export const partialCredentials: Rule = {
  id: "partial-credentials",
  severity: "error",
  summary: "A profile has one half of a key pair",
  why: `
An access key is a pair: \`aws_access_key_id\` and \`aws_secret_access_key\`. With the id alone botocore and
the AWS CLI stop with \`Partial credentials found in shared-credentials-file, missing:
aws_secret_access_key\`; with the secret alone they pass over it and look elsewhere, perhaps finding
another identity. JavaScript says only that it could not resolve credentials.

Often the other half is there and misspelt.

Reports: [boto/botocore PR 331](https://github.com/boto/botocore/pull/331),
[aws/aws-cli#690](https://github.com/aws/aws-cli/issues/690),
[aws/aws-sam-cli#3017](https://github.com/aws/aws-sam-cli/issues/3017).
`,
  yields: [
    "misspelt-key",
    "key-hyphenated",
    "key-not-lowercase",
    "colon-delimiter",
    "shell-export-line",
    "empty-value",
  ],
  examples: () => [
    {
      title: "The id without the secret",
      bad: {
        credentials: ini`
        [dev]
        aws_access_key_id = AKIAIOSFODNN7EXAMPLE
      `,
      },
      says: [
        'credentials:2:1 Profile "dev" has "aws_access_key_id" and no "aws_secret_access_key": one is no use without the other',
      ],
      good: {
        credentials: ini`
        [dev]
        aws_access_key_id = AKIAIOSFODNN7EXAMPLE
        aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY
      `,
      },
    },
    {
      title: "The secret without the id",
      bad: {
        credentials: ini`
        [dev]
        aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY
      `,
      },
      says: [
        'credentials:2:1 Profile "dev" has "aws_secret_access_key" and no "aws_access_key_id": one is no use without the other',
      ],
      good: { credentials: "" },
    },
  ],
  *check({ index }) {
    for (
      const property of index.settings(
        "aws_access_key_id",
        "aws_secret_access_key",
      )
    ) {
      const profile = index.profiles.get(property.section.name);
      if (
        !profile || property.section.type === "preamble" ||
        property.value === ""
      ) continue;
      const other = property.name === "aws_access_key_id"
        ? "aws_secret_access_key"
        : "aws_access_key_id";
      if (
        profile.get(other) ||
        profile.sections.some(({ properties }) =>
          properties.some(({ name }) => looksLike(name, other))
        )
      ) continue;
      yield {
        span: property.keySpan,
        message:
          `Profile "${profile.name}" has "${property.name}" and no "${other}": one is no use without the other`,
        help: `Add the line ${other} = …, or remove this one`,
      };
    }
  },
};

/** Whether a key that no client knows is the missing one, misspelt: that has a rule of its own. */
function looksLike(name: string, wanted: string): boolean {
  if (
    name === "aws_access_key_id" || name === "aws_secret_access_key" ||
    name === "aws_session_token"
  ) return false;
  const bare = name.replace(/^(?:export|set|setx)[ \t]+|^\$env:/, "")
    .replaceAll("-", "_");
  const secret = /secret/.test(wanted);
  return /key/.test(bare) && /access|secret/.test(bare) &&
    /secret/.test(bare) === secret;
}
