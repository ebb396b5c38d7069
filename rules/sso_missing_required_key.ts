import { addSetting } from "../src/lint/add_setting.ts";
import type { Index } from "../src/lint/index.ts";
import type { MeantValue } from "../src/lint/meant_value.ts";
import type { Finding, Rule } from "../src/lint/rule.ts";
import {
  isSet,
  sso,
  type SsoProfile,
  wantsCredentials,
} from "../src/lint/sso.ts";
import { missingInSession, missingOf } from "../src/lint/sso_missing.ts";
import { ini } from "../src/text/ini.ts";

/** Some of the SSO settings are there, but not all that belong together. */
export const ssoMissingRequiredKey: Rule = {
  id: "sso-missing-required-key",
  severity: "error",
  summary: "The SSO settings of a profile or session are not complete",
  why: `
A profile that signs in with IAM Identity Center needs an account (\`sso_account_id\`), a role
(\`sso_role_name\`), the portal (\`sso_start_url\`) and the portal's region (\`sso_region\`). The last two
may stand in the profile or, better, in an \`[sso-session]\` that it names; a session needs both. With
one missing the AWS CLI, boto3, JS, Go and Rust refuse the profile. With only the portal and no
account or role, the AWS CLI and boto3 say that they find no credentials.

\`aws configure sso --profile NAME\` asks for what is missing. A profile with \`sso_session\` alone is
complete: it is for services that take a bearer token. It has no credentials.

Reports: [aws/aws-cli#5024](https://github.com/aws/aws-cli/issues/5024),
[hashicorp/terraform-provider-aws#42085](https://github.com/hashicorp/terraform-provider-aws/issues/42085),
[aws/aws-sdk-js-v3#5186](https://github.com/aws/aws-sdk-js-v3/issues/5186),
[cargo-lambda/cargo-lambda#617](https://github.com/cargo-lambda/cargo-lambda/issues/617).
`,
  yields: ["sso-session-misplaced"],
  examples: () => [
    {
      title: "A start URL that was never filled in",
      bad: {
        credentials: ini`
          [sso-user-1]
          sso_start_url =
          sso_region = us-east-2
          sso_account_id = 123456789011
          sso_role_name = readOnly
        `,
      },
      says: [
        'credentials:2:1 "sso_start_url" has no value: profile "sso-user-1" cannot sign in',
      ],
      good: {
        credentials: ini`
          [sso-user-1]
          sso_start_url = https://my-sso-portal.awsapps.com/start
          sso_region = us-east-2
          sso_account_id = 123456789011
          sso_role_name = readOnly
        `,
      },
    },
    {
      title: "Neither portal nor session",
      bad: {
        config: ini`
          [profile dev]
          sso_account_id = 123456789011
          sso_role_name = ReadOnly
        `,
      },
      says: [
        'config:1:10 "sso_start_url" and "sso_region" are missing, or "sso_session": the AWS CLI, boto3, JS, Go and Rust refuse profile "dev"',
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
      title: "A session without its region",
      bad: {
        config: ini`
          [sso-session corp]
          sso_start_url = https://my-sso-portal.awsapps.com/start
          sso_registration_scopes = sso:account:access
        `,
      },
      says: [
        'config:1:14 "sso_region" is missing: the AWS CLI, boto3, JS, Go and Rust refuse every profile of [sso-session corp]',
      ],
      good: {
        config: ini`
          [sso-session corp]
          sso_start_url = https://my-sso-portal.awsapps.com/start
          sso_region = us-east-1
          sso_registration_scopes = sso:account:access
        `,
      },
    },
    {
      title: "A portal, but no account: no credentials",
      bad: {
        config: ini`
          [profile dev]
          sso_start_url = https://my-sso-portal.awsapps.com/start
          sso_region = us-east-1
        `,
      },
      says: [
        'config:1:10 "sso_account_id" and "sso_role_name" are missing: the AWS CLI, boto3, JS, Go and Rust get no credentials for profile "dev"',
      ],
      good: {
        config: ini`
          [profile bearer-token-only]
          sso_session = corp

          [sso-session corp]
          sso_start_url = https://my-sso-portal.awsapps.com/start
          sso_region = us-east-1
        `,
      },
    },
  ],
  *check({ documents, index }) {
    const { profiles, sessions } = sso(index);
    // Without the config file nobody knows what else belongs to a profile.
    const whole = documents.some(({ kind }) => kind === "config");
    for (const one of profiles) {
      const { profile: { name }, session, account, role } = one;
      yield* empty([session, account, role], `profile "${name}"`);
      if (!isSet(session)) {
        yield* empty([one.startUrl, one.region], `profile "${name}"`);
      }
      if (whole) yield* absent(index, one);
    }
    for (const one of sessions.values()) {
      const all = `every profile of [sso-session ${one.name}]`;
      yield* empty([one.startUrl, one.region], all);
      const missing = missingInSession(one);
      if (missing.length === 0) continue;
      yield {
        span: one.sections[0].nameSpan,
        message: `${list(missing)}: ${clients} refuse ${all}`,
        help: `Write ${missing.join(" and ")} below the header`,
      };
    }
  },
};

const clients = "the AWS CLI, boto3, JS, Go and Rust";

function* empty(
  settings: readonly (MeantValue | undefined)[],
  who: string,
): Iterable<Finding> {
  for (const setting of settings) {
    if (setting?.value !== "") continue;
    const { property: { name }, span } = setting;
    yield {
      span,
      message: `"${name}" has no value: ${who} cannot sign in`,
      help: `Write it behind "${name} ="`,
    };
  }
}

function* absent(index: Index, one: SsoProfile): Iterable<Finding> {
  const missing = missingOf(index, one);
  if (missing.length === 0) return;
  const { name } = one.profile;
  const { section } = (one.account ?? one.role ?? one.startUrl ?? one.region)!
    .property;
  const portal = missing.includes("sso_start_url") &&
    missing.includes("sso_region");
  const [session] = index.sessions.size === 1 ? index.sessions.keys() : [];
  // With a session Go asks the portal for an empty account instead.
  const who = isSet(one.session) ? "the AWS CLI, boto3, JS and Rust" : clients;
  yield {
    span: section.nameSpan,
    message: `${list(missing)}${portal ? ', or "sso_session"' : ""}: ${who} ${
      wantsCredentials(one) ? "refuse" : "get no credentials for"
    } profile "${name}"`,
    ...(portal && session
      ? {
        suggestions: [{
          title: `Write "sso_session = ${session}"`,
          edits: [addSetting(section, "sso_session", session)],
        }],
      }
      : {
        help:
          `Write the missing line, or run: aws configure sso --profile ${name}`,
      }),
  };
}

function list(names: readonly string[]): string {
  return names.length === 1
    ? `"${names[0]}" is missing`
    : `${names.slice(0, -1).map((name) => `"${name}"`).join(", ")} and "${
      names.at(-1)
    }" are missing`;
}
