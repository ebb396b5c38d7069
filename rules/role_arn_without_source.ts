import type { Index, Profile } from "../src/lint/index.ts";
import { meantValue } from "../src/lint/meant_value.ts";
import type { Finding, Property, Rule } from "../src/lint/rule.ts";
import { hasSlip } from "../src/lint/slip.ts";
import { thirdPartyTool } from "../src/reference/keys.ts";
import { ini } from "../src/text/ini.ts";

/** `role_arn` without a word on whose credentials assume the role. */
export const roleArnWithoutSource: Rule = {
  id: "role-arn-without-source",
  severity: "error",
  summary: "A profile assumes a role without saying with whose credentials",
  why: `
Whoever assumes a role needs credentials to ask with, and \`source_profile\` (or \`credential_source\`, or
\`web_identity_token_file\`) says where they are. Without it the AWS CLI, boto3 and Rust refuse the
profile. SSO settings or keys in the same profile are no substitute: JS uses them and never assumes
the role, so it works with the wrong identity and says nothing; Go assumes the role with them.

Make two profiles: one with the SSO settings or keys, and one with \`role_arn\` and a \`source_profile\`
that names the first. With \`source_profile\` beside SSO settings this is a warning: the AWS CLI, boto3,
JS, Go and Rust assume the role, but Java and .NET, by their source, use the SSO role.

aws-vault finds a source by itself. If it runs all your programs, write
\`# awscfg-ignore-file role-arn-without-source\`.

Reports: [aws/aws-cli#5933](https://github.com/aws/aws-cli/issues/5933),
[aws/aws-sdk-js-v3#6711](https://github.com/aws/aws-sdk-js-v3/issues/6711),
[aws/aws-sdk-ruby#1677](https://github.com/aws/aws-sdk-ruby/issues/1677),
[99designs/aws-vault#676](https://github.com/99designs/aws-vault/issues/676).
`,
  yields: ["empty-value"],
  examples: () => [
    {
      title: "A role in an SSO profile",
      bad: {
        config: ini`
          [profile dev]
          sso_start_url = https://my-sso-portal.awsapps.com/start
          sso_region = us-east-1
          sso_account_id = 123456789011
          sso_role_name = ReadOnly
          role_arn = arn:aws:iam::123456789011:role/Deploy
        `,
      },
      says: [
        'config:6:1 "role_arn" without "source_profile": the AWS CLI, boto3 and Rust refuse profile "dev", JS never assumes the role',
      ],
      good: {
        config: ini`
          [profile dev]
          sso_start_url = https://my-sso-portal.awsapps.com/start
          sso_region = us-east-1
          sso_account_id = 123456789011
          sso_role_name = ReadOnly

          [profile deploy]
          role_arn = arn:aws:iam::123456789011:role/Deploy
          source_profile = dev
        `,
      },
    },
    {
      title: "SSO settings of its own and those of a source",
      bad: {
        config: ini`
          [profile deploy]
          role_arn = arn:aws:iam::123456789011:role/Deploy
          source_profile = dev
          sso_account_id = 123456789011
          sso_role_name = ReadOnly
          sso_start_url = https://my-sso-portal.awsapps.com/start
          sso_region = us-east-1

          [profile dev]
          credential_process = /opt/vault/creds
        `,
      },
      says: [
        'config:2:1 "role_arn" stands beside SSO settings: Java and .NET use the SSO role for profile "deploy", other clients assume this one',
      ],
      good: {
        config: ini`
          [profile deploy]
          role_arn = arn:aws:iam::123456789011:role/Deploy
          source_profile = dev

          [profile dev]
          credential_process = /opt/vault/creds
        `,
      },
    },
    {
      title: "Other ways to say it, and tools that have their own",
      good: {
        config: ini`
          [profile pod]
          role_arn = arn:aws:iam::123456789011:role/Pod
          web_identity_token_file = /var/run/secrets/token

          [profile instance]
          role_arn = arn:aws:iam::123456789011:role/App
          credential_source = Ec2InstanceMetadata

          [profile vault]
          role_arn = arn:aws:iam::123456789011:role/Dev
          include_profile = base

          [profile base]
          region = us-west-2
        `,
      },
    },
  ],
  *check({ documents, index }) {
    // Without the config file nobody knows what else belongs to a profile.
    if (!documents.some(({ kind }) => kind === "config")) return;
    // aws-okta finds its own way to a role.
    if (index.sections("other").some(({ name }) => name === "okta")) return;
    const done = new Set<Profile>();
    for (const roleArn of index.settings("role_arn")) {
      const profile = profileOf(index, roleArn);
      if (!profile || roleArn.value === "" || done.has(profile)) continue;
      done.add(profile);
      yield* inProfile(profile, roleArn);
    }
  },
};

const sources = [
  "source_profile",
  "credential_source",
  "web_identity_token_file",
] as const;

function* inProfile(profile: Profile, roleArn: Property): Iterable<Finding> {
  const { name, sections, get } = profile;
  const source = sources.find((key) => get(key));
  const base =
    ["sso_account_id", "sso_role_name", "sso_session"].find((key) =>
      get(key)
    ) ?? ["aws_access_key_id", "credential_process"].find((key) => get(key));
  const related = base
    ? [{ span: get(base)!.keySpan, message: "the credentials of the profile" }]
    : [];
  if (!source) {
    if (usesTool(profile)) return;
    if (sources.some((key) => hasSlip(sections, key))) return;
    const never = base ? ", JS never assumes the role" : "";
    yield {
      span: roleArn.keySpan,
      message:
        `"role_arn" without "source_profile": the AWS CLI, boto3 and Rust refuse profile "${name}"${never}`,
      help: base
        ? `Move role_arn to a profile of its own, with source_profile = ${name}`
        : "Add source_profile = NAME, the profile whose credentials assume the role",
      related,
    };
  } else if (
    base?.startsWith("sso_") && source === "source_profile" &&
    // To name itself is a rule of its own.
    meantValue(get(source)!).value !== name
  ) {
    yield {
      span: roleArn.keySpan,
      severity: "warning",
      message:
        `"role_arn" stands beside SSO settings: Java and .NET use the SSO role for profile "${name}", other clients assume this one`,
      help: "Move the SSO settings to a profile of their own, or delete them",
      related,
    };
  }
}

function profileOf(index: Index, { section }: Property): Profile | undefined {
  return section.type === "profile" || section.type === "default"
    ? index.profiles.get(section.name)
    : undefined;
}

/** Whether a tool that looks for the source elsewhere reads the profile. */
function usesTool({ sections }: Profile): boolean {
  return sections.some(({ properties }) =>
    properties.some(({ name }) => thirdPartyTool(name) !== undefined)
  );
}
