import { headerText } from "../src/lint/header_text.ts";
import type { Fix, Rule, Section } from "../src/lint/rule.ts";
import { rewriteHeader } from "../src/lint/rewrite_header.ts";
import { removeLines } from "../src/model/lines.ts";
import { ini } from "../src/text/ini.ts";

/** `[profile default]`, alone or beside `[default]`. */
export const defaultSectionAmbiguous: Rule = {
  id: "default-section-ambiguous",
  severity: "error",
  summary: "The default profile is written [profile default]",
  why: `
Every client reads \`[profile default]\`, but not the same beside \`[default]\`: the AWS CLI and boto3
take whichever comes last, .NET takes \`[default]\`, the others \`[profile default]\`; in each case the
other section is lost as a whole. \`aws configure\` writes to \`[default]\`, so what it writes does
not count, and even a lone \`[profile default]\` becomes such a pair the next time that it runs.

Write \`[default]\`, once.

Reports: [aws/aws-cli#9484](https://github.com/aws/aws-cli/issues/9484),
[victorskl/yawsso#85](https://github.com/victorskl/yawsso/issues/85),
[aws/aws-toolkit-jetbrains#4498](https://github.com/aws/aws-toolkit-jetbrains/issues/4498).
`,
  examples: () => [
    {
      title: "With the prefix",
      bad: { config: "[profile default]\nregion = eu-west-1\n" },
      says: [
        'config:1:1 "aws configure" does not find [profile default], and writes a second section of the default profile',
      ],
      good: { config: "[default]\nregion = eu-west-1\n" },
    },
    {
      title: "Both",
      bad: {
        config: ini`
          [default]
          region = eu-west-1
          [profile default]
          region = eu-central-1
        `,
      },
      says: [
        "config:3:1 The default profile stands in line 1 too, and clients do not agree which one counts: .NET takes [default], most others this one",
      ],
      good: { config: "[default]\nregion = eu-central-1\n" },
    },
    {
      title: "The credentials file",
      good: {
        config: "[default]\nregion = eu-west-1\n",
        credentials: ini`
          [default]
          aws_access_key_id = AKIAIOSFODNN7EXAMPLE
          aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY
        `,
      },
    },
  ],
  *check({ index }) {
    const sections = index.sections("default").filter(({ document }) =>
      document.kind === "config"
    );
    const bare = sections.find((section) =>
      headerText(section).trim() === "default"
    );
    let told = false;
    for (const section of sections) {
      // A second [profile default] is a duplicate, and told as one.
      if (told || !/^profile\s/i.test(headerText(section).trim())) continue;
      told = true;
      const span = section.headerSpan;
      if (!bare) {
        yield {
          span,
          severity: "warning",
          message:
            '"aws configure" does not find [profile default], and writes a second section of the default profile',
          fix: {
            title: "Write [default]",
            edits: [rewriteHeader(section, "[default]")],
          },
        };
        continue;
      }
      yield {
        span,
        message: `The default profile stands in line ${
          bare.firstLine + 1
        } too, and clients do not agree which one counts: .NET takes [default], most others this one`,
        help: "Keep one of them, as [default]",
        related: [{ span: bare.headerSpan, message: "[default]" }],
        suggestions: [
          {
            title: "Keep [profile default], as [default]",
            edits: [
              ...removal(bare).edits,
              rewriteHeader(section, "[default]"),
            ],
          },
          removal(section),
        ],
      };
    }
  },
};

function removal({ document, firstLine, lastLine }: Section): Fix {
  return {
    title: "Keep [default]",
    edits: [removeLines(document, firstLine, lastLine)],
  };
}
