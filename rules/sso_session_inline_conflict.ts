import { removeLines } from "../src/lint/lines.ts";
import { type MeantValue, meantValue } from "../src/lint/meant_value.ts";
import type { Finding, Rule } from "../src/lint/rule.ts";
import { isSet, sso } from "../src/lint/sso.ts";
import { maskValue } from "../src/model/mask.ts";
import { ini } from "../src/text/ini.ts";

/** A profile and its session disagree. */
export const ssoSessionInlineConflict: Rule = {
  id: "sso-session-inline-conflict",
  severity: "error",
  summary: "A profile and its sso-session name different portals",
  why: `
A profile with \`sso_session\` takes start URL and region from the session. If it also has them itself
and they differ, be it by a slash at the end, the AWS CLI and boto3 say that the value is inconsistent,
Go does not load the profile, and Rust refuses inline values next to a session in any case. JS uses
the session's and ignores the profile's without a word.

Find out which is right, write it in the session, and delete the line in the profile.

Reports: [boto/botocore#2835](https://github.com/boto/botocore/issues/2835),
[linaro-its/aws2-wrap#72](https://github.com/linaro-its/aws2-wrap/issues/72),
[GoogleCloudPlatform/terraformer#1948](https://github.com/GoogleCloudPlatform/terraformer/issues/1948).
`,
  examples: () => [
    {
      title: "Two regions for one portal",
      bad: {
        config: ini`
          [profile dev]
          sso_session = corp
          sso_region = eu-west-1
          sso_account_id = 123456789011
          sso_role_name = ReadOnly

          [sso-session corp]
          sso_start_url = https://my-sso-portal.awsapps.com/start
          sso_region = us-east-1
          sso_registration_scopes = sso:account:access
        `,
      },
      says: [
        'config:3:14 "sso_region" is "eu-west-1" here and "us-east-1" in [sso-session corp]: the AWS CLI, boto3, Go and Rust refuse profile "dev", JS takes the session\'s',
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
      },
    },
    {
      title: "The region of the profile is another matter",
      good: {
        config: ini`
          [profile dev]
          sso_session = corp
          sso_account_id = 123456789011
          sso_role_name = ReadOnly
          region = eu-west-1

          [sso-session corp]
          sso_start_url = https://my-sso-portal.awsapps.com/start
          sso_region = us-east-1
          sso_registration_scopes = sso:account:access
        `,
      },
    },
  ],
  *check({ index }) {
    const { profiles, sessions } = sso(index);
    const someScopes = index.settings("sso_registration_scopes")
      .some(({ section }) => section.type !== "sso-session");
    for (const { profile, session, startUrl, region } of profiles) {
      if (!startUrl && !region && !someScopes) continue;
      const of = session && sessions.get(session.value);
      if (!of) continue;
      const scopes = profile.get("sso_registration_scopes");
      const pairs = [
        [startUrl, of.startUrl],
        [region, of.region],
        [scopes && meantValue(scopes), of.scopes],
      ] as const;
      for (const [here, there] of pairs) {
        if (!isSet(here) || !isSet(there) || here.value === there.value) {
          continue;
        }
        yield finding(here, there, profile.name);
      }
    }
  },
};

function finding(
  here: MeantValue,
  there: MeantValue,
  profile: string,
): Finding {
  const { name, line, endLine, section: { document } } = here.property;
  const session = there.property.section.name;
  const show = ({ value }: MeantValue) => `"${maskValue(name, value)}"`;
  return {
    span: here.span,
    message: `"${name}" is ${show(here)} here and ${
      show(there)
    } in [sso-session ${session}]: the AWS CLI, boto3${
      // Nobody else reads scopes in a profile.
      name === "sso_registration_scopes"
        ? ` refuse profile "${profile}"`
        : `, Go and Rust refuse profile "${profile}", JS takes the session's`}`,
    help:
      `Write the right one in [sso-session ${session}] and delete this line`,
    related: [{ span: there.span, message: "the session's" }],
    suggestions: [{
      title: `Delete "${name}" here`,
      edits: [removeLines(document, line, endLine)],
    }],
  };
}
