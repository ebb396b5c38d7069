import type { Rule } from "../src/lint/rule.ts";
import { tooOldForSessions } from "../src/reference/session_support.ts";
import { isSet, sso } from "../src/lint/sso.ts";
import { ini } from "../src/text/ini.ts";

/** A client that must read the files does not know sessions. */
export const ssoSessionCompat: Rule = {
  id: "sso-session-compat",
  severity: "warning",
  summary: "A client that must read the files does not know sso-session",
  why: `
Sessions came in November 2022. A program that was built before takes a profile with \`sso_session\` for
one whose start URL and region are missing. This rule speaks only of clients that the setting
\`minimumClients\` names, such as \`{ "go": "1.18.0", "terraform": "1.6" }\`. First versions that read
sessions: \`cli\` 2.9.0, \`cli1\` 1.27.10, \`botocore\` 1.29.10, \`boto3\` 1.26.10, \`js\` 3.209.0, \`js2\` 2.1253.0,
\`go\` 1.18.0 (module \`config\`), \`go1\` 1.44.298, \`java\` 2.18.12, \`dotnet\` 3.7.103.10, \`rust\` 1.0,
\`terraform\` 1.6 (its S3 backend), \`aws-vault\` 7.0, \`granted\` 0.20.1, \`aws2-wrap\` 1.3.1; \`java1\` and
\`aws-sso-util\` never did.

Use a newer version, or repeat \`sso_start_url\` and \`sso_region\` in the profiles that the client uses:
all clients but Rust accept that.

Reports: [hashicorp/terraform-provider-aws#42085](https://github.com/hashicorp/terraform-provider-aws/issues/42085),
[aws/aws-xray-daemon#200](https://github.com/aws/aws-xray-daemon/issues/200),
[GoogleCloudPlatform/terraformer#1948](https://github.com/GoogleCloudPlatform/terraformer/issues/1948).
`,
  examples: () => [
    {
      title: "An S3 backend of Terraform that is too old",
      settings: { minimumClients: { terraform: "1.5.7", go: "1.18.0" } },
      bad: {
        config: ini`
          [profile dev]
          sso_session = corp
          sso_account_id = 123456789011
          sso_role_name = ReadOnly

          [sso-session corp]
          sso_start_url = https://my-sso-portal.awsapps.com/start
          sso_region = us-east-1
          sso_registration_scopes = sso:account:access
        `,
      },
      says: [
        'config:2:1 "sso_session" is not read by terraform 1.5.7 (since 1.6)',
      ],
      good: {
        config: ini`
          [profile dev]
          sso_session = corp
          sso_start_url = https://my-sso-portal.awsapps.com/start
          sso_region = us-east-1
          sso_account_id = 123456789011
          sso_role_name = ReadOnly

          [sso-session corp]
          sso_start_url = https://my-sso-portal.awsapps.com/start
          sso_region = us-east-1
          sso_registration_scopes = sso:account:access
        `,
      },
    },
  ],
  *check({ index, settings }) {
    const old = tooOldForSessions(settings.minimumClients);
    if (old.length === 0) return;
    const clients = old.map(({ client, version, since }) =>
      `${client} ${version} (${since ? `since ${since}` : "never"})`
    ).join(", ");
    for (const { session, startUrl, region } of sso(index).profiles) {
      // Both forms at once serve old clients too.
      if (!session || isSet(startUrl) && isSet(region)) continue;
      yield {
        span: session.property.keySpan,
        message: `"sso_session" is not read by ${clients}`,
        help:
          "Use a newer version, or write sso_start_url and sso_region here too",
      };
    }
  },
};
