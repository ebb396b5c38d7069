import type { Rule } from "../src/lint/rule.ts";
import { remove, replace } from "../src/text/edit.ts";

/** One blank on either side of `=`, and none at the end of a line. */
export const spacingStyle: Rule = {
  id: "spacing-style",
  severity: "info",
  default: "off",
  summary: "A setting is not spaced as key = value",
  why: `
Every official client reads any spacing. Small parsers do not: some want a blank on either side of
\`=\`, others take a second one for a part of the key, or a blank at the end of the line for a part of
the secret. \`key = value\` is the form that all of them read, and the one that the AWS CLI writes.

Reports: [aws/aws-sdk-go#2281](https://github.com/aws/aws-sdk-go/issues/2281),
[aws/aws-sdk-go-v2#259](https://github.com/aws/aws-sdk-go-v2/issues/259),
[pola-rs/polars#18254](https://github.com/pola-rs/polars/issues/18254),
[cloudyr/aws.signature#15](https://github.com/cloudyr/aws.signature/issues/15),
[ashiina/lambda-local#24](https://github.com/ashiina/lambda-local/issues/24).
`,
  examples: () => [
    {
      title: "Aligned, tight, and with blanks at the end",
      bad: {
        config:
          "[profile dev]\r\nregion   = eu-west-1\r\noutput=json\t\r\ncli_pager =  \r\ns3=\r\n  addressing_style  =path",
      },
      says: [
        "config:2:7 Not spaced as key = value",
        "config:3:7 Not spaced as key = value",
        "config:4:12 Blanks at the end of the line",
        "config:5:3 Not spaced as key = value",
        "config:6:19 Not spaced as key = value",
      ],
      good: {
        config:
          "[profile dev]\r\nregion = eu-west-1\r\noutput = json\r\ncli_pager =\r\ns3 =\r\n  addressing_style = path",
      },
    },
    {
      title: "As the AWS CLI writes it",
      good: { config: "[default]\nregion = eu-west-1\n" },
    },
  ],
  *check({ documents }) {
    for (const { path, text, lines } of documents) {
      for (const line of lines) {
        if (line.kind === "blank") continue;
        // Blanks alone: what else a language takes for white space is a part of the value for some client.
        const blanks = /[ \t]*$/.exec(text.slice(line.indent, line.stop))![0];
        const end = { path, start: line.stop - blanks.length, end: line.stop };
        const trailing = end.start < end.end ? [remove(end)] : [];
        if (
          line.kind === "pair" && text[line.delimiter] === "=" &&
          line.keyEnd > line.indent
        ) {
          const empty = line.valueStart === line.valueEnd;
          const span = {
            path,
            start: line.keyEnd,
            end: empty ? line.delimiter + 1 : line.valueStart,
          };
          const wanted = empty ? " =" : " = ";
          // Behind a blank, "#" would begin a comment.
          const sign = !empty && line.valueStart === line.delimiter + 1 &&
            /[#;]/.test(text[line.valueStart]);
          if (!sign && text.slice(span.start, span.end) !== wanted) {
            yield {
              span,
              message: "Not spaced as key = value",
              fix: {
                title: "Space it",
                edits: [replace(span, wanted), ...trailing],
              },
            };
            continue;
          }
        }
        if (trailing.length === 0) continue;
        yield {
          span: end,
          message: "Blanks at the end of the line",
          fix: { title: "Take them away", edits: trailing },
        };
      }
    }
  },
};
