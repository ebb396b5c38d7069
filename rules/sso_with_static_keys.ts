import { meantValue } from "../src/lint/meant_value.ts";
import type { Rule } from "../src/lint/rule.ts";
import { isSet, sso, wantsCredentials } from "../src/lint/sso.ts";
import { accessKeyKind } from "../src/reference/access_key.ts";
import { ini } from "../src/text/ini.ts";

/** One profile, two identities: SSO for some clients, the access key for the others. */
export const ssoWithStaticKeys: Rule = {
  id: "sso-with-static-keys",
  severity: "error",
  summary: "A profile has SSO settings and access keys",
  why: `
When a profile has both, clients choose differently and say nothing: the AWS CLI, boto3 and Rust sign
in with SSO, JS and Go use the access key. So one program works in one account and the next in
another, or fails with keys that were revoked long ago. Both files count: keys in \`credentials\`
belong to the profile of the same name in \`config\`.

Keep one of the two: delete the keys if you sign in with SSO, or give them a profile of their own. It
is a warning only where the keys are temporary (\`ASIA…\`), since some helpers copy those of an SSO
session there on purpose. They count until somebody renews or deletes them, also when they have
expired.

Reports: [aws/aws-cli#7183](https://github.com/aws/aws-cli/issues/7183),
[turbot/steampipe#1706](https://github.com/turbot/steampipe/issues/1706),
[cloudquery/cq-provider-aws#1186](https://github.com/cloudquery/cq-provider-aws/issues/1186),
[macalbert/envilder#364](https://github.com/macalbert/envilder/issues/364).
`,
  examples: () => [
    {
      title: "Old keys of a profile that signs in with SSO",
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
        credentials: ini`
          [dev]
          aws_access_key_id = AKIAIOSFODNN7EXAMPLE
          aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY
        `,
      },
      says: [
        'credentials:2:1 Profile "dev" has an access key and SSO settings: JS and Go use the key, the AWS CLI, boto3 and Rust sign in with SSO',
      ],
      good: {
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
        credentials: ini`
          [dev-user]
          aws_access_key_id = AKIAIOSFODNN7EXAMPLE
          aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY
        `,
      },
    },
    {
      title: "A session for bearer tokens alone does not compete with keys",
      good: {
        config: ini`
          [profile dev]
          sso_session = corp

          [sso-session corp]
          sso_start_url = https://my-sso-portal.awsapps.com/start
          sso_region = us-east-1
        `,
        credentials: ini`
          [dev]
          aws_access_key_id = AKIAIOSFODNN7EXAMPLE
          aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY
        `,
      },
    },
  ],
  *check({ index }) {
    if (index.settings("aws_access_key_id").length === 0) return;
    for (const one of sso(index).profiles) {
      const { profile: { name, get }, account, role } = one;
      const key = get("aws_access_key_id");
      // Half a pair is no identity, and a role that can be assumed comes before both.
      if (!key || !get("aws_secret_access_key")) continue;
      const source = get("source_profile") ?? get("credential_source");
      if (get("role_arn") && source) continue;
      const id = meantValue(key);
      if (!wantsCredentials(one) || !isSet(id)) continue;
      const temporary = accessKeyKind(id.value) === "temporary";
      yield {
        span: key.keySpan,
        severity: temporary ? "warning" : "error",
        message: `Profile "${name}" has ${
          temporary ? "a temporary" : "an"
        } access key and SSO settings: JS and Go use the key, the AWS CLI, boto3 and Rust sign in with SSO`,
        help: temporary
          ? "Delete the keys, unless a helper writes them on purpose and renews them"
          : "Delete the access key, or move it to a profile of its own",
        related: [{
          span: (account ?? role)!.property.keySpan,
          message: "the SSO settings",
        }],
      };
    }
  },
};
