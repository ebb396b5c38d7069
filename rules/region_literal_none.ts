import { removeLine } from "../src/lint/lines.ts";
import { meantValue } from "../src/lint/meant_value.ts";
import { strangeRegions } from "../src/lint/region_settings.ts";
import type { Rule } from "../src/lint/rule.ts";
import { ini } from "../src/text/ini.ts";

/** `region = None`, as a prompt shows it. */
export const regionLiteralNone: Rule = {
  id: "region-literal-none",
  severity: "error",
  summary: 'The region or output format is the word "None"',
  why: `
\`aws configure\` shows \`[None]\` where nothing is set yet. Typed as an answer, or written by a script,
it is a value like any other: boto3 and the AWS CLI go to \`https://sts.None.amazonaws.com/\`, and the
AWS CLI ends with \`Unknown output type: None\`. \`null\` and \`undefined\` come from scripts in the same
way. Nothing is set by leaving the line out.

Report: [cshamrick/stsauth#57](https://github.com/cshamrick/stsauth/issues/57), where a program wrote
the word as the name of a section.
`,
  templates: true,
  examples: () => [
    {
      title: "Answers to aws configure",
      bad: {
        config: ini`
          [default]
          region = None
          output = None
        `,
      },
      says: [
        'config:2:10 "None" is a region like any other: calls go to hosts such as "sts.None.amazonaws.com"',
        'config:3:10 "None" is not an output format: the AWS CLI fails with it after the call is made',
      ],
      good: { config: "[default]\n" },
    },
    {
      title: "The region of a portal must be written",
      bad: {
        config: ini`
          [sso-session corp]
          sso_start_url = https://my-sso-portal.awsapps.com/start
          sso_region = null
          sso_registration_scopes = sso:account:access
        `,
      },
      says: [
        'config:3:14 "null" is a region like any other: calls go to hosts such as "oidc.null.amazonaws.com"',
      ],
      good: {
        config: ini`
          [sso-session corp]
          sso_start_url = https://my-sso-portal.awsapps.com/start
          sso_region = us-east-1
          sso_registration_scopes = sso:account:access
        `,
      },
    },
  ],
  *check(input) {
    const outputs = input.index.settings("output")
      .filter(({ value }) => value !== "json").map(meantValue);
    for (const meant of [...strangeRegions(input), ...outputs]) {
      const { value, span, property } = meant;
      if (!/^(?:none|null|nil|undefined)$/i.test(value)) continue;
      const { name, line, endLine, section } = property;
      const required = name === "sso_region";
      const host = `${required ? "oidc" : "sts"}.${value}.amazonaws.com`;
      yield {
        span,
        message: name === "output"
          ? `"${value}" is not an output format: the AWS CLI fails with it after the call is made`
          : `"${value}" is a region like any other: calls go to hosts such as "${host}"`,
        help: required
          ? "Write the region of the portal, such as us-east-1"
          : "Write a value, or take the line out",
        ...(required || endLine !== line + 1 ? {} : {
          fix: {
            title: `Remove the line, so that no ${name} is set`,
            edits: [removeLine(section.document, line)],
          },
        }),
      };
    }
  },
};
