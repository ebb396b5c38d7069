import type { Property, Rule } from "../src/lint/rule.ts";
import { insertLineAbove } from "../src/model/lines.ts";
import { ini } from "../src/text/ini.ts";

/** Settings above the first header belong to no profile. */
export const missingSectionHeader: Rule = {
  id: "missing-section-header",
  severity: "error",
  summary: "Settings stand above the first section",
  why: `
Every setting belongs to the section above it, and above these there is none. The AWS CLI and boto3
answer \`Unable to parse config file\`, and so lose every profile; Rust and Java refuse the file,
the common runtime drops it. JS, Go and .NET pass over the lines.

Write \`[default]\` above them, or the header that was lost. The fix does the first where there is
no \`[default]\` yet.

Reports: [aws/aws-cli#5101](https://github.com/aws/aws-cli/issues/5101),
[boto/boto3#253](https://github.com/boto/boto3/issues/253).
`,
  examples: () => [
    {
      title: "Keys without a header",
      bad: {
        credentials: ini`
          # from the console
          aws_access_key_id = AKIAIOSFODNN7EXAMPLE
          aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY
        `,
      },
      says: [
        "credentials:2:1 No section stands above these settings: the AWS CLI, Rust and Java refuse the whole file",
      ],
      good: {
        credentials: ini`
          # from the console
          [default]
          aws_access_key_id = AKIAIOSFODNN7EXAMPLE
          aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY
        `,
      },
    },
    {
      title:
        "Where a default profile follows, only you know which one they belong to",
      bad: { config: "region = eu-west-1\r\n[default]\r\noutput = json\r\n" },
      says: [
        "config:1:1 No section stands above these settings: the AWS CLI, Rust and Java refuse the whole file",
      ],
      good: { config: "[default]\r\noutput = json\r\nregion = eu-west-1\r\n" },
    },
    {
      title: "Comments may stand above the first section",
      good: {
        config: "# region = us-east-1\n\n[default]\nregion = eu-west-1\n",
      },
    },
  ],
  *check({ index }) {
    for (const { document, properties } of index.sections("preamble")) {
      const [first] = properties;
      if (!first) continue;
      const taken = index.sections("default").some((one) =>
        one.document === document
      );
      yield {
        span: first.keySpan,
        message:
          "No section stands above these settings: the AWS CLI, Rust and Java refuse the whole file",
        ...(taken
          ? {
            help: `Write a header above them, such as ${
              headerFor(first)
            }, or move them`,
          }
          : {
            fix: {
              title: "Write [default] above them",
              edits: [insertLineAbove(document, first.line, "[default]")],
              guess: true,
            },
          }),
      };
    }
  },
};

function headerFor({ section: { document } }: Property): string {
  return document.kind === "config" ? "[profile NAME]" : "[NAME]";
}
