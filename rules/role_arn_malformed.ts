import { meantValue } from "../src/lint/meant_value.ts";
import { notAValue } from "../src/lint/not_a_value.ts";
import { accountPlaceholder } from "../src/lint/placeholder.ts";
import { roleArnProblem } from "../src/lint/role_arn_problem.ts";
import type { Rule } from "../src/lint/rule.ts";
import { smallestEdit } from "../src/lint/smallest_edit.ts";
import { ini } from "../src/text/ini.ts";

/** The value of `role_arn` is not the ARN of a role. */
export const roleArnMalformed: Rule = {
  id: "role-arn-malformed",
  severity: "error",
  summary: "The value of role_arn is not the ARN of a role",
  why: `
The ARN of a role is \`arn:aws:iam::ACCOUNT:role/NAME\`: two colons stand in front of the account, since
IAM has no regions, and the account has 12 digits. Clients do not look at it. STS does, and what it
says of a colon too few is that you are \`not authorized to perform: sts:AssumeRole\`, as if your
permissions were at fault. boto3 refuses no more than what is shorter than 20 characters.

A session (\`assumed-role/…\`), an instance profile or a user is not a role. The ARN of a role stands
at the top of its page in the IAM console.

Reports: [99designs/aws-vault#668](https://github.com/99designs/aws-vault/issues/668),
[aws/aws-cli#4024](https://github.com/aws/aws-cli/issues/4024),
[boto/botocore#1465](https://github.com/boto/botocore/issues/1465).
`,
  yields: notAValue,
  templates: true,
  examples: () => [
    {
      title: "One colon too few",
      bad: {
        config: ini`
          [profile dev]
          role_arn = arn:aws:iam:123456789011:role/dev
          credential_source = Ec2InstanceMetadata
        `,
      },
      says: [
        'config:2:12 A colon is missing in "arn:aws:iam:123456789011:role/dev": two stand behind "iam", since IAM has no regions',
      ],
      good: {
        config: ini`
          [profile dev]
          role_arn = arn:aws:iam::123456789011:role/dev
          credential_source = Ec2InstanceMetadata
        `,
      },
    },
    {
      title: "An account with 11 digits, and a name alone",
      bad: {
        config: ini`
          [profile dev]
          role_arn = arn:aws:iam::12345678901:role/dev
          credential_source = Ec2InstanceMetadata
          [profile admin]
          role_arn = Admin
          credential_source = Ec2InstanceMetadata
        `,
      },
      says: [
        'config:2:25 Account "12345678901" has 11 digits, not 12',
        'config:5:12 "Admin" is not an ARN: no role can be looked up by it',
      ],
      good: {
        config: ini`
          [profile dev]
          role_arn = arn:aws:iam::123456789011:role/dev
          credential_source = Ec2InstanceMetadata
        `,
      },
    },
    {
      title: "The session of a role instead of the role",
      bad: {
        config: ini`
          [profile dev]
          role_arn = arn:aws:sts::123456789011:assumed-role/dev/jane
          credential_source = Ec2InstanceMetadata
        `,
      },
      says: [
        'config:2:38 "assumed-role/dev/jane" is a session of a role, not the role itself',
      ],
      good: {
        config: ini`
          [profile dev]
          role_arn = arn:aws:iam::123456789011:role/dev
          credential_source = Ec2InstanceMetadata
        `,
      },
    },
    {
      title: "Paths and other partitions are right",
      good: {
        config: ini`
          [profile dev]
          role_arn = arn:aws-cn:iam::123456789011:role/team/ops/dev
          credential_source = Ec2InstanceMetadata
        `,
      },
    },
  ],
  *check({ index }) {
    for (const property of index.settings("role_arn")) {
      const { value, span } = meantValue(property);
      const problem = value === "" ? undefined : roleArnProblem(value);
      // In templates the rules that speak of such values are silent.
      if (!problem || /[$<>{%]/.test(value) || accountPlaceholder(value)) {
        continue;
      }
      const { message, start = 0, end = value.length, meant, guess } = problem;
      yield {
        span: {
          ...span,
          start: span.start + start,
          end: span.start + end,
        },
        message,
        help: "Write arn:aws:iam::ACCOUNT:role/NAME",
        ...(meant === undefined ? {} : {
          fix: {
            title: `Write ${meant}`,
            edits: [smallestEdit(span, { from: value, to: meant })],
            ...(guess && { guess }),
          },
        }),
      };
    }
  },
};
