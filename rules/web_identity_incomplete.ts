import type { Rule } from "../src/lint/rule.ts";
import { ini } from "../src/text/ini.ts";

/** A token file says who asks; the role says for what. */
export const webIdentityIncomplete: Rule = {
  id: "web-identity-incomplete",
  severity: "error",
  summary: "web_identity_token_file without role_arn",
  why: `
A web identity token is exchanged for the credentials of a role, which \`role_arn\` names. Without it botocore and the
AWS CLI stop: \`configured to assume role with web identity but has no role ARN configured\`; Go says \`role ARN is not
set\`.

Reports: [awslabs/amazon-ecr-credential-helper#729](https://github.com/awslabs/amazon-ecr-credential-helper/issues/729),
[aws/aws-sdk-go-v2#2469](https://github.com/aws/aws-sdk-go-v2/issues/2469).
`,
  yields: ["empty-value"],
  examples: () => [
    {
      title: "A token for no role",
      bad: {
        config: ini`
        [profile pod]
        web_identity_token_file = /var/run/secrets/token
        region = eu-west-1
      `,
      },
      says: [
        'config:2:1 "web_identity_token_file" needs a "role_arn" beside it: profile "pod" says who asks, not for which role',
      ],
      good: {
        config: ini`
        [profile pod]
        web_identity_token_file = /var/run/secrets/token
        role_arn = arn:aws:iam::123456789011:role/Pod
        region = eu-west-1
      `,
      },
    },
  ],
  *check({ index, host }) {
    for (
      const { section, keySpan, value } of index.settings(
        "web_identity_token_file",
      )
    ) {
      const profile = index.profiles.get(section.name);
      if (!profile || value === "" || profile.get("role_arn")) continue;
      yield {
        span: keySpan,
        message:
          `"web_identity_token_file" needs a "role_arn" beside it: profile "${profile.name}" says who asks, not for which role`,
        help: "Add the line role_arn = arn:aws:iam::ACCOUNT:role/NAME",
        // The role may be given to the process instead.
        ...(host?.env.AWS_ROLE_ARN ? { severity: "info" as const } : {}),
      };
    }
  },
};
