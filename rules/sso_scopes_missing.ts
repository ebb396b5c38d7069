import { addSetting } from "../src/lint/add_setting.ts";
import type { Finding, Property, Rule } from "../src/lint/rule.ts";
import { hasSlip } from "../src/lint/slip.ts";
import { sso, type SsoSession, wantsCredentials } from "../src/lint/sso.ts";
import { insertAfter, type TextEdit } from "../src/text/edit.ts";
import { ini } from "../src/text/ini.ts";

const scope = "sso:account:access";

/** A session that serves accounts does not ask for the scope that they need. */
export const ssoScopesMissing: Rule = {
  id: "sso-scopes-missing",
  severity: "warning",
  summary: "An sso-session does not ask for access to accounts",
  why: `
\`sso_registration_scopes = sso:account:access\` says that the sign-in is for accounts and roles. A client
that takes the scopes from the file registers without any if the line is missing, and then gets no
refresh token: you sign in again when the first token runs out. Some clients refuse such a session;
the VS Code toolkit was reported to say: missing required scope. With scopes for other services
alone, such as \`codewhisperer:\`, the portal hands out no role.

The fix adds the scope; sign in again afterwards. Sessions that no profile with an account uses, such
as those for Amazon Q alone, are left in peace.

Reports: [aws/aws-toolkit-vscode#6755](https://github.com/aws/aws-toolkit-vscode/issues/6755),
[ByteNess/aws-vault#445](https://github.com/ByteNess/aws-vault/issues/445),
[aws/aws-toolkit-jetbrains#3680](https://github.com/aws/aws-toolkit-jetbrains/issues/3680).
`,
  yields: ["sso-missing-required-key", "sso-session-misplaced"],
  examples: () => [
    {
      title: "No scopes, in a file with Windows line ends and none at its end",
      bad: {
        config: "[profile dev]\r\nsso_session = corp\r\n" +
          "sso_account_id = 123456789011\r\nsso_role_name = ReadOnly\r\n" +
          "[sso-session corp]\r\nsso_region=us-east-1\r\n" +
          "sso_start_url=https://my-sso-portal.awsapps.com/start\r\n# end\r\n",
      },
      says: [
        'config:5:14 [sso-session corp] has no "sso_registration_scopes": its sign-in may not be refreshed, and some clients refuse it',
      ],
      good: {
        config: "[profile dev]\r\nsso_session = corp\r\n" +
          "sso_account_id = 123456789011\r\nsso_role_name = ReadOnly\r\n" +
          "[sso-session corp]\r\nsso_region=us-east-1\r\n" +
          "sso_start_url=https://my-sso-portal.awsapps.com/start\r\n" +
          "sso_registration_scopes=sso:account:access\r\n# end\r\n",
      },
    },
    {
      title: "Scopes of another service alone",
      bad: {
        config: ini`
          [profile dev]
          sso_session = corp
          sso_account_id = 123456789011
          sso_role_name = ReadOnly

          [sso-session corp]
          sso_start_url = https://my-sso-portal.awsapps.com/start
          sso_region = us-east-1
          sso_registration_scopes = codewhisperer:completions
        `,
      },
      says: [
        'config:9:27 The scope "sso:account:access" is missing, but profile "dev" needs it for its account',
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
          sso_registration_scopes = codewhisperer:completions,sso:account:access
        `,
      },
    },
    {
      title: "A line that was never filled in",
      bad: {
        config: ini`
          [profile dev]
          sso_session = corp
          sso_account_id = 123456789011
          sso_role_name = ReadOnly

          [sso-session corp]
          sso_registration_scopes =
          sso_start_url = https://my-sso-portal.awsapps.com/start
          sso_region = us-east-1
        `,
      },
      says: [
        'config:7:1 [sso-session corp] has no "sso_registration_scopes": its sign-in may not be refreshed, and some clients refuse it',
      ],
      good: {
        config: ini`
          [profile dev]
          sso_session = corp
          sso_account_id = 123456789011
          sso_role_name = ReadOnly

          [sso-session corp]
          sso_registration_scopes = sso:account:access
          sso_start_url = https://my-sso-portal.awsapps.com/start
          sso_region = us-east-1
        `,
      },
    },
    {
      title: "A session without accounts",
      good: {
        config: ini`
          [profile amazon-q]
          sso_session = corp

          [sso-session corp]
          sso_start_url = https://my-sso-portal.awsapps.com/start
          sso_region = us-east-1
        `,
      },
    },
  ],
  *check({ index }) {
    const { profiles, sessions } = sso(index);
    // A session with the name of the first profile that needs it for an account.
    const needed = new Map<string, string>();
    for (const one of profiles) {
      const name = one.session?.value;
      if (name && wantsCredentials(one) && !needed.has(name)) {
        needed.set(name, one.profile.name);
      }
    }
    for (const [name, profile] of needed) {
      const session = sessions.get(name);
      if (session) yield* inSession(session, profile);
    }
  },
};

function* inSession(
  { name, sections, scopes }: SsoSession,
  profile: string,
): Iterable<Finding> {
  const title = `Ask for ${scope}`;
  if (!scopes || scopes.value === "") {
    if (!scopes && hasSlip(sections, "sso_registration_scopes")) return;
    yield {
      span: scopes?.span ?? sections[0].nameSpan,
      message:
        `[sso-session ${name}] has no "sso_registration_scopes": its sign-in may not be refreshed, and some clients refuse it`,
      fix: {
        title,
        edits: [
          scopes
            ? fill(scopes.property)
            : addSetting(sections[0], "sso_registration_scopes", scope),
        ],
      },
    };
  } else if (!scopes.value.split(/[\s,]+/).includes(scope)) {
    const comma = scopes.value.endsWith(",") ? "" : ",";
    yield {
      span: scopes.span,
      message:
        `The scope "${scope}" is missing, but profile "${profile}" needs it for its account`,
      fix: { title, edits: [insertAfter(scopes.span, `${comma}${scope}`)] },
    };
  }
}

function fill({ pair, valueSpan }: Property): TextEdit {
  const blank = pair.valueStart === pair.delimiter + 1 ? " " : "";
  return insertAfter(valueSpan, `${blank}${scope}`);
}
