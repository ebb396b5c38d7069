import { relevantClients } from "../src/lint/client_names.ts";
import { textBehind } from "../src/lint/header_text.ts";
import type { Rule } from "../src/lint/rule.ts";
import { moveBehindToAbove } from "../src/model/lines.ts";
import { ini } from "../src/text/ini.ts";

/** `[profile dev] # note` */
export const commentAfterHeader: Rule = {
  id: "comment-after-header",
  severity: "warning",
  summary: "A comment stands behind a header",
  why: `
.NET, and with it the AWS Toolkit for Visual Studio, refuses the whole file when anything stands
behind the bracket. Without a blank in front of the \`#\` it is worse: in \`[profile dev]# note\`
JS sees no header and gives the settings below to the profile above. And when the comment
itself holds a \`]\`, the AWS CLI and boto3 take all up to there for the name and lose the profile.

The fix moves the comment to a line of its own.
`,
  examples: () => [
    {
      title: "A note behind a header",
      bad: {
        config: ini`
          [profile dev] # sandbox
          region = eu-west-1
        `,
      },
      says: [
        "config:1:15 A comment behind a header makes .NET refuse the whole file",
      ],
      good: {
        config: ini`
          # sandbox
          [profile dev]
          region = eu-west-1
        `,
      },
    },
    {
      title: "Without a blank, CRLF",
      bad: {
        config:
          "[profile a]\r\nregion = eu-west-1\r\n[profile b]; old\r\nregion = eu-central-1",
      },
      says: [
        "config:3:12 A comment that touches the header: JS gives the settings below to the profile above, and .NET refuses the whole file",
      ],
      good: {
        config:
          "[profile a]\r\nregion = eu-west-1\r\n; old\r\n[profile b]\r\nregion = eu-central-1",
      },
    },
    {
      title: "A comment with a bracket",
      bad: {
        config: ini`
          [profile dev] # see [wiki]
          region = eu-west-1
        `,
      },
      says: [
        'config:1:15 A comment with a "]" behind a header: the AWS CLI and boto3 lose the section',
      ],
      good: {
        config: ini`
          # see [wiki]
          [profile dev]
          region = eu-west-1
        `,
      },
    },
  ],
  *check({ index, settings }) {
    const dotnet = relevantClients(settings).includes("dotnet");
    for (const section of index.odd.sections) {
      const { text, path } = section.document;
      const comment = textBehind(section);
      if (!/^[#;]/.test(comment.text)) continue;
      const { start, end } = comment;
      const touches = text[start - 1] === "]";
      const bracket = comment.text.includes("]");
      if (!touches && !bracket && !dotnet) continue;
      yield {
        span: { path, start, end },
        severity: touches || bracket ? "error" : "warning",
        message: touches
          ? "A comment that touches the header: JS gives the settings below to the profile above, and .NET refuses the whole file"
          : bracket
          ? 'A comment with a "]" behind a header: the AWS CLI and boto3 lose the section'
          : "A comment behind a header makes .NET refuse the whole file",
        fix: {
          title: "Move the comment to a line of its own",
          edits: moveBehindToAbove(section.document, {
            line: section.firstLine,
            from: start,
          }),
        },
      };
    }
  },
};
