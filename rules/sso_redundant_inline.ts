import type { Fix, Rule } from "../src/lint/rule.ts";
import type { MeantValue } from "../src/lint/meant_value.ts";
import { tooOldForSessions } from "../src/reference/session_support.ts";
import { belongsToAwsSsoUtil, isSet, sso } from "../src/lint/sso.ts";
import { removals } from "../src/migrate/removals.ts";
import { ini } from "../src/text/ini.ts";

/** A profile repeats what its session says. */
export const ssoRedundantInline: Rule = {
  id: "sso-redundant-inline",
  severity: "info",
  summary: "A profile repeats the start URL or region of its sso-session",
  why: `
A profile with \`sso_session\` takes start URL and region from the session. Most clients accept them in
the profile too, as long as they are the same; Rust refuses such a profile. \`aws configure sso\` leaves
them behind when it moves a profile to a session, and some people keep them for programs that do not
know sessions.

Delete them if you have no such program. If Rust is named in the setting \`clients\`, this is a
warning; if \`minimumClients\` names a client that is too old for sessions, the rule is silent.

Reports: [boto/botocore#2835](https://github.com/boto/botocore/issues/2835),
[awslabs/aws-sdk-rust#741](https://github.com/awslabs/aws-sdk-rust/issues/741).
`,
  examples: () => [
    {
      title: "Left over from the legacy format",
      bad: {
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
      says: [
        'config:3:1 "sso_start_url" and "sso_region" repeat [sso-session corp]: Rust refuses profile "dev"',
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
      title: "The last line of a file with Windows line ends",
      bad: {
        config: "[sso-session corp]\r\n" +
          "sso_start_url = https://my-sso-portal.awsapps.com/start\r\n" +
          "sso_region = us-east-1\r\n" +
          "sso_registration_scopes = sso:account:access\r\n" +
          "[profile dev]\r\nsso_session = corp\r\nsso_region = us-east-1\r\n",
      },
      says: [
        'config:7:1 "sso_region" repeats [sso-session corp]: Rust refuses profile "dev"',
      ],
      good: {
        config: "[sso-session corp]\r\n" +
          "sso_start_url = https://my-sso-portal.awsapps.com/start\r\n" +
          "sso_region = us-east-1\r\n" +
          "sso_registration_scopes = sso:account:access\r\n" +
          "[profile dev]\r\nsso_session = corp\r\n",
      },
    },
    {
      title: "Kept for a client that knows no sessions",
      settings: { minimumClients: { terraform: "1.5.7" } },
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
    // For their sake the settings are there.
    if (tooOldForSessions(settings.minimumClients).length > 0) return;
    const { profiles, sessions } = sso(index);
    for (const one of profiles) {
      const { profile: { name }, session, startUrl, region } = one;
      if (!startUrl && !region) continue;
      const of = session && sessions.get(session.value);
      if (!of || belongsToAwsSsoUtil(one)) continue;
      const same = [[startUrl, of.startUrl], [region, of.region]]
        .filter(([here, there]) => isSet(here) && here.value === there?.value)
        .map(([here]) => here!);
      const inline = [startUrl, region].filter(isSet);
      // Where one of them differs, that is the mistake.
      if (same.length === 0 || same.length < inline.length) continue;
      const names = same.map(({ property: { name } }) => `"${name}"`);
      yield {
        span: same[0].property.keySpan,
        severity: settings.clients.includes("rust") ? "warning" : "info",
        message: `${names.join(" and ")} repeat${
          same.length === 1 ? "s" : ""
        } [sso-session ${of.name}]: Rust refuses profile "${name}"`,
        fix: deletion(same),
      };
    }
  },
};

/** As `awscfg migrate` does it: a comment behind a value stays. */
function deletion(settings: readonly MeantValue[]): Fix {
  const properties = settings.map(({ property }) => property);
  const sections = new Set(properties.map(({ section }) => section));
  return {
    title: "Delete what the session says",
    edits: [...sections].flatMap((one) =>
      removals(
        one.document,
        properties.filter(({ section }) => section === one)
          .toSorted((a, b) => a.line - b.line),
      )
    ),
  };
}
