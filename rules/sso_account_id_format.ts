import { meantValue } from "../src/lint/meant_value.ts";
import { notAValue } from "../src/lint/not_a_value.ts";
import type { Finding, Rule, Span } from "../src/lint/rule.ts";
import { isSwallowed, swallowed } from "../src/lint/swallowed.ts";
import { ACCOUNT_ID_REGEXP } from "../src/reference/arn.ts";
import { insertBefore, replace } from "../src/text/edit.ts";
import { ini } from "../src/text/ini.ts";

/** `sso_account_id` is no account id. */
export const ssoAccountIdFormat: Rule = {
  id: "sso-account-id-format",
  severity: "error",
  summary: "sso_account_id is not 12 digits",
  why: `
The id of an account is 12 digits, with zeros at the front where it has some, and without dashes.
Clients send what stands in the file: \`aws sso login\` succeeds, and only then the portal answers
\`ForbiddenException … No access\`, as if the role were wrong. Spreadsheets and YAML files take zeros
away from the front; the console shows the id with dashes.

\`aws configure sso\`, the portal and \`aws sts get-caller-identity\` show the right one.

Reports: [synfinatic/aws-sso-cli#96](https://github.com/synfinatic/aws-sso-cli/issues/96),
[synfinatic/aws-sso-cli#1366](https://github.com/synfinatic/aws-sso-cli/issues/1366),
[rkoval/alfred-aws-console-services-workflow#72](https://github.com/rkoval/alfred-aws-console-services-workflow/issues/72).
`,
  yields: [
    "empty-value",
    ...notAValue.filter((id) => id !== "placeholder-value"),
  ],
  examples: () => [
    {
      title: "The id as the console shows it",
      bad: { config: profile("1234-5678-9011") },
      says: [
        'config:4:18 "1234-5678-9011" must be 12 digits with nothing between: the portal refuses access',
      ],
      good: { config: profile("123456789011") },
    },
    {
      title: "A zero got lost",
      bad: { config: profile("12345678901") },
      says: [
        'config:4:18 "12345678901" has 11 instead of 12 digits: the portal refuses access',
      ],
      good: { config: profile("012345678901") },
    },
    {
      title: "A placeholder that was never filled in",
      bad: { config: profile("MY-ACCOUNT-ID") },
      says: [
        'config:4:18 "MY-ACCOUNT-ID" is a placeholder: the id of your account belongs there',
      ],
      good: { config: profile("123456789011") },
    },
  ],
  *check({ index }) {
    for (const property of index.settings("sso_account_id")) {
      if (ACCOUNT_ID_REGEXP.test(property.value)) continue;
      const meant = meantValue(property);
      if (meant.value === "" || ACCOUNT_ID_REGEXP.test(meant.value)) continue;
      const { span, value } = meant;
      yield { span, ...problem(value, span) };
    }
  },
};

const help = "Write the 12 digits of the account id";

/** Words that nobody has for an account, and the signs around them. */
const placeholder = /[<>{}]|account|your|my[-_]|([a-z])\1{3}|example|replace/i;

function problem(value: string, span: Span): Omit<Finding, "span"> {
  if (isSwallowed(value)) {
    return { message: swallowed, help: "Break the line before every key" };
  }
  const digits = value.replace(/[ .-]/g, "");
  if (digits !== value && ACCOUNT_ID_REGEXP.test(digits)) {
    return {
      message:
        `"${value}" must be 12 digits with nothing between: the portal refuses access`,
      fix: { title: `Write ${digits}`, edits: [replace(span, digits)] },
    };
  }
  if (/^\d+$/.test(value)) {
    return {
      message:
        `"${value}" has ${value.length} instead of 12 digits: the portal refuses access`,
      help,
      // Zeros at the front are what gets lost.
      ...(value.length === 11
        ? {
          fix: {
            title: `Write 0${value}`,
            edits: [insertBefore(span, "0")],
            guess: true,
          },
        }
        : {}),
    };
  }
  return {
    message: placeholder.test(value)
      ? `"${value}" is a placeholder: the id of your account belongs there`
      : `"${value}" is not an account id: the portal refuses access`,
    help,
  };
}

function profile(account: string): string {
  return ini`
    [profile dev]
    sso_start_url = https://my-sso-portal.awsapps.com/start
    sso_region = us-east-1
    sso_account_id = ${account}
    sso_role_name = ReadOnly
  `;
}
