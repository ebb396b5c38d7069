import type { Rule } from "../src/lint/rule.ts";
import { tooOldForSessions } from "../src/reference/session_support.ts";
import { belongsToAwsSsoUtil, isSet, sso } from "../src/lint/sso.ts";
import { ini } from "../src/text/ini.ts";

/** A profile repeats its portal instead of naming a session. */
export const ssoLegacyFormat: Rule = {
  id: "sso-legacy-format",
  severity: "info",
  summary: "A profile has the SSO portal inline instead of an sso-session",
  why: `
Four SSO settings in a profile are the format of 2019. It works everywhere, but its token is not
refreshed: you sign in anew when it runs out, after 8 hours at the most. It also repeats the portal in
every profile. With an \`[sso-session]\` one sign-in serves all profiles of a portal, and the token is
refreshed until the session ends. The AWS CLI itself warns of the legacy format when you configure it.

\`awscfg migrate\` shows what would change, and \`awscfg migrate --write\` does it. You sign in once
more afterwards. Programs that were built before sessions came in November 2022 cannot read them; name
such clients in the setting \`minimumClients\`, and this rule is silent.

Reports: [fwdcloudsec/granted#822](https://github.com/fwdcloudsec/granted/issues/822),
[iterate-ch/cyberduck#14276](https://github.com/iterate-ch/cyberduck/issues/14276),
[ByteNess/aws-vault#445](https://github.com/ByteNess/aws-vault/issues/445).
`,
  yields: ["*"],
  examples: () => [
    {
      title: "The portal inline",
      bad: {
        config: ini`
          [profile my-dev-profile]
          sso_start_url = https://my-sso-portal.awsapps.com/start
          sso_region = us-east-1
          sso_account_id = 123456789011
          sso_role_name = readOnly
        `,
      },
      says: [
        'config:2:1 Profile "my-dev-profile" is in the legacy SSO format: its token is not refreshed',
      ],
      good: {
        config: ini`
          [profile my-dev-profile]
          sso_session = my-sso-portal
          sso_account_id = 123456789011
          sso_role_name = readOnly

          [sso-session my-sso-portal]
          sso_start_url = https://my-sso-portal.awsapps.com/start
          sso_region = us-east-1
          sso_registration_scopes = sso:account:access
        `,
      },
    },
    {
      title: "A client that must read the file knows no sessions",
      settings: { minimumClients: { terraform: "1.5.7" } },
      good: {
        config: ini`
          [profile my-dev-profile]
          sso_start_url = https://my-sso-portal.awsapps.com/start
          sso_region = us-east-1
          sso_account_id = 123456789011
          sso_role_name = readOnly
        `,
      },
    },
  ],
  *check({ index, settings }) {
    if (tooOldForSessions(settings.minimumClients).length > 0) return;
    for (const one of sso(index).profiles) {
      const { profile: { name }, startUrl, region, account, role } = one;
      if (one.session || !isSet(startUrl) || !isSet(region)) continue;
      if (!isSet(account) || !isSet(role) || belongsToAwsSsoUtil(one)) continue;
      // What its header makes of it is settled first.
      if (startUrl.property.section.form !== "plain") continue;
      yield {
        span: startUrl.property.keySpan,
        message:
          `Profile "${name}" is in the legacy SSO format: its token is not refreshed`,
        help: "To see what would change, run: awscfg migrate",
      };
    }
  },
};
