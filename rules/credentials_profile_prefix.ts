import { rewriteHeader } from "../src/lint/rewrite_header.ts";
import type { Rule } from "../src/lint/rule.ts";
import { ini } from "../src/text/ini.ts";

/** In the credentials file, `[profile dev]` is not the profile `dev`. */
export const credentialsProfilePrefix: Rule = {
  id: "credentials-profile-prefix",
  severity: "error",
  summary:
    "A section of the credentials file has the prefix of the config file",
  why: `
In the credentials file a profile is written \`[dev]\`; the word \`profile\` belongs in the config file
alone. The AWS CLI and boto3 take \`[profile dev]\` there for a profile with the name \`profile dev\` and
do not find \`dev\`; JS, Go, Rust and the common runtime do not find it either; only .NET reads it as
it is meant.

Whoever exports \`AWS_PROFILE="profile dev"\` to cope must change that along with the header.

Reports: [aws/aws-sdk-java-v2#3858](https://github.com/aws/aws-sdk-java-v2/issues/3858),
[aws/aws-toolkit-vscode#934](https://github.com/aws/aws-toolkit-vscode/issues/934),
[aws/aws-cli#5402](https://github.com/aws/aws-cli/issues/5402).
`,
  examples: () => [
    {
      title: "The prefix of the config file",
      bad: {
        credentials: ini`
          [profile dev]
          aws_access_key_id = AKIAIOSFODNN7EXAMPLE
          aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY
        `,
      },
      says: [
        'credentials:1:10 "dev" is not found by the AWS CLI, boto3, JS, Go or Rust: in the credentials file its header must be "[dev]"',
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
      title: "Windows line ends, blanks and quotes",
      bad: { credentials: '[ profile "dev" ]\r\nregion = us-west-2\r\n' },
      says: [
        'credentials:1:11 "dev" is not found by the AWS CLI, boto3, JS, Go or Rust: in the credentials file its header must be "[dev]"',
      ],
      good: { credentials: "[dev]\r\nregion = us-west-2\r\n" },
    },
    {
      title: "In the config file the prefix is right",
      good: { config: "[profile dev]\nregion = us-west-2\n" },
    },
  ],
  *check({ index }) {
    const taken = new Map(
      index.sections("profile", "default").filter(({ document, form }) =>
        document.kind === "credentials" && form !== "prefixed"
      ).map((section) => [section.name, section]),
    );
    for (const section of index.sections("profile")) {
      const { form, name, nameSpan } = section;
      if (form !== "prefixed") continue;
      const other = taken.get(name);
      yield {
        span: nameSpan,
        message:
          `"${name}" is not found by the AWS CLI, boto3, JS, Go or Rust: in the credentials file its header must be "[${name}]"`,
        ...(other
          ? {
            related: [{
              span: other.headerSpan,
              message: "it is here already",
            }],
            help: `Move the settings to [${name}], which the file has already`,
          }
          : {
            fix: {
              title: `Write [${name}]`,
              edits: [rewriteHeader(section, `[${name}]`)],
            },
          }),
      };
      // To write a second [dev] would be a new mistake.
      if (!other) taken.set(name, section);
    }
  },
};
