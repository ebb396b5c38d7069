import { objection } from "../src/lint/allowed_text.ts";
import { meantValue } from "../src/lint/meant_value.ts";
import { notAValue } from "../src/lint/not_a_value.ts";
import type { Rule } from "../src/lint/rule.ts";
import { kindOf } from "../src/lint/section_kind.ts";
import { ini } from "../src/text/ini.ts";

/** STS does not take the external id. */
export const externalIdInvalid: Rule = {
  id: "external-id-invalid",
  severity: "warning",
  summary: "STS does not take such an external id",
  why: `
An \`external_id\` has 2 to 1224 letters, digits and \`_ + = , . @ : / -\`. The clients send it as it is,
and STS turns the call down: \`Value at 'externalId' failed to satisfy constraint\`. An id that was
copied out of a URL may still have \`%20\` in it for a blank. Ask whoever gave you the role for the id
as it stands in the role's trust policy.

Report: [aws/aws-cli#4745](https://github.com/aws/aws-cli/issues/4745).
`,
  yields: notAValue,
  examples: () => [
    {
      title: "A blank from a URL",
      bad: {
        config: ini`
          [profile a]
          role_arn = arn:aws:iam::123456789011:role/a
          credential_source = Ec2InstanceMetadata
          external_id = Acme%20Corp
        `,
      },
      says: [
        'config:4:19 An external id may not hold "%": STS turns the call down',
      ],
      good: {
        config: ini`
          [profile a]
          role_arn = arn:aws:iam::123456789011:role/a
          credential_source = Ec2InstanceMetadata
          external_id = AcmeCorp
        `,
      },
    },
    {
      title: "Colons and slashes are fine",
      good: {
        config: ini`
          [profile a]
          role_arn = arn:aws:iam::123456789011:role/a
          credential_source = Ec2InstanceMetadata
          external_id = urn:acme/prod
        `,
      },
    },
  ],
  *check({ index }) {
    for (const property of index.settings("external_id")) {
      const meant = meantValue(property);
      if (meant.value === "" || kindOf(property.section) !== "profile") {
        continue;
      }
      const found = objection(meant, externalId);
      if (!found) continue;
      yield {
        span: found.span,
        message: `An external id ${found.why}: STS turns the call down`,
        help: "Write the id as it stands in the role's trust policy",
      };
    }
  },
};

/** The model of STS: externalIdType. */
const externalId = { foreign: /[^\w+=,.@:/-]/u, least: 2, most: 1224 };
