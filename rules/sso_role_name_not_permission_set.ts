import { meantValue } from "../src/lint/meant_value.ts";
import { notAValue } from "../src/lint/not_a_value.ts";
import type { Rule } from "../src/lint/rule.ts";
import { isSwallowed, swallowed } from "../src/lint/swallowed.ts";
import { replace } from "../src/text/edit.ts";
import { ini } from "../src/text/ini.ts";

/** `sso_role_name` is the name that IAM has for the role, or no name at all. */
export const ssoRoleNameNotPermissionSet: Rule = {
  id: "sso-role-name-not-permission-set",
  severity: "warning",
  summary: "sso_role_name is not the name of a permission set",
  why: `
\`sso_role_name\` is the name of the permission set, as the portal shows it beside the account:
\`ReadOnly\`. In IAM and in \`aws sts get-caller-identity\` the same role is called
\`AWSReservedSSO_ReadOnly_17b6698160a088de\`, with a prefix and a number, and has an ARN. With that name
\`aws sso login\` succeeds, and only the first call fails: \`ForbiddenException … No access\`.

Reports: [aws/aws-sam-cli#2129](https://github.com/aws/aws-sam-cli/issues/2129),
[aws/aws-cli#6316](https://github.com/aws/aws-cli/issues/6316),
[victorskl/yawsso#28](https://github.com/victorskl/yawsso/issues/28).
`,
  yields: ["empty-value", ...notAValue],
  examples: () => [
    {
      title: "The name that IAM has for it",
      bad: {
        config: profile("AWSReservedSSO_Admin_Access_17b6698160a088de"),
      },
      says: [
        'config:5:17 "AWSReservedSSO_Admin_Access_17b6698160a088de" is what IAM calls the role: the portal knows it by the name of its permission set',
      ],
      good: { config: profile("Admin_Access") },
    },
    {
      title: "A path is no part of the name",
      bad: { config: profile("team/ReadOnly") },
      says: [
        'config:5:17 "team/ReadOnly" cannot be the name of a permission set: the portal refuses access',
      ],
      good: { config: profile("ReadOnly") },
    },
    {
      title: "All signs that a name may have",
      good: { config: profile("Read+Only=,.@_-1") },
    },
  ],
  *check({ index }) {
    for (const property of index.settings("sso_role_name")) {
      const { value, span } = meantValue(property);
      const set = reserved.exec(value)?.[1];
      if (set !== undefined) {
        yield {
          span,
          message:
            `"${value}" is what IAM calls the role: the portal knows it by the name of its permission set`,
          fix: {
            title: `Write "${set}"`,
            edits: [replace(span, set)],
            guess: true,
          },
        };
      } else if (value !== "" && !plain.test(value)) {
        yield {
          span,
          message: isSwallowed(value)
            ? swallowed
            : `"${value}" cannot be the name of a permission set: the portal refuses access`,
          help: "Write the name that the portal shows beside the account",
        };
      }
    }
  },
};

const plain = /^[\w+=,.@-]+$/;

/** IAM's name, alone or in an ARN; until 2020 it began with AWSPeregrine. */
const reserved =
  /^(?:arn:\S*\/)?(?:AWSReservedSSO|AWSPeregrine)_([\w+=,.@-]+)_[0-9a-f]{12,17}(?:\/\S*)?$/;

function profile(role: string): string {
  return ini`
    [profile dev]
    sso_start_url = https://my-sso-portal.awsapps.com/start
    sso_region = us-east-1
    sso_account_id = 123456789011
    sso_role_name = ${role}
  `;
}
