import type { Property, Rule } from "../src/lint/rule.ts";
import { ini } from "../src/text/ini.ts";

const keys = [
  "aws_access_key_id",
  "aws_secret_access_key",
  "aws_session_token",
] as const;

/** The parts of one key stand in two files, or in both. */
export const credentialsSplitAcrossFiles: Rule = {
  id: "credentials-split-across-files",
  severity: "warning",
  summary: "The parts of one access key stand in both files",
  why: `
botocore reads an access key from one file alone: an id in config and its secret in credentials are no pair for it,
and a token in config is passed over when the keys stand in credentials. JavaScript merges the two files key by key,
so it signs with a token that belongs to other keys. Go refuses to start with one half in a file.

Keep all parts in the credentials file.

Reports: [aws/aws-cli#1197](https://github.com/aws/aws-cli/issues/1197),
[aws/aws-cli#2878](https://github.com/aws/aws-cli/issues/2878).
`,
  examples: () => [
    {
      title: "An old token in config",
      bad: {
        config: ini`
          [profile dev]
          aws_session_token = IQoJb3JpZ2luX2IQoJb3JpZ2luX2IEXAMPLE
          region = eu-west-1
        `,
        credentials: ini`
          [dev]
          aws_access_key_id = AKIAIOSFODNN7EXAMPLE
          aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY
        `,
      },
      says: [
        'config:2:1 The keys of profile "dev" stand in the credentials file: botocore passes over "aws_session_token" here, JavaScript signs with it',
      ],
      good: {
        config: ini`
          [profile dev]
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
      title: "Keys in both files",
      bad: {
        config: ini`
          [profile dev]
          aws_access_key_id = AKIAI44QH8DHBEXAMPLE
          aws_secret_access_key = je7MtGbClwBF/2Zp9Utk/h3yCo8nvbEXAMPLEKEY
          region = eu-west-1
        `,
        credentials: ini`
          [dev]
          aws_access_key_id = AKIAIOSFODNN7EXAMPLE
          aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY
        `,
      },
      says: [
        'config:2:1 Profile "dev" has keys in both files: those of the credentials file count, these do nothing',
      ],
      good: {
        config: ini`
          [profile dev]
          region = eu-west-1
        `,
        credentials: ini`
          [dev]
          aws_access_key_id = AKIAIOSFODNN7EXAMPLE
          aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY
        `,
      },
    },
  ],
  *check({ index, documents }) {
    if (documents.length < 2) return;
    const seen = new Set<string>();
    for (const property of index.settings(...keys)) {
      const { section } = property;
      if (section.document.kind !== "config" || seen.has(section.name)) {
        continue;
      }
      const profile = index.profiles.get(section.name);
      const inFile = (kind: string): Property[] =>
        keys.flatMap((key) =>
          profile?.all(key).filter((one) =>
            one.section.document.kind === kind
          ) ?? []
        );
      const there = inFile("credentials");
      if (there.length === 0) continue;
      seen.add(section.name);
      const here = inFile("config");
      const twice = here.some(({ name }) => name === "aws_access_key_id") &&
        there.some(({ name }) => name === "aws_access_key_id");
      yield {
        span: property.keySpan,
        message: twice
          ? `Profile "${section.name}" has keys in both files: those of the credentials file count, these do nothing`
          : `The keys of profile "${section.name}" stand in the credentials file: botocore passes over "${property.name}" here, JavaScript signs with it`,
        related: [{
          span: there[0].keySpan,
          message: "The keys in the credentials file",
        }],
        help: twice
          ? "Remove the keys from config"
          : "Remove the line, or move it to the credentials file if it belongs to those keys",
      };
    }
  },
};
