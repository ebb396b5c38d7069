import { relevantClients } from "../src/lint/client_names.ts";
import { moveCommentsOut } from "../src/lint/move_comments_out.ts";
import type { Rule } from "../src/lint/rule.ts";
import { ini } from "../src/text/ini.ts";

/** A comment at the beginning of a line, between the settings of a block. */
export const commentInNestedBlock: Rule = {
  id: "comment-in-nested-block",
  severity: "warning",
  summary: "A comment stands inside a nested block",
  why: `
For .NET, and with it the AWS Toolkit for Visual Studio, a nested block ends at a comment that begins
at the beginning of a line: the settings below it are read as keys of the profile, where they mean
nothing or something else. The other clients pass over the comment. An indented comment is worse, and
told as \`indented-comment\`.

The fix moves the comments above the key that opens the block.
`,
  examples: () => [
    {
      title: "Between the settings of S3",
      bad: {
        config: ini`
          [profile dev]
          region = eu-west-1
          s3 =
          # for MinIO
            addressing_style = path
          # and this
            payload_signing_enabled = true
          # the end
        `,
      },
      says: [
        'config:4:1 For .NET the block of "s3" ends at this comment',
      ],
      good: {
        config: ini`
          [profile dev]
          region = eu-west-1
          # for MinIO
          # and this
          s3 =
            addressing_style = path
            payload_signing_enabled = true
          # the end
        `,
      },
    },
    {
      title: "Above the block",
      good: {
        config: ini`
          [profile dev]
          region = eu-west-1
          # for MinIO
          s3 =
            addressing_style = path
        `,
      },
    },
  ],
  *check({ index, settings }) {
    if (!relevantClients(settings).includes("dotnet")) return;
    let last;
    for (const { parent } of index.nested) {
      if (parent === last) continue;
      last = parent;
      const { section: { document: { path, lines } }, key, line, children } =
        parent!;
      for (let at = line + 1; at < children.at(-1)!.line; at++) {
        const { kind, start, indent, stop } = lines[at];
        if (kind !== "comment" || indent > start) continue;
        yield {
          span: { path, start, end: stop },
          message: `For .NET the block of "${key}" ends at this comment`,
          fix: moveCommentsOut(parent!),
        };
        // The block ends but once.
        break;
      }
    }
  },
};
