import type { Rule } from "../src/lint/rule.ts";
import { replace } from "../src/text/edit.ts";
import { ini } from "../src/text/ini.ts";

/** The session token stands under its old name alone. */
export const deprecatedSecurityToken: Rule = {
  id: "deprecated-security-token",
  severity: "warning",
  summary:
    "The session token stands under its old name, which most clients do not know",
  why: `
\`aws_security_token\` is what boto called the session token. boto3 and the AWS CLI still read it. JS,
Go, Rust and .NET know \`aws_session_token\` alone and send the temporary keys without their token,
which AWS refuses. Programs that write both names do so on purpose, and both do no harm.

Reports: [aws/aws-sdk-php#773](https://github.com/aws/aws-sdk-php/issues/773),
[aws/aws-cli#1197](https://github.com/aws/aws-cli/issues/1197),
[trueaccord/aws-saml-broker#1](https://github.com/trueaccord/aws-saml-broker/issues/1).
`,
  yields: ["placeholder-value", "unexpanded-variable"],
  examples: () => [
    {
      title: "The old name alone",
      bad: {
        credentials: ini`
          [dev]
          aws_access_key_id = ASIAIOSFODNN7EXAMPLE
          aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY
          aws_security_token = IQoJb3JpZ2luX2IQoJb3JpZ2luX2IQoJb3JpZ2luX2I
        `,
      },
      says: [
        'credentials:4:1 "aws_security_token" is the old name of "aws_session_token": JS, Go, Rust and .NET do not read it',
      ],
      good: {
        credentials: ini`
          [dev]
          aws_access_key_id = ASIAIOSFODNN7EXAMPLE
          aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY
          aws_session_token = IQoJb3JpZ2luX2IQoJb3JpZ2luX2IQoJb3JpZ2luX2I
        `,
      },
    },
    {
      title: "Both names",
      good: {
        credentials: ini`
          [dev]
          aws_access_key_id = ASIAIOSFODNN7EXAMPLE
          aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY
          aws_session_token = IQoJb3JpZ2luX2IQoJb3JpZ2luX2IQoJb3JpZ2luX2I
          aws_security_token = IQoJb3JpZ2luX2IQoJb3JpZ2luX2IQoJb3JpZ2luX2I
        `,
      },
    },
  ],
  *check({ index }) {
    for (
      const { value, keySpan, section } of index.settings("aws_security_token")
    ) {
      if (value === "") continue;
      const profile = index.profiles.get(section.name);
      if (!profile || profile.get("aws_session_token")) continue;
      yield {
        span: keySpan,
        message:
          '"aws_security_token" is the old name of "aws_session_token": JS, Go, Rust and .NET do not read it',
        fix: {
          title: "Rename it to aws_session_token",
          edits: [replace(keySpan, "aws_session_token")],
        },
      };
    }
  },
};
