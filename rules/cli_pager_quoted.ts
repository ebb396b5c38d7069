import type { Rule } from "../src/lint/rule.ts";
import { kindOf } from "../src/lint/section_kind.ts";
import { remove } from "../src/text/edit.ts";
import { ini } from "../src/text/ini.ts";

/** `cli_pager = ""` names a program without a name. */
export const cliPagerQuoted: Rule = {
  id: "cli-pager-quoted",
  severity: "warning",
  summary: "The pager is a pair of quotes, which is not the same as none",
  why: `
\`cli_pager =\` with nothing behind it turns the pager of the AWS CLI off. With a pair of quotes behind
it the AWS CLI starts a program whose name is empty: \`[Errno 13] Permission denied: ''\`. Quotes are
right for the variable, \`AWS_PAGER=""\`, where the shell takes them off.

Reports: [aws/aws-cli#5332](https://github.com/aws/aws-cli/issues/5332),
[boto/botocore#2101](https://github.com/boto/botocore/issues/2101).
`,
  templates: true,
  examples: () => [
    {
      title: "Quotes as in the shell",
      bad: {
        config: ini`
          [default]
          cli_pager = ""
          region = us-east-1
        `,
      },
      says: [
        "config:2:13 The quotes are taken for the name of a program: the AWS CLI fails to start it",
      ],
      good: {
        config: ini`
          [default]
          cli_pager =
          region = us-east-1
        `,
      },
    },
    {
      title: "A pager with its options",
      good: {
        config: ini`
          [default]
          cli_pager = less -R
        `,
      },
    },
  ],
  *check({ index }) {
    for (
      const { value, valueSpan, pair, section } of index.settings("cli_pager")
    ) {
      if (!/^(?:""|'')$/.test(value) || kindOf(section) !== "profile") continue;
      yield {
        span: valueSpan,
        message:
          "The quotes are taken for the name of a program: the AWS CLI fails to start it",
        fix: {
          title: "Remove the quotes",
          // The blank in front of them would be left at the end of the line.
          edits: [remove({ ...valueSpan, start: pair.delimiter + 1 })],
        },
      };
    }
  },
};
