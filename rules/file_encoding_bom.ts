import type { Rule } from "../src/lint/rule.ts";
import { remove } from "../src/text/edit.ts";

/** A byte-order mark in front of UTF-8, as Notepad and PowerShell write it. */
export const fileEncodingBom: Rule = {
  id: "file-encoding-bom",
  severity: "error",
  summary: "The file begins with a byte-order mark",
  why: `
Editors on Windows, and \`Set-Content -Encoding UTF8\` in PowerShell 5, put the three bytes
\`EF BB BF\` in front of a file. No editor shows them. The AWS CLI and boto3 answer
\`Unable to parse config file\`, Rust and Java refuse the file as well, the common runtime drops it,
and Go does not see a section in the first line. JS and .NET read it, so "it works in my tool" says
nothing.

The fix takes the mark out. In an editor: save as "UTF-8", not as "UTF-8 with BOM".

Reports: [aws/aws-cli#3419](https://github.com/aws/aws-cli/issues/3419),
[Brightspace/bmx#366](https://github.com/Brightspace/bmx/pull/366).
`,
  examples: () => [
    {
      title: "A file that Notepad saved",
      bad: { config: "\ufeff[default]\r\nregion = eu-west-1\r\n" },
      says: [
        "config:1:1 The file begins with a byte-order mark: the AWS CLI, boto3, Rust and Java refuse it",
      ],
      good: { config: "[default]\r\nregion = eu-west-1\r\n" },
    },
    {
      title: "UTF-8 without a mark may hold any letter in a comment",
      good: { config: "# für später\n[default]\nregion = eu-west-1\n" },
    },
  ],
  *check({ documents }) {
    for (const { path, text, encoding } of documents) {
      if (encoding !== "utf-8" || text.charCodeAt(0) !== 0xfeff) continue;
      const span = { path, start: 0, end: 1 };
      yield {
        span,
        message:
          "The file begins with a byte-order mark: the AWS CLI, boto3, Rust and Java refuse it",
        fix: { title: "Take the mark out", edits: [remove(span)] },
      };
    }
  },
};
