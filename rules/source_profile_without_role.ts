import type { Rule } from "../src/lint/rule.ts";
import { credentialKinds } from "../src/lint/credential_kinds.ts";
import { removeLine } from "../src/lint/lines.ts";
import { meaning } from "../src/model/meaning.ts";
import { ini } from "../src/text/ini.ts";

/** `source_profile` names the credentials that assume a role; it inherits nothing. */
export const sourceProfileWithoutRole: Rule = {
  id: "source-profile-without-role",
  severity: "warning",
  summary: "source_profile without role_arn does nothing",
  why: `
\`source_profile\` says with whose credentials a role is assumed. Without a \`role_arn\` in the same
profile there is nothing to assume: it is no inheritance. botocore and the AWS CLI then find no
credentials at all, and Go and Terraform stop with \`credential type source_profile requires role_arn\`.

Add the \`role_arn\`, or use the other profile itself.

Reports: [hashicorp/terraform-provider-aws#9999](https://github.com/hashicorp/terraform-provider-aws/issues/9999),
[aws/aws-sdk-ruby#1439](https://github.com/aws/aws-sdk-ruby/issues/1439),
[keidarcy/e1s#371](https://github.com/keidarcy/e1s/issues/371).
`,
  yields: ["source-profile-undefined", "source-profile-has-prefix-word"],
  examples: () => [
    {
      title: "A profile that wants to inherit",
      bad: {
        config: ini`
          [profile base]
          credential_process = /opt/vault/creds
          region = eu-west-1

          [profile dev]
          source_profile = base
          region = us-east-1
        `,
      },
      says: [
        'config:6:1 "source_profile" does nothing without "role_arn": profile "dev" has no credentials, it does not inherit those of "base"',
      ],
      good: {
        config: ini`
          [profile base]
          credential_process = /opt/vault/creds
          region = eu-west-1

          [profile dev]
          source_profile = base
          role_arn = arn:aws:iam::123456789011:role/Dev
          region = us-east-1
        `,
      },
    },
    {
      title: "A profile that names itself",
      bad: {
        credentials:
          "[dev]\naws_access_key_id = AKIAIOSFODNN7EXAMPLE\naws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY\nsource_profile = dev\n",
      },
      says: [
        'credentials:4:1 "source_profile" does nothing without "role_arn"',
      ],
      good: {
        credentials:
          "[dev]\naws_access_key_id = AKIAIOSFODNN7EXAMPLE\naws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY\n",
      },
    },
    {
      title: "aws-adfs keeps its settings in the profile",
      good: {
        config: ini`
        [profile dev]
        source_profile = base
        adfs_config.role_arn = arn:aws:iam::123456789011:role/Dev

        [profile base]
        credential_process = /opt/vault/creds
      `,
      },
    },
  ],
  *check({ index }) {
    for (const property of index.settings("source_profile")) {
      const profile = index.profiles.get(property.section.name);
      if (!profile || profile.get("role_arn") || property.value === "") {
        continue;
      }
      if (
        profile.sections.some(({ properties }) =>
          properties.some(({ name }) =>
            /^(?:adfs_config\.|google_config\.|assume_role)/.test(name)
          )
        )
      ) continue;
      const source = meaning(property);
      const bare = credentialKinds(profile).length === 0;
      yield {
        span: property.keySpan,
        message: `"source_profile" does nothing without "role_arn"` +
          (bare
            ? `: profile "${profile.name}" has no credentials, it does not inherit those of "${source}"`
            : ""),
        ...(bare
          ? {
            severity: "error" as const,
            help: `Add a role_arn line, or use --profile ${source}`,
          }
          : {}),
        ...(source === profile.name
          ? {
            fix: {
              title: "Remove the line",
              edits: [removeLine(property.section.document, property.line)],
            },
          }
          : {}),
      };
    }
  },
};
