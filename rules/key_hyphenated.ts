import { meantKey } from "../src/lint/meant_key.ts";
import type { Finding, Property, Rule } from "../src/lint/rule.ts";
import { mayBecome } from "../src/lint/siblings.ts";
import { kindOf } from "../src/lint/section_kind.ts";
import { replace } from "../src/text/edit.ts";
import { ini } from "../src/text/ini.ts";

/** `sso-session = corp` in a profile. */
export const keyHyphenated: Rule = {
  id: "key-hyphenated",
  severity: "error",
  summary: "A key is written with hyphens",
  why: `
Sections have a hyphen, \`[sso-session corp]\`, and so have the options of the AWS CLI, \`--endpoint-url\`;
keys have underscores. Every client passes over \`sso-session = corp\` without a word, and the profile has no
credentials. A tutorial that is widely copied prints it with the hyphen.

The fix writes underscores. It makes settings count that did not count before.

Reports: [fwdcloudsec/granted#822](https://github.com/fwdcloudsec/granted/issues/822),
[aws/aws-cli#1270](https://github.com/aws/aws-cli/issues/1270),
[wbingli/awscli-plugin-endpoint#2](https://github.com/wbingli/awscli-plugin-endpoint/issues/2).
`,
  examples: () => [
    {
      title: "As the tutorial has it",
      bad: {
        config: ini`
          [profile dev]
          sso-session = corp
          sso-account-id = 123456789011
          sso-role-name = dev

          [sso-session corp]
          sso_start_url = https://example.awsapps.com/start
          sso_region = eu-west-1
          sso_registration_scopes = sso:account:access
        `,
      },
      says: [
        'config:2:1 No client knows "sso-session": keys have underscores',
        'config:3:1 No client knows "sso-account-id": keys have underscores',
        'config:4:1 No client knows "sso-role-name": keys have underscores',
      ],
      good: {
        config: ini`
          [profile dev]
          sso_session = corp
          sso_account_id = 123456789011
          sso_role_name = dev

          [sso-session corp]
          sso_start_url = https://example.awsapps.com/start
          sso_region = eu-west-1
          sso_registration_scopes = sso:account:access
        `,
      },
    },
    {
      title: "The one key that has hyphens, and those of other tools",
      good: {
        config:
          "[profile dev]\nregion = eu-west-1\nsdk-ua-app-id = shop\nmy-note = hello\n",
      },
    },
  ],
  *check({ index, settings }) {
    for (const name of index.names) {
      if (!name.includes("-") || settings.extraKeys.has(name)) continue;
      for (const property of index.settings(name)) yield* look(property);
    }
    for (const property of index.nested) {
      if (property.name.includes("-")) yield* look(property);
    }
  },
};

function* look(property: Property): Iterable<Finding> {
  const { name, key, keySpan, section, parent } = property;
  const meant = meantKey(name, {
    section: kindOf(section),
    parent: parent?.name,
  });
  if (meant?.by !== "sign") return;
  yield {
    span: keySpan,
    message: `No client knows "${key}": keys have underscores`,
    ...(!mayBecome(property, meant.name)
      ? { help: `Remove the line: the section has "${meant.name}" too` }
      : {
        fix: {
          title: `Write "${meant.name}"`,
          edits: [replace(keySpan, meant.name)],
        },
      }),
  };
}
