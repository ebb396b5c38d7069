import type { Rule } from "../src/lint/rule.ts";
import { lineEnd } from "../src/model/lines.ts";

/** A last line that does not end. */
export const missingFinalNewline: Rule = {
  id: "missing-final-newline",
  severity: "warning",
  summary: "The last line does not end",
  why: `
Today's clients read such a file. But whatever is appended to it, by \`echo >>\`, by an installer
or once by \`aws configure\`, lands on the last line: \`output = json[profile b]\`. And programs
built on the SDK for Go v1 from before October 2020 fail when that line is a key without a value,
\`cli_pager =\` or \`s3 =\`, with an \`INIParseError\` that names neither file nor line.

Reports: [awslabs/amazon-ecr-credential-helper#317](https://github.com/awslabs/amazon-ecr-credential-helper/issues/317),
[GoogleCloudPlatform/terraformer#442](https://github.com/GoogleCloudPlatform/terraformer/issues/442),
[aws/aws-cli#2658](https://github.com/aws/aws-cli/issues/2658).
`,
  examples: () => [
    {
      title: "The last line does not end",
      bad: { config: "[default]\nregion = eu-west-1" },
      says: [
        "config:2:19 The last line does not end: what a tool appends will be a part of it",
      ],
      good: { config: "[default]\nregion = eu-west-1\n" },
    },
    {
      title: "A key without a value at the end, CRLF",
      bad: { config: "[default]\r\nregion = eu-west-1\r\ncli_pager =" },
      says: [
        "config:3:12 The last line does not end: what a tool appends will be a part of it",
      ],
      good: { config: "[default]\r\nregion = eu-west-1\r\ncli_pager =\r\n" },
    },
    { title: "An empty file", good: { config: "" } },
  ],
  *check({ documents }) {
    for (const document of documents) {
      const { path, lines } = document;
      const last = lines.length - 1;
      if (last < 0 || lines[last].stop < lines[last].end) continue;
      const { end } = lines[last];
      const span = { path, start: end, end };
      yield {
        span,
        message:
          "The last line does not end: what a tool appends will be a part of it",
        fix: {
          title: "End the last line",
          edits: [{ span, text: lineEnd(document, last) }],
        },
      };
    }
  },
};
