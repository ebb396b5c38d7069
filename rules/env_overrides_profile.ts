import type { Rule } from "../src/lint/rule.ts";

/** Variables that count more than what the files say. */
export const envOverridesProfile: Rule = {
  id: "env-overrides-profile",
  severity: "info",
  summary: "A variable of the environment counts more than the files",
  why: `
\`AWS_ACCESS_KEY_ID\` and \`AWS_SECRET_ACCESS_KEY\` in the environment count more than any profile: botocore and the AWS
CLI use them and pass over the files, while JavaScript prefers \`AWS_PROFILE\` where both are set. \`AWS_REGION\` and
\`AWS_DEFAULT_REGION\` count more than \`region\`. So a file that is right seems to do nothing.

Unset the variable where it is not wanted. This rule runs for your own two files alone, and names no value.

Reports: [aws/aws-cli#3304](https://github.com/aws/aws-cli/issues/3304),
[aws/aws-cli#8883](https://github.com/aws/aws-cli/issues/8883),
[boto/boto3#3891](https://github.com/boto/boto3/issues/3891).
`,
  examples: () => [
    {
      title: "Keys in the environment",
      bad: { config: "[default]\nregion = eu-west-1\n" },
      host: {
        platform: "linux",
        env: {
          AWS_ACCESS_KEY_ID: "AKIAIOSFODNN7EXAMPLE",
          AWS_SECRET_ACCESS_KEY: "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
          AWS_PROFILE: "dev",
        },
        siblings: [],
        mode: {},
        owned: {},
      },
      says: [
        "config:1:1 AWS_ACCESS_KEY_ID is set: most clients use it and pass over every profile; JavaScript goes by AWS_PROFILE",
      ],
      good: { credentials: "" },
    },
  ],
  *check({ host, documents }) {
    const first = documents.find(({ text }) => text.trim() !== "");
    if (!host || !first) return;
    const span = { path: first.path, start: 0, end: 0 };
    const set = (name: string) =>
      host.env[name] !== undefined && host.env[name] !== "";
    if (set("AWS_ACCESS_KEY_ID") && set("AWS_SECRET_ACCESS_KEY")) {
      const also = set("AWS_PROFILE") ? "; JavaScript goes by AWS_PROFILE" : "";
      yield {
        span,
        message:
          `AWS_ACCESS_KEY_ID is set: most clients use it and pass over every profile${also}`,
        help: "unset AWS_ACCESS_KEY_ID AWS_SECRET_ACCESS_KEY AWS_SESSION_TOKEN",
      };
    }
    if (set("AWS_ROLE_ARN") && set("AWS_WEB_IDENTITY_TOKEN_FILE")) {
      yield {
        span,
        message:
          "AWS_ROLE_ARN and AWS_WEB_IDENTITY_TOKEN_FILE are set: clients assume that role instead of a profile's",
        help: "unset AWS_ROLE_ARN AWS_WEB_IDENTITY_TOKEN_FILE",
      };
    }
    if (
      set("AWS_PROFILE") && set("AWS_DEFAULT_PROFILE") &&
      host.env.AWS_PROFILE !== host.env.AWS_DEFAULT_PROFILE
    ) {
      yield {
        span,
        message:
          "AWS_PROFILE and AWS_DEFAULT_PROFILE name two profiles: botocore goes by the second, others by the first",
        help: "unset AWS_DEFAULT_PROFILE",
      };
    }
  },
};
