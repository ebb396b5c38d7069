import { removeLine } from "../src/lint/lines.ts";
import { meantValue } from "../src/lint/meant_value.ts";
import type { Property, Rule, Section, Severity } from "../src/lint/rule.ts";
import { kindOf } from "../src/lint/section_kind.ts";
import { accessKeyKind } from "../src/reference/access_key.ts";
import { findKey, mayBeEmpty } from "../src/reference/keys.ts";
import { ini } from "../src/text/ini.ts";

/** A setting without a value, where that means nothing good. */
export const emptyValue: Rule = {
  id: "empty-value",
  severity: "warning",
  summary: "A setting has no value",
  why: `
An empty setting is not the same as none. JS passes over it; the others read an empty text. boto3 and
the AWS CLI sign calls with an empty access key id, look for a profile without a name, or stop because
an empty text is no number. An empty session token does no harm to boto3 and JS, but other programs
send it, and AWS answers that the token is invalid. Take the line out, or write the value.

Where empty means something it is left alone: \`cli_pager =\` turns the pager off, \`s3 =\` opens a block.

Reports: [serverless/serverless#6391](https://github.com/serverless/serverless/issues/6391),
[brendanhay/amazonka#177](https://github.com/brendanhay/amazonka/issues/177),
[Nike-Inc/gimme-aws-creds#62](https://github.com/Nike-Inc/gimme-aws-creds/issues/62).
`,
  yields: ["sso-missing-required-key", "sso-scopes-missing"],
  examples: () => [
    {
      title: "Tokens that a program has emptied",
      bad: {
        credentials: ini`
          [default]
          aws_access_key_id = AKIAIOSFODNN7EXAMPLE
          aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY
          aws_session_token =
          aws_security_token =
        `,
      },
      says: [
        'credentials:4:1 "aws_session_token" has no value: some clients send the empty token, and AWS takes it for a wrong one',
        'credentials:5:1 "aws_security_token" has no value: some clients send the empty token, and AWS takes it for a wrong one',
      ],
      good: {
        credentials: ini`
          [default]
          aws_access_key_id = AKIAIOSFODNN7EXAMPLE
          aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY
        `,
      },
    },
    {
      title: "Keys that were never filled in",
      bad: {
        credentials: ini`
          [default]
          aws_access_key_id =
          aws_secret_access_key =
        `,
      },
      says: [
        'credentials:2:1 "aws_access_key_id" has no value: boto3 and the AWS CLI sign calls all the same, and AWS refuses them',
        'credentials:3:1 "aws_secret_access_key" has no value: boto3 and the AWS CLI sign calls all the same, and AWS refuses them',
      ],
      good: {
        credentials: ini`
          [default]
          aws_access_key_id = AKIAIOSFODNN7EXAMPLE
          aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY
        `,
      },
    },
    {
      title: "A setting in the middle of others",
      bad: { config: "[default]\r\nmax_attempts =\r\nregion = us-east-1\r\n" },
      says: [
        'config:2:1 "max_attempts" has no value: boto3 and the AWS CLI stop at it',
      ],
      good: { config: "[default]\r\nregion = us-east-1\r\n" },
    },
    {
      title: "Empty means something",
      good: {
        config: ini`
          [default]
          cli_pager =
          s3 =
            addressing_style = path
        `,
      },
    },
  ],
  *check({ index }) {
    for (const property of index.odd.settings) {
      if (property.value !== "" || !isMeantToHaveOne(property)) continue;
      const { name, keySpan, section, line } = property;
      const { why, severity, needed } = effect(property);
      yield {
        span: keySpan,
        message: `"${name}" has no value: ${why}`,
        ...(severity && { severity }),
        help: "Write the value behind it, or take the line out",
        ...(needed ? {} : {
          fix: {
            title: `Remove the empty ${name}`,
            edits: [removeLine(section.document, line)],
          },
        }),
      };
    }
  },
};

function isMeantToHaveOne({ name, section, line, endLine }: Property): boolean {
  // What is indented below it belongs to it, and an empty region has a rule of its own.
  if (endLine !== line + 1 || name === "region") return false;
  const key = findKey(name, kindOf(section));
  return key !== undefined && key.tool === undefined &&
    key.type !== "nested-map" && !mayBeEmpty(name);
}

interface Effect {
  readonly why: string;
  readonly severity?: Severity;
  /** Without the line the profile is as broken as with it. */
  readonly needed: boolean;
}

/** What botocore 1.43 was seen to do with the empty text. */
function effect({ name, section }: Property): Effect {
  if (/^aws_(?:access_key_id|secret_access_key)$/.test(name)) {
    return {
      why:
        "boto3 and the AWS CLI sign calls all the same, and AWS refuses them",
      severity: "error",
      needed: true,
    };
  }
  if (name === "aws_session_token" || name === "aws_security_token") {
    return hasTemporaryKey(section)
      ? {
        why: "AWS refuses the temporary key beside it without its token",
        severity: "error",
        needed: true,
      }
      : {
        why:
          "some clients send the empty token, and AWS takes it for a wrong one",
        needed: false,
      };
  }
  const needed = required.test(name);
  return stops.has(name)
    ? { why: "boto3 and the AWS CLI stop at it", severity: "error", needed }
    : { why: "clients do not agree on what that means", needed };
}

function hasTemporaryKey({ properties }: Section): boolean {
  return properties.some((one) =>
    one.name === "aws_access_key_id" &&
    accessKeyKind(meantValue(one).value) === "temporary"
  );
}

const required =
  /^(?:role_arn|source_profile|credential_.*|sso_.*|web_identity_token_file|login_session)$/;

const stops: ReadonlySet<string> = new Set([
  "role_arn",
  "source_profile",
  "credential_source",
  "credential_process",
  "sso_session",
  "sso_start_url",
  "sso_region",
  "services",
  "max_attempts",
  "retry_mode",
  "account_id_endpoint_mode",
  "metadata_service_timeout",
  "metadata_service_num_attempts",
]);
