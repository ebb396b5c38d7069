import type { Rule } from "../src/lint/rule.ts";
import { ini } from "../src/text/ini.ts";

/** `aws login` of November 2025 is known to new clients alone. */
export const loginSessionCompat: Rule = {
  id: "login-session-compat",
  severity: "info",
  default: "off",
  summary: "login_session is known to clients since November 2025 alone",
  why: `
\`aws login\` writes \`login_session\`. Clients from before November 2025 do not know the key and find no credentials in
such a profile, and botocore needs its \`crt\` extra for it. The key is right; this rule is for people who have older
tools, and off unless it is selected.

A second profile with \`credential_process = aws configure export-credentials --profile NAME --format process\`
serves older tools.

Reports: [hashicorp/aws-sdk-go-base#1433](https://github.com/hashicorp/aws-sdk-go-base/issues/1433),
[aws/aws-toolkit-jetbrains#6417](https://github.com/aws/aws-toolkit-jetbrains/issues/6417),
[aws/aws-cdk-cli#972](https://github.com/aws/aws-cdk-cli/issues/972).
`,
  examples: () => [
    {
      title: "A profile of aws login",
      bad: {
        config: ini`
        [profile dev]
        login_session = arn:aws:iam::123456789011:user/joe
        region = eu-west-1
      `,
      },
      says: [
        'config:2:1 "login_session" is known to clients since November 2025 alone: older ones find no credentials in profile "dev"',
      ],
      good: {
        config: ini`
        [profile dev]
        credential_process = aws configure export-credentials --profile joe --format process
        region = eu-west-1
      `,
      },
    },
  ],
  *check({ index }) {
    for (const { section, keySpan, value } of index.settings("login_session")) {
      if (value === "") continue;
      yield {
        span: keySpan,
        message:
          `"login_session" is known to clients since November 2025 alone: older ones find no credentials in profile "${section.name}"`,
        help: "Add a second profile with credential_process for older tools",
      };
    }
  },
};
