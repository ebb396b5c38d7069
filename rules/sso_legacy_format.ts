import type { Index } from "../src/lint/index.ts";
import type { Input, Rule, Section } from "../src/lint/rule.ts";
import { tooOldForSessions } from "../src/reference/session_support.ts";
import { belongsToAwsSsoUtil, isSet, sso } from "../src/lint/sso.ts";
import { isSuppressed } from "../src/lint/suppress.ts";
import { type Move, planMigration } from "../src/migrate/plan.ts";
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

\`awscfg migrate\` shows what would change, and \`awscfg migrate --write\` does it; so does \`awscfg lint
--fix --unsafe-fixes\`, where the first profile of a portal has the fix for all. You sign in once
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
          [sso-session my-sso-portal]
          sso_start_url = https://my-sso-portal.awsapps.com/start
          sso_region = us-east-1
          sso_registration_scopes = sso:account:access

          [profile my-dev-profile]
          sso_session = my-sso-portal
          sso_account_id = 123456789011
          sso_role_name = readOnly
        `,
      },
    },
    {
      title: "Two profiles of one portal",
      bad: {
        config: ini`
          [profile dev]
          sso_start_url = https://my-sso-portal.awsapps.com/start
          sso_region = us-east-1
          sso_account_id = 123456789011
          sso_role_name = readOnly

          [profile prod]
          sso_start_url = https://my-sso-portal.awsapps.com/start
          sso_region = us-east-1
          sso_account_id = 123456789022
          sso_role_name = readOnly
        `,
      },
      says: [
        'config:2:1 Profile "dev" is in the legacy SSO format: its token is not refreshed',
        'config:8:1 Profile "prod" is in the legacy SSO format: its token is not refreshed',
      ],
      good: {
        config: ini`
          [sso-session my-sso-portal]
          sso_start_url = https://my-sso-portal.awsapps.com/start
          sso_region = us-east-1
          sso_registration_scopes = sso:account:access

          [profile dev]
          sso_session = my-sso-portal
          sso_account_id = 123456789011
          sso_role_name = readOnly

          [profile prod]
          sso_session = my-sso-portal
          sso_account_id = 123456789022
          sso_role_name = readOnly
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
  *check(input) {
    const { index, settings } = input;
    if (tooOldForSessions(settings.minimumClients).length > 0) return;
    for (const one of sso(index).profiles) {
      const { profile: { name }, startUrl, region, account, role } = one;
      if (one.session || !isSet(startUrl) || !isSet(region)) continue;
      if (!isSet(account) || !isSet(role) || belongsToAwsSsoUtil(one)) continue;
      // What its header makes of it is settled first.
      const { section } = startUrl.property;
      if (section.form !== "plain") continue;
      const finding = {
        span: startUrl.property.keySpan,
        message:
          `Profile "${name}" is in the legacy SSO format: its token is not refreshed`,
      };
      const step = stepsOf(input).get(section);
      if (!step) {
        yield {
          ...finding,
          help: "To see why it cannot be moved, run: awscfg migrate",
        };
      } else if (step.carrier === section) {
        yield {
          ...finding,
          help: "To see what would change, run: awscfg migrate",
          // The name of the session is a guess.
          fix: {
            title: titleOf(step.move),
            edits: step.move.edits,
            guess: true,
          },
        };
      } else {
        yield {
          ...finding,
          help:
            `The fix for profile "${step.carrier.name}" moves it, too; to see it, run: awscfg migrate`,
        };
      }
    }
  },
};

/** A move, and the one of its profiles whose finding has the fix for all. */
interface Step {
  readonly move: Move;
  readonly carrier: Section;
}

const made = new WeakMap<Index, ReadonlyMap<Section, Step>>();

/** How `awscfg migrate` would move profiles; planned once, however many there are. */
function stepsOf(
  { index, documents, suppressions }: Input,
): ReadonlyMap<Section, Step> {
  let steps = made.get(index);
  if (steps) return steps;
  const silenced = new Set(
    index.settings("sso_start_url").filter(({ keySpan }) =>
      isSuppressed(suppressions, ssoLegacyFormat.id, keySpan)
    ).map(({ section: { name } }) => name),
  );
  const plan = planMigration({ documents }, {
    wanted: (profile) => !silenced.has(profile),
  });
  steps = new Map(
    plan.moves.flatMap((move) => {
      const carrier = carrierOf(move);
      return move.session.members.map(({ section }) =>
        [section, { move, carrier }] as const
      );
    }),
  );
  made.set(index, steps);
  return steps;
}

/** The first whose line is as it should be: another rule would silence the finding there. */
function carrierOf({ session: { members, startUrl } }: Move): Section {
  const legacy = members.filter(({ session }) => session === undefined);
  const clean = legacy.find(({ inline }) =>
    inline.some(({ name, value }) =>
      name === "sso_start_url" && value === startUrl
    )
  );
  return (clean ?? legacy[0] ?? members[0]).section;
}

function titleOf({ session: { name, members } }: Move): string {
  return members.length === 1
    ? `Move it to sso-session ${name}`
    : `Move all ${members.length} profiles of the portal to sso-session ${name}`;
}
