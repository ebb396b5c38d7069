import { withoutComment } from "../src/lint/inline_comment.ts";
import type { Rule } from "../src/lint/rule.ts";
import { kindOf } from "../src/lint/section_kind.ts";
import { findKey } from "../src/reference/keys.ts";
import { remove } from "../src/text/edit.ts";
import { ini } from "../src/text/ini.ts";

/** `region = "eu-west-1"` */
export const valueQuoted: Rule = {
  id: "value-quoted",
  severity: "error",
  summary: "A value stands in quotes",
  why: `
These files know no quotes: to every client but Go they are a part of the value. The AWS CLI says
\`Provided region_name '"eu-west-1"' doesn't match a supported format\`, or that the output type
\`"json"\` is unknown; a quoted key is one that AWS never heard of. Go takes the quotes off, and with
it Terraform works, which makes the file look right.

The fix takes the quotes off. The commands in \`credential_process\` and \`cli_pager\` may need theirs
and are left alone.

Reports: [boto/botocore#2101](https://github.com/boto/botocore/issues/2101),
[aws/aws-cli#5332](https://github.com/aws/aws-cli/issues/5332),
[claytonsilva/aws-sso-cred-restore#2](https://github.com/claytonsilva/aws-sso-cred-restore/pull/2),
[homeaway/datapull#91](https://github.com/homeaway/datapull/issues/91).
`,
  examples: () => [
    {
      title: "As in a shell or in YAML",
      bad: {
        config: ini`
          [profile dev]
          region = "eu-west-1"
          output = ' json '
        `,
      },
      says: [
        'config:2:10 The quotes are a part of "region" for every client but Go',
        'config:3:10 The quotes are a part of "output" for every client but Go',
      ],
      good: {
        config: ini`
          [profile dev]
          region = eu-west-1
          output = json
        `,
      },
    },
    {
      title: "Keys",
      bad: {
        credentials:
          '[dev]\r\naws_access_key_id="AKIAIOSFODNN7EXAMPLE"\r\naws_secret_access_key="wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"',
      },
      says: [
        'credentials:2:19 The quotes are a part of "aws_access_key_id" for every client but Go',
        'credentials:3:23 The quotes are a part of "aws_secret_access_key" for every client but Go',
      ],
      good: {
        credentials:
          "[dev]\r\naws_access_key_id=AKIAIOSFODNN7EXAMPLE\r\naws_secret_access_key=wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
      },
    },
    {
      title: "Quotes inside a value, and of a command",
      good: {
        config: ini`
          [profile dev]
          region = eu-west-1
          credential_process = "/opt/sign in/bin" --name "dev"
        `,
      },
    },
  ],
  *check({ index }) {
    for (const property of index.odd.settings) {
      const { value, name, key, parent, section, valueSpan } = property;
      const quote = value[0];
      if (quote !== '"' && quote !== "'") continue;
      const quoted = withoutComment(property);
      const bare = quoted.slice(1, -1);
      if (
        !quoted.endsWith(quote) || bare.trim() === "" || bare.includes(quote)
      ) continue;
      const known = findKey(name, kindOf(section), parent?.name);
      if (!known || known.tool !== undefined || known.type === "command") {
        continue;
      }
      const { path, start } = valueSpan;
      const end = start + quoted.length;
      const from = start + 1 + bare.length - bare.trimStart().length;
      const to = from + bare.trim().length;
      yield {
        span: { path, start, end },
        message: `The quotes are a part of "${key}" for every client but Go`,
        fix: {
          title: "Take the quotes off",
          edits: [
            remove({ path, start, end: from }),
            remove({ path, start: to, end }),
          ],
        },
      };
    }
  },
};
