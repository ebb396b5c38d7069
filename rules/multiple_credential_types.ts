import type { CredentialKind } from "../src/lint/credential_kinds.ts";
import type { Profile } from "../src/lint/index.ts";
import type { Property, Rule, Severity } from "../src/lint/rule.ts";
import { ini } from "../src/text/ini.ts";

/** A profile says in two ways where its credentials come from. */
export const multipleCredentialTypes: Rule = {
  id: "multiple-credential-types",
  severity: "error",
  summary: "A profile has credentials of two kinds",
  why: `
A profile should say in one way where its credentials come from. With two, each client chooses by an
order of its own and says nothing, so that two programs may work with two identities; some pairs Go
refuses with the words "only one credential type may be specified per profile". Of SSO and
\`credential_process\` JS runs the process, and the AWS CLI, boto3, Go and Rust use SSO. Of keys and a
process the AWS CLI and boto3 use the keys where they stand in the credentials file, the process where
they stand in config; JS and Go use the keys.

Keep one kind, or make two profiles. Some helpers write a process that leads to the same SSO role for
programs that know no SSO; that is a warning only.

Reports: [61418/aws-sso-util#23](https://github.com/61418/aws-sso-util/issues/23),
[61418/aws-sso-util#101](https://github.com/61418/aws-sso-util/issues/101),
[aws/aws-sdk-go#3763](https://github.com/aws/aws-sdk-go/issues/3763).
`,
  yields: ["credential-process-recursion", "empty-value"],
  examples: () => [
    {
      title: "SSO and a process",
      bad: {
        config: ini`
          [profile dev]
          sso_start_url = https://my-sso-portal.awsapps.com/start
          sso_region = us-east-1
          sso_account_id = 123456789011
          sso_role_name = ReadOnly
          credential_process = /opt/vault/creds
        `,
      },
      says: [
        'config:6:1 Profile "dev" has SSO settings and a process: JS runs the process, the AWS CLI, boto3, Go and Rust use SSO',
      ],
      good: {
        config: ini`
          [profile dev]
          sso_start_url = https://my-sso-portal.awsapps.com/start
          sso_region = us-east-1
          sso_account_id = 123456789011
          sso_role_name = ReadOnly

          [profile vault]
          credential_process = /opt/vault/creds
        `,
      },
    },
    {
      title: "A role that is assumed with keys, and one of a pod",
      good: {
        config: ini`
          [profile dev]
          role_arn = arn:aws:iam::123456789011:role/Dev
          source_profile = base

          [profile pod]
          role_arn = arn:aws:iam::123456789011:role/Pod
          web_identity_token_file = /var/run/secrets/token
        `,
        credentials: ini`
          [base]
          aws_access_key_id = AKIAIOSFODNN7EXAMPLE
          aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY
        `,
      },
    },
  ],
  *check({ index }) {
    const names = new Set(
      index.settings(
        "credential_process",
        "web_identity_token_file",
        "login_session",
      )
        .map(({ section }) => section.name),
    );
    for (const name of names) {
      const profile = index.profiles.get(name);
      if (!profile) continue;
      const kinds = kindsOf(profile);
      const clash = clashes.find(([one, other]) =>
        kinds.has(one) && kinds.has(other)
      );
      if (!clash) continue;
      const [one, other, outcome, severity] = clash;
      const at = kinds.get(other)!;
      yield {
        span: at.keySpan,
        severity: isHelper(profile) ? "warning" : severity,
        message: `Profile "${name}" has ${titles[one]} and ${
          titles[other]
        }: ${outcome}`,
        help: "Keep one of the two, or give each a profile of its own",
        related: [{ span: kinds.get(one)!.keySpan, message: titles[one] }],
      };
    }
  },
};

const titles: Readonly<Record<CredentialKind, string>> = {
  keys: "an access key",
  role: "a role to assume",
  process: "a process",
  sso: "SSO settings",
  "web-identity": "a web identity",
  login: "a login session",
};

const refused = "Go refuses it";

/** Pairs with what comes of them; keys and roles beside SSO have rules of their own. */
const clashes: readonly (readonly [
  CredentialKind,
  CredentialKind,
  string,
  Severity,
])[] = [
  [
    "sso",
    "process",
    "JS runs the process, the AWS CLI, boto3, Go and Rust use SSO",
    "error",
  ],
  ["web-identity", "process", refused, "error"],
  ["role", "process", refused, "error"],
  ["role", "web-identity", refused, "error"],
  [
    "keys",
    "process",
    "JS and Go use the key, the AWS CLI and boto3 only if it stands in the credentials file",
    "warning",
  ],
  [
    "keys",
    "web-identity",
    "JS uses the key, the AWS CLI and boto3 the web identity",
    "warning",
  ],
  ["sso", "web-identity", "the SSO settings are never used", "warning"],
  ["sso", "login", "the login session is never used", "warning"],
  [
    "login",
    "process",
    "JS runs the process, the AWS CLI and boto3 use the login session",
    "warning",
  ],
  ["keys", "login", "JS uses the key", "warning"],
];

/** The kinds that are complete, each with the setting that stands for it. */
function kindsOf({ get }: Profile): ReadonlyMap<CredentialKind, Property> {
  const source = get("source_profile") ?? get("credential_source");
  const found: readonly (readonly [CredentialKind, Property | undefined])[] = [
    ["sso", get("sso_account_id") ?? get("sso_role_name")],
    ["keys", get("aws_secret_access_key") && get("aws_access_key_id")],
    ["role", get("role_arn") && source],
    ["web-identity", get("web_identity_token_file")],
    ["process", get("credential_process")],
    ["login", get("login_session")],
  ];
  return new Map(
    found.flatMap(([kind, setting]) =>
      setting && setting.value !== "" ? [[kind, setting]] : []
    ),
  );
}

/** Whether the process leads to the credentials of the same name, for programs that know no SSO. */
function isHelper({ name, get }: Profile): boolean {
  const command = get("credential_process")?.value ?? "";
  return /(?:^|[/\\ "])(?:aws-sso-util|aws-sso|granted|aws-vault)\b/.test(
    command,
  ) && command.includes(name);
}
