import { objection } from "../src/lint/allowed_text.ts";
import { meantValue } from "../src/lint/meant_value.ts";
import { notAValue } from "../src/lint/not_a_value.ts";
import type { Rule } from "../src/lint/rule.ts";
import { kindOf } from "../src/lint/section_kind.ts";
import { ini } from "../src/text/ini.ts";

/** STS does not take the session name. */
export const roleSessionNameInvalid: Rule = {
  id: "role-session-name-invalid",
  severity: "warning",
  summary: "STS does not take such a name for a session",
  why: `
A \`role_session_name\` has 2 to 64 letters, digits and \`_ + = , . @ -\`. The clients send it as it is,
and STS turns the call down: \`Value at 'roleSessionName' failed to satisfy constraint\`. Slashes and
colons come in with paths and ARNs.

Reports: [zalando-stups/aws-credentials-service#7](https://github.com/zalando-stups/aws-credentials-service/issues/7),
[Noovolari/leapp#45](https://github.com/Noovolari/leapp/issues/45).
`,
  yields: notAValue,
  examples: () => [
    {
      title: "A slash in the name, and too short a name",
      bad: {
        config: ini`
          [profile a]
          role_arn = arn:aws:iam::123456789011:role/a
          credential_source = Ec2InstanceMetadata
          role_session_name = PowerUser/joe
          [profile b]
          role_arn = arn:aws:iam::123456789011:role/b
          credential_source = Ec2InstanceMetadata
          role_session_name = j
        `,
      },
      says: [
        'config:4:30 A session name may not hold "/": STS turns the call down',
        "config:8:21 A session name has at least 2 characters: STS turns the call down",
      ],
      good: {
        config: ini`
          [profile a]
          role_arn = arn:aws:iam::123456789011:role/a
          credential_source = Ec2InstanceMetadata
          role_session_name = PowerUser-joe
        `,
      },
    },
    {
      title: "An address is fine",
      good: {
        config: ini`
          [profile a]
          role_arn = arn:aws:iam::123456789011:role/a
          credential_source = Ec2InstanceMetadata
          role_session_name = jane+ops@example.com
        `,
      },
    },
  ],
  *check({ index }) {
    for (const property of index.settings("role_session_name")) {
      const meant = meantValue(property);
      if (meant.value === "" || kindOf(property.section) !== "profile") {
        continue;
      }
      const found = objection(meant, sessionName);
      if (!found) continue;
      yield {
        span: found.span,
        message: `A session name ${found.why}: STS turns the call down`,
        help: "Write 2 to 64 letters, digits and _+=,.@-",
      };
    }
  },
};

/** The model of STS: roleSessionNameType. */
const sessionName = { foreign: /[^\w+=,.@-]/u, least: 2, most: 64 };
