import type { Rule } from "../src/lint/rule.ts";
import { ini } from "../src/text/ini.ts";

/** The credentials file holds SSO or role settings. */
export const ssoKeysInCredentialsFile: Rule = {
  id: "sso-keys-in-credentials-file",
  severity: "info",
  summary: "SSO or role settings stand in the credentials file",
  why: `
The credentials file is meant for access keys; SSO and role settings belong in the config file. The
AWS CLI, boto3, JS, Go and Rust read them in either, and AWS's own page for Visual Studio puts them
here. But other tools look in one place only, and the credentials file wins wherever both have a
setting, so that a change in config seems to do nothing.

Move the lines to \`[profile NAME]\` in the config file. There is no fix, since a tool of yours may read
the credentials file alone.

Reports: [aws/aws-toolkit-vscode#1624](https://github.com/aws/aws-toolkit-vscode/issues/1624),
[synfinatic/aws-sso-cli#1294](https://github.com/synfinatic/aws-sso-cli/issues/1294),
[fwdcloudsec/granted#487](https://github.com/fwdcloudsec/granted/issues/487).
`,
  yields: ["*"],
  examples: () => [
    {
      title: "An SSO profile as AWS's page for Visual Studio has it",
      bad: {
        credentials: ini`
          [sso-user-1]
          sso_start_url = https://my-sso-portal.awsapps.com/start
          sso_region = us-east-2
          sso_account_id = 123456789011
          sso_role_name = readOnly
          region = us-west-2
        `,
      },
      says: [
        'credentials:4:1 "sso_account_id" belongs in [profile sso-user-1] of the config file: some tools do not look for it here',
      ],
      good: {
        config: ini`
          [profile sso-user-1]
          sso_start_url = https://my-sso-portal.awsapps.com/start
          sso_region = us-east-2
          sso_account_id = 123456789011
          sso_role_name = readOnly
          region = us-west-2
        `,
      },
    },
  ],
  *check({ index }) {
    const told = new Set<unknown>();
    for (const { section, key, keySpan } of index.settings(...misplaced)) {
      const { document, type, name, form } = section;
      if (document.kind !== "credentials" || told.has(section)) continue;
      if (type !== "profile" && type !== "default") continue;
      // What its header makes of it is settled first.
      if (form !== "plain") continue;
      told.add(section);
      const header = type === "default" ? name : `profile ${name}`;
      yield {
        span: keySpan,
        message:
          `"${key}" belongs in [${header}] of the config file: some tools do not look for it here`,
      };
    }
  },
};

const misplaced = [
  "sso_session",
  "sso_account_id",
  "sso_role_name",
  "sso_region",
  "sso_start_url",
  "role_arn",
];
