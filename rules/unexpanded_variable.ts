import { meantValue } from "../src/lint/meant_value.ts";
import type { Finding, Property, Rule } from "../src/lint/rule.ts";
import { kindOf } from "../src/lint/section_kind.ts";
import { findKey, isSecretKey, type ValueType } from "../src/reference/keys.ts";
import { ini } from "../src/text/ini.ts";

/** `${VAR}` in a value stays what it is. */
export const unexpandedVariable: Rule = {
  id: "unexpanded-variable",
  severity: "error",
  summary: "A value names a variable, which no client puts a value in for",
  why: `
These files know no variables. boto3, the AWS CLI and JS take \`\${AWS_REGION}\`, \`$USER\` or \`%(KEY)s\` as
it stands. In a region or an endpoint they say so; calls are signed with a key of that name, and AWS
answers \`InvalidClientTokenId\`; a role is not found.

Write the value. Keys that are in the environment need not stand in the file: clients look there too.
Commands (\`credential_process\`, \`cli_pager\`) are passed over, since a shell may run them.

Report: [aws/aws-cli#6082](https://github.com/aws/aws-cli/issues/6082).
`,
  examples: () => [
    {
      title: "Variables of the environment",
      bad: {
        config: ini`
          [default]
          region = ${"${AWS_REGION}"}
        `,
        credentials: ini`
          [default]
          aws_access_key_id = %(AWS_ACCESS_KEY_ID)s
          aws_secret_access_key = ${"${AWS_SECRET_ACCESS_KEY}"}
        `,
      },
      says: [
        'config:2:10 "${AWS_REGION}" is not replaced by a value: clients take it as it stands',
        'credentials:2:21 "%(AWS_ACCESS_KEY_ID)s" is not replaced by a value: clients take it as it stands',
        "credentials:3:25 The variable is not replaced by a value: clients take it as it stands",
      ],
      good: {
        config: ini`
          [default]
          region = us-east-1
        `,
        credentials: ini`
          [default]
          aws_access_key_id = AKIAIOSFODNN7EXAMPLE
          aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY
        `,
      },
    },
    {
      title: "Inside an ARN, and the host of an endpoint",
      bad: {
        config: ini`
          [profile dev]
          role_arn = arn:aws:iam::$ACCOUNT:role/dev
          credential_source = Environment
          [services local]
          s3 =
            endpoint_url = http://%HOST%:4566
        `,
      },
      says: [
        'config:2:25 "$ACCOUNT" is not replaced by a value: clients take it as it stands',
        'config:6:25 "%HOST%" is not replaced by a value: clients take it as it stands',
      ],
      good: {
        config: ini`
          [profile dev]
          role_arn = arn:aws:iam::123456789011:role/dev
          credential_source = Environment
          [services local]
          s3 =
            endpoint_url = http://localhost:4566
        `,
      },
    },
    {
      title: "A command may be run by a shell, and %20 is no variable",
      good: {
        config: ini`
          [profile dev]
          region = us-east-1
          credential_process = sh -c "vault $ROLE"
          [services local]
          s3 =
            endpoint_url = http://localhost:4566/a%20b%20c
        `,
      },
    },
  ],
  *check({ documents, index }) {
    if (!documents.some(({ text }) => /[$%]/.test(text))) return;
    for (const property of index.odd.settings) {
      const { value } = property;
      if (!value.includes("$") && !value.includes("%")) continue;
      const found = variable(property);
      if (found) yield found;
    }
  },
};

const forms =
  /\$\{[^}]*\}|\$\([^)]*\)|\$(?:env:)?[A-Za-z_]\w*|%\(\w*\)s?|%[A-Z_]{2}[A-Z0-9_]+%/;

function variable(property: Property): Finding | undefined {
  const { name, section, parent } = property;
  const key = findKey(name, kindOf(section), parent?.name);
  if (!key || key.tool !== undefined) return undefined;
  if (free.has(key.type) && !texts.has(name)) return undefined;
  const { value, span } = meantValue(property);
  const match = forms.exec(value);
  if (!match) return undefined;
  const start = span.start + match.index;
  const what = isSecretKey(name) ? "The variable" : `"${match[0]}"`;
  return {
    span: { ...span, start, end: start + match[0].length },
    message: `${what} is not replaced by a value: clients take it as it stands`,
    help: "Write the value itself",
  };
}

/** Free text may hold these signs. */
const free: ReadonlySet<ValueType> = new Set(["string", "command"]);

/** Free text in which they cannot stand. */
const texts: ReadonlySet<string> = new Set([
  "aws_session_token",
  "aws_security_token",
  "external_id",
  "role_session_name",
]);
