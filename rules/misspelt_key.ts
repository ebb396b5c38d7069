import { type MeantKey, meantKey } from "../src/lint/meant_key.ts";
import type { Finding, Property, Rule } from "../src/lint/rule.ts";
import { countOf, mayBecome, siblingsOf } from "../src/lint/siblings.ts";
import { kindOf } from "../src/lint/section_kind.ts";
import { findKey } from "../src/reference/keys.ts";
import { replace } from "../src/text/edit.ts";
import { ini } from "../src/text/ini.ts";

/** A key that is almost one that clients know. */
export const misspeltKey: Rule = {
  id: "misspelt-key",
  severity: "error",
  summary: "A key is almost one that clients know",
  why: `
Clients pass over keys that they do not know, without a word. So a slip in a key ends in
\`Unable to locate credentials\`, or worse: the next source of credentials is used, and everything is
\`Access Denied\` in an account that nobody meant. Some names are simply not what one would expect:
\`aws_access_key\` lacks its \`_id\`, the file's \`region\` is not called \`aws_region\`.

Only keys are reported that can hardly be anything else; unknown keys as such are not, since many tools
keep their own in these files. Name yours in \`extraKeys\` if one of them looks like a slip.

Reports: [aws/aws-cli#3375](https://github.com/aws/aws-cli/issues/3375),
[aws/aws-cli#351](https://github.com/aws/aws-cli/issues/351),
[hashicorp/terraform-provider-aws#19897](https://github.com/hashicorp/terraform-provider-aws/issues/19897),
[aws/aws-toolkit-vscode#6755](https://github.com/aws/aws-toolkit-vscode/issues/6755),
[awslabs/collectd-cloudwatch#7](https://github.com/awslabs/collectd-cloudwatch/issues/7).
`,
  yields: ["non-ascii-in-value", "shell-export-line"],
  examples: () => [
    {
      title: "Names that people expect",
      bad: {
        credentials: ini`
          [dev]
          aws_access_key = AKIAIOSFODNN7EXAMPLE
          aws_secret_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY
        `,
      },
      says: [
        'credentials:2:1 No client knows "aws_access_key": the key is called "aws_access_key_id"',
        'credentials:3:1 No client knows "aws_secret_key": the key is called "aws_secret_access_key"',
      ],
      good: {
        credentials: ini`
          [dev]
          aws_access_key_id = AKIAIOSFODNN7EXAMPLE
          aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY
        `,
      },
    },
    {
      title: "Slips",
      bad: {
        config: ini`
          [profile dev]
          regoin = eu-west-1
          credential_proccess = sign-in
          s3 =
            adressing_style = path
        `,
      },
      says: [
        'config:2:1 No client knows "regoin", which looks like "region"',
        'config:3:1 No client knows "credential_proccess", which looks like "credential_process"',
        'config:5:3 No client knows "adressing_style", which looks like "addressing_style"',
      ],
      good: {
        config: ini`
          [profile dev]
          region = eu-west-1
          credential_process = sign-in
          s3 =
            addressing_style = path
        `,
      },
    },
    {
      title: "A service by a name that the file does not know",
      bad: {
        config: ini`
          [profile dev]
          region = eu-west-1
          services = local
          [services local]
          elastic-beanstalk =
            endpoint_url = http://localhost:4566
        `,
      },
      says: [
        'config:5:1 No client knows "elastic-beanstalk", which looks like "elastic_beanstalk"',
      ],
      good: {
        config: ini`
          [profile dev]
          region = eu-west-1
          services = local
          [services local]
          elastic_beanstalk =
            endpoint_url = http://localhost:4566
        `,
      },
    },
    {
      title: "Keys of tools, and keys that are like no other",
      good: {
        config: ini`
          [profile dev]
          region = eu-west-1
          color = ff0000
          role_name = admin
          adfs_config.role_arn = arn:aws:iam::123456789011:role/dev
          my_team_note = hello
        `,
      },
    },
  ],
  *check({ index, settings }) {
    for (const name of index.names) {
      // Every name is looked up once, however many settings have it.
      if (findKey(name) || settings.extraKeys.has(name)) continue;
      for (const property of index.settings(name)) yield* look(property);
    }
    for (const property of index.nested) {
      if (!settings.extraKeys.has(property.name)) yield* look(property);
    }
  },
};

function* look(property: Property): Iterable<Finding> {
  const { name, key, section, parent, keySpan } = property;
  const kind = kindOf(section);
  const meant = meantKey(name, { section: kind, parent: parent?.name });
  // Hyphens are another rule's affair.
  if (!meant || meant.by === "sign" || isOfTool(property, meant)) return;
  const taken = countOf(siblingsOf(property), meant.name) > 0;
  yield {
    span: keySpan,
    severity: isNeeded(meant.name) && !taken ? "error" : "warning",
    message: meant.by === "alias"
      ? `No client knows "${key}": the key is called "${meant.name}"`
      : `No client knows "${key}", which looks like "${meant.name}"`,
    ...(!mayBecome(property, meant.name)
      ? { help: `Remove the line: the section has "${meant.name}" too` }
      : {
        fix: {
          title: `Write "${meant.name}"`,
          edits: [replace(keySpan, meant.name)],
          guess: meant.by === "guess",
        },
      }),
  };
}

/** `account_id` and `role_name` are keys of sign-in tools too: they are slips only beside SSO settings. */
function isOfTool({ section }: Property, { name, by }: MeantKey): boolean {
  return by === "alias" &&
    (name === "sso_account_id" || name === "sso_role_name") &&
    !section.properties.some((other) => other.name.startsWith("sso_"));
}

/** Whether a profile can hardly work without it. */
function isNeeded(name: string): boolean {
  const group = findKey(name)?.group;
  return name === "region" || group === "credentials" ||
    group === "assume-role" ||
    group === "sso" && name !== "sso_registration_scopes";
}
