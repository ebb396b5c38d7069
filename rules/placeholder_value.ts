import { hasEndpoint } from "../src/lint/endpoint.ts";
import { meantValue } from "../src/lint/meant_value.ts";
import {
  accountPlaceholder,
  isKeyPlaceholder,
  placeholderIn,
} from "../src/lint/placeholder.ts";
import type { Index } from "../src/lint/index.ts";
import type { Finding, Property, Rule } from "../src/lint/rule.ts";
import {
  accessKeyKind,
  isExampleKey,
  isSecretAccessKey,
} from "../src/reference/access_key.ts";
import { remove } from "../src/text/edit.ts";
import { ini } from "../src/text/ini.ts";

/** A value out of a manual, never replaced by one's own. */
export const placeholderValue: Rule = {
  id: "placeholder-value",
  severity: "warning",
  summary: "A value stands for one that was never filled in",
  why: `
\`YOUR_ACCESS_KEY_ID\`, \`<ACCOUNT_ID>\` or \`MY-ACCOUNT-ID\` come from a manual and stand for a value of
your own. Clients send them as they are, and AWS answers \`InvalidClientTokenId\` or \`No access\`. Angle
brackets around a real key are a part of it for boto3 and JS: take them off.

The two keys of AWS's own documents, \`AKIAIOSFODNN7EXAMPLE\` and its secret, open no account; they are
mentioned as information, since tests and manuals need some.

Report: [QT-DevOps/DevOpsIssues#970](https://github.com/QT-DevOps/DevOpsIssues/issues/970).
`,
  examples: () => [
    {
      title: "An account that was never filled in",
      bad: {
        config: ini`
          [profile dev]
          role_arn = arn:aws:iam::MY-ACCOUNT-ID:role/toolkit-role
          source_profile = toolkit
          mfa_serial = arn:aws:iam::<ACCOUNT_ID>:mfa/toolkit
        `,
        credentials: ini`
          [toolkit]
          aws_access_key_id = YOUR_ACCESS_KEY_ID
          aws_secret_access_key = YOUR_SECRET_ACCESS_KEY
        `,
      },
      says: [
        'config:2:25 "MY-ACCOUNT-ID" is a placeholder: your own value belongs there',
        'config:4:27 "<ACCOUNT_ID>" is a placeholder: your own value belongs there',
        'credentials:2:21 "YOUR_ACCESS_KEY_ID" is a placeholder: your own access key id belongs there',
        "credentials:3:25 The secret access key is a placeholder: your own belongs there",
      ],
      good: {
        config: ini`
          [profile dev]
          role_arn = arn:aws:iam::123456789011:role/toolkit-role
          source_profile = toolkit
          mfa_serial = arn:aws:iam::123456789011:mfa/toolkit
        `,
        credentials: ini`
          [toolkit]
          aws_access_key_id = AKIAQQQQQQQQQQQQQQQQ
          aws_secret_access_key = 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
        `,
      },
    },
    {
      title: "A key in angle brackets",
      bad: {
        credentials: ini`
          [dev]
          aws_access_key_id = <AKIAQQQQQQQQQQQQQQQQ>
          aws_secret_access_key = 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
        `,
      },
      says: [
        "credentials:2:21 The angle brackets are taken for a part of the access key id: AWS knows no such key",
      ],
      good: {
        credentials: ini`
          [dev]
          aws_access_key_id = AKIAQQQQQQQQQQQQQQQQ
          aws_secret_access_key = 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
        `,
      },
    },
    {
      title: "The keys of AWS's documents",
      bad: {
        credentials: ini`
          [dev]
          aws_access_key_id = AKIAIOSFODNN7EXAMPLE
          aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY
        `,
      },
      says: [
        "credentials:2:21 This is the example key of AWS's documents: it opens no account",
      ],
      good: {
        credentials: ini`
          [dev]
          aws_access_key_id = AKIAQQQQQQQQQQQQQQQQ
          aws_secret_access_key = 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
        `,
      },
    },
    {
      title: "A test server takes any key",
      good: {
        config: ini`
          [profile local]
          endpoint_url = http://localhost:4566
          aws_access_key_id = access_key
          aws_secret_access_key = secret_key
        `,
      },
    },
  ],
  *check({ index }) {
    // The same region often stands in line after line.
    const right = new Set<string>();
    for (const property of index.settings(...names)) {
      if (property.value === "" || right.has(property.value)) continue;
      const found = placeholder(property);
      if (found) yield { help: "Write your own value", ...found };
      else right.add(property.value);
    }
    for (const property of index.settings(...Object.keys(keys))) {
      const found = property.value !== "" && inKey(index, property);
      if (found) yield { help: "Write your own key", ...found };
    }
  },
};

/** An account id that is no number has a rule of its own, which says the same. */
const names: readonly string[] = [
  "role_arn",
  "mfa_serial",
  "login_session",
  "sso_start_url",
  "sso_role_name",
  "sso_region",
  "region",
  "external_id",
];

const keys: Readonly<Record<string, string>> = {
  aws_access_key_id: "access key id",
  aws_secret_access_key: "secret access key",
  aws_session_token: "session token",
};

function placeholder(property: Property): Finding | undefined {
  const raw = property.value;
  if (!placeholderIn(raw) && !accountPlaceholder(raw)) return undefined;
  const { value, span } = meantValue(property);
  const found = placeholderIn(value) ?? accountPlaceholder(value);
  if (!found) return undefined;
  const start = span.start + found.start;
  return {
    span: { ...span, start, end: start + found.text.length },
    message: `"${found.text}" is a placeholder: your own value belongs there`,
  };
}

function inKey(index: Index, property: Property): Finding | undefined {
  const { value, span } = meantValue(property);
  const what = keys[property.name];
  if (isExampleKey(value)) {
    // The secret goes without saying.
    if (property.name !== "aws_access_key_id") return undefined;
    const message =
      "This is the example key of AWS's documents: it opens no account";
    return { span, message, severity: "info" };
  }
  if (!isKeyPlaceholder(value)) return undefined;
  if (hasEndpoint(index, property.section)) return undefined;
  const inner = value.slice(1, -1);
  if (accessKeyKind(inner) || isSecretAccessKey(inner)) {
    const open = { ...span, end: span.start + 1 };
    const close = { ...span, start: span.end - 1 };
    return {
      span,
      message:
        `The angle brackets are taken for a part of the ${what}: AWS knows no such key`,
      fix: {
        title: "Remove the angle brackets",
        edits: [remove(open), remove(close)],
        guess: true,
      },
    };
  }
  return {
    span,
    message: property.name === "aws_access_key_id"
      ? `"${value}" is a placeholder: your own ${what} belongs there`
      : `The ${what} is a placeholder: your own belongs there`,
  };
}
