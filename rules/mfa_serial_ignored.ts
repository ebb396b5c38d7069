import type { Rule } from "../src/lint/rule.ts";
import { ini } from "../src/text/ini.ts";

/** `mfa_serial` is read where the role is, not where the keys are. */
export const mfaSerialIgnored: Rule = {
  id: "mfa-serial-ignored",
  severity: "info",
  summary: "mfa_serial stands in a profile that assumes no role",
  why: `
botocore, the AWS CLI and JavaScript ask for a code when they assume a role, and look for \`mfa_serial\` in the profile
that has the \`role_arn\`. In the profile with the keys it does nothing: no prompt, and access is denied. aws-vault and
Granted read it there all the same.

Put the line into each profile with a \`role_arn\`.

Reports: [aws/aws-toolkit-vscode#1624](https://github.com/aws/aws-toolkit-vscode/issues/1624),
[99designs/aws-vault PR 369](https://github.com/99designs/aws-vault/pull/369),
[trek10inc/awsume#67](https://github.com/trek10inc/awsume/issues/67).
`,
  examples: () => [
    {
      title: "On the base profile alone",
      bad: {
        config: ini`
          [default]
          mfa_serial = arn:aws:iam::123456789011:mfa/joe
          region = eu-west-1

          [profile role]
          role_arn = arn:aws:iam::123456789011:role/Dev
          source_profile = default
          region = eu-west-1
        `,
        credentials:
          "[default]\naws_access_key_id = AKIAIOSFODNN7EXAMPLE\naws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY\n",
      },
      says: [
        'config:2:1 "mfa_serial" is read beside "role_arn" alone: profile "role" is assumed without a code',
      ],
      good: {
        config: ini`
          [default]
          region = eu-west-1

          [profile role]
          role_arn = arn:aws:iam::123456789011:role/Dev
          source_profile = default
          mfa_serial = arn:aws:iam::123456789011:mfa/joe
          region = eu-west-1
        `,
        credentials:
          "[default]\naws_access_key_id = AKIAIOSFODNN7EXAMPLE\naws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY\n",
      },
    },
    {
      title:
        "A base profile for aws-vault whose roles name the device themselves",
      good: {
        config: ini`
        [profile base]
        mfa_serial = arn:aws:iam::123456789011:mfa/joe
        credential_process = /opt/vault/creds
        region = eu-west-1

        [profile role]
        role_arn = arn:aws:iam::123456789011:role/Dev
        source_profile = base
        mfa_serial = arn:aws:iam::123456789011:mfa/joe
        region = eu-west-1
      `,
      },
    },
  ],
  *check({ index }) {
    const serials = index.settings("mfa_serial");
    if (serials.length === 0) return;
    const users = new Map<string, string>();
    for (const { section, value } of index.settings("source_profile")) {
      const profile = index.profiles.get(section.name);
      if (
        profile?.get("role_arn") && !profile.get("mfa_serial") &&
        !users.has(value)
      ) users.set(value, section.name);
    }
    for (const { section, keySpan } of serials) {
      const user = users.get(section.name);
      if (
        user === undefined || index.profiles.get(section.name)?.get("role_arn")
      ) continue;
      yield {
        span: keySpan,
        message:
          `"mfa_serial" is read beside "role_arn" alone: profile "${user}" is assumed without a code`,
        help: `Put the line into profile "${user}"`,
      };
    }
  },
};
