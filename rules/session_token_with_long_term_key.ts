import { removeLine } from "../src/lint/lines.ts";
import type { Rule } from "../src/lint/rule.ts";
import { meaning } from "../src/model/meaning.ts";
import { ini } from "../src/text/ini.ts";

/** A session token left over from earlier keys makes every call fail. */
export const sessionTokenWithLongTermKey: Rule = {
  id: "session-token-with-long-term-key",
  severity: "error",
  summary: "A session token stands beside a long-term key",
  why: `
A key id that begins with \`AKIA\` is a long-term key and has no session token; one that begins with
\`ASIA\` is temporary and needs one. A token left over from earlier keys is sent along all the same,
and the service refuses every call: \`The security token included in the request is invalid\`, or
expired. Older versions of \`aws configure\` write the new keys and leave the old token.

Remove the token. Look first whether the key id is the right one.

Reports: [aws/aws-cli#1341](https://github.com/aws/aws-cli/issues/1341),
[aws/aws-cli#2444](https://github.com/aws/aws-cli/issues/2444).
`,
  yields: ["empty-value", "credentials-split-across-files"],
  examples: () => [
    {
      title: "A token left over",
      bad: {
        credentials: ini`
        [default]
        aws_access_key_id = AKIAIOSFODNN7EXAMPLE
        aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY
        aws_session_token = IQoJb3JpZ2luX2IQoJb3JpZ2luX2IEXAMPLE
      `,
      },
      says: [
        'credentials:4:1 "aws_session_token" belongs to a temporary key, and this key id begins with "AKIA": every call is refused',
      ],
      good: {
        credentials: ini`
        [default]
        aws_access_key_id = AKIAIOSFODNN7EXAMPLE
        aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY
      `,
      },
    },
    {
      title:
        "A temporary key has a token, and a store that is not AWS has ids of its own",
      good: {
        credentials: ini`
        [default]
        aws_access_key_id = ASIAIOSFODNN7EXAMPLE
        aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY
        aws_session_token = IQoJb3JpZ2luX2IQoJb3JpZ2luX2IEXAMPLE

        [store]
        aws_access_key_id = AKIASTORE
        aws_secret_access_key = EXAMPLE
        aws_session_token = EXAMPLE
        endpoint_url = http://localhost:9000
      `,
      },
    },
  ],
  *check({ index }) {
    for (
      const property of index.settings(
        "aws_session_token",
        "aws_security_token",
      )
    ) {
      const id = index.profiles.get(property.section.name)?.get(
        "aws_access_key_id",
      );
      if (
        !id || property.value === "" || !/^AKIA[A-Z0-9]{16}$/.test(meaning(id))
      ) continue;
      const { document } = property.section;
      yield {
        span: property.keySpan,
        message:
          `"${property.name}" belongs to a temporary key, and this key id begins with "AKIA": every call is refused`,
        related: [{ span: id.valueSpan, message: "The long-term key" }],
        fix: {
          title: "Remove the token",
          edits: [removeLine(document, property.line)],
          guess: true,
        },
      };
    }
  },
};
