import { commentBehind, withoutComment } from "../src/lint/inline_comment.ts";
import type { Rule } from "../src/lint/rule.ts";
import { isCompleteSecret } from "../src/lint/secret_form.ts";
import { ini } from "../src/text/ini.ts";

/** A secret with a ` #` or ` ;` in it. */
export const secretCutAtComment: Rule = {
  id: "secret-cut-at-comment",
  severity: "error",
  summary: "A secret holds a sign at which most clients begin a comment",
  why: `
JS, Go, Rust, Java and the common runtime take a \`#\` or \`;\` behind a blank for the beginning of a
comment, and sign with what stands in front of it; the AWS CLI, boto3 and .NET take the whole line. So
one and the same key works in one program and gives \`SignatureDoesNotMatch\` in the next. There is
no way to quote it.

Secrets of AWS hold neither blanks nor these signs. Those of another S3 store may: ask it for a new
one. If the text behind the sign is a comment, give it a line of its own and look whether the
secret in front of it is complete: 40 characters for a secret key.
`,
  examples: () => [
    {
      title: "A secret of another store",
      bad: {
        credentials: ini`
          [store]
          aws_access_key_id = minio
          aws_secret_access_key = correct #horse battery
        `,
      },
      says: [
        'credentials:3:33 JS, Go, Rust and Java cut "aws_secret_access_key" off here, the AWS CLI, boto3 and .NET do not',
      ],
      good: {
        credentials: ini`
          [store]
          aws_access_key_id = minio
          aws_secret_access_key = correct#horse;battery
        `,
      },
    },
    {
      title: "A whole key and a comment, which another rule takes care of",
      good: {
        credentials: ini`
          [dev]
          aws_access_key_id = AKIAIOSFODNN7EXAMPLE
          # of 2024
          aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY
        `,
      },
    },
  ],
  *check({ index }) {
    const secrets = index.settings(
      "aws_secret_access_key",
      "aws_session_token",
      "aws_security_token",
    );
    for (const property of secrets) {
      const start = commentBehind(property);
      if (
        start === undefined ||
        isCompleteSecret(property.name, withoutComment(property))
      ) continue;
      yield {
        span: { ...property.valueSpan, start, end: start + 1 },
        message:
          `JS, Go, Rust and Java cut "${property.key}" off here, the AWS CLI, boto3 and .NET do not`,
        help:
          "Ask for a secret without this sign, or give the comment a line of its own",
      };
    }
  },
};
