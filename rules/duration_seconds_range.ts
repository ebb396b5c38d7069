import { meantValue } from "../src/lint/meant_value.ts";
import { notAValue } from "../src/lint/not_a_value.ts";
import type { Input, Property, Rule } from "../src/lint/rule.ts";
import { kindOf } from "../src/lint/section_kind.ts";
import { ini } from "../src/text/ini.ts";

/** STS does not give a session of that length. */
export const durationSecondsRange: Rule = {
  id: "duration-seconds-range",
  severity: "warning",
  summary: "A session of a role cannot last so long, or so short",
  why: `
\`duration_seconds\` is a whole number from 900 to 43200. The AWS CLI and boto3 drop \`8h\` without a
word, and you get an hour. A role that is assumed with the credentials of another role, SSO included,
lasts an hour at most, whatever the role itself allows:
\`The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining\`.

Reports: [99designs/aws-vault#263](https://github.com/99designs/aws-vault/issues/263),
[fwdcloudsec/granted#154](https://github.com/fwdcloudsec/granted/issues/154),
[prowler-cloud/prowler#7721](https://github.com/prowler-cloud/prowler/issues/7721).
`,
  yields: notAValue,
  examples: () => [
    {
      title: "No number, and too great a number",
      bad: {
        config: ini`
          [profile a]
          role_arn = arn:aws:iam::123456789011:role/a
          credential_source = Environment
          duration_seconds = 8h
          [profile b]
          role_arn = arn:aws:iam::123456789011:role/b
          credential_source = Environment
          duration_seconds = 86400
        `,
      },
      says: [
        'config:4:20 "8h" is not a number of seconds: the AWS CLI and boto3 drop it',
        'config:8:20 "86400" is out of range: a session lasts from 900 to 43200 seconds',
      ],
      good: {
        config: ini`
          [profile a]
          role_arn = arn:aws:iam::123456789011:role/a
          credential_source = Environment
          duration_seconds = 28800
        `,
      },
    },
    {
      title: "A role that is assumed with another role",
      bad: {
        config: ini`
          [profile base]
          role_arn = arn:aws:iam::123456789011:role/base
          credential_source = Environment
          [profile dev]
          role_arn = arn:aws:iam::123456789022:role/dev
          source_profile = base
          duration_seconds = 43200
        `,
      },
      says: [
        'config:7:20 "43200" is too long: profile "base" is a role itself, and with a role another can be assumed for 3600 seconds at most',
      ],
      good: {
        config: ini`
          [profile base]
          role_arn = arn:aws:iam::123456789011:role/base
          credential_source = Environment
          [profile dev]
          role_arn = arn:aws:iam::123456789022:role/dev
          source_profile = base
          duration_seconds = 3600
        `,
      },
    },
    {
      title: "A role that is assumed with the keys of a user",
      good: {
        config: ini`
          [profile dev]
          role_arn = arn:aws:iam::123456789022:role/dev
          source_profile = base
          duration_seconds = 43200
        `,
        credentials: ini`
          [base]
          aws_access_key_id = AKIAIOSFODNN7EXAMPLE
          aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY
        `,
      },
    },
  ],
  *check(input) {
    for (const property of input.index.settings("duration_seconds")) {
      const { value, span } = meantValue(property);
      if (value === "" || kindOf(property.section) !== "profile") continue;
      const why = problem(input, property, value);
      if (why === undefined) continue;
      const help = "Write a number of seconds from 900 to 43200";
      yield { span, message: `"${value}" ${why}`, help };
    }
  },
};

function problem(
  { index }: Input,
  { section }: Property,
  value: string,
): string | undefined {
  if (!/^\d+$/.test(value)) {
    return "is not a number of seconds: the AWS CLI and boto3 drop it";
  }
  const seconds = Number(value);
  if (seconds < 900 || seconds > 43200) {
    return "is out of range: a session lasts from 900 to 43200 seconds";
  }
  if (seconds <= 3600) return undefined;
  const profile = index.profiles.get(section.name);
  const source = profile?.get("source_profile");
  if (!source || !profile?.get("role_arn")) return undefined;
  const name = meantValue(source).value;
  const base = name === section.name ? undefined : index.profiles.get(name);
  const kind = base?.get("role_arn")
    ? "is a role"
    : base?.get("sso_account_id")
    ? "is an SSO role"
    : undefined;
  return kind &&
    `is too long: profile "${name}" ${kind} itself, and with a role another can be assumed for 3600 seconds at most`;
}
