import { removeLine } from "../src/lint/lines.ts";
import type { Rule } from "../src/lint/rule.ts";
import { kindOf } from "../src/lint/section_kind.ts";
import { ini } from "../src/text/ini.ts";

/** `region =` with nothing behind it. */
export const regionEmpty: Rule = {
  id: "region-empty",
  severity: "error",
  summary: "The region is there, but empty",
  why: `
Without the line a client asks elsewhere for a region, or says that it needs one. With an empty one
boto3 and the AWS CLI build a host name with nothing in the place of the region and stop at
\`Invalid endpoint: https://s3..amazonaws.com\`; JS says \`Region is missing\`. Write the region, or take
the line out.

Reports: [boto/boto3#2131](https://github.com/boto/boto3/issues/2131),
[aws/aws-sdk-net#1908](https://github.com/aws/aws-sdk-net/issues/1908),
[ualter/awsbe-site#1](https://github.com/ualter/awsbe-site/issues/1).
`,
  examples: () => [
    {
      title: "A region that was never filled in",
      bad: {
        config: ini`
          [default]
          region =
          output = json
        `,
      },
      says: [
        'config:2:1 "region" has no value: boto3 and the AWS CLI stop at an endpoint like "s3..amazonaws.com"',
      ],
      good: {
        config: ini`
          [default]
          output = json
        `,
      },
    },
    {
      title: "At the end of a file with Windows line ends",
      bad: { config: "[default]\r\noutput = json\r\nregion =\r\n" },
      says: [
        'config:3:1 "region" has no value: boto3 and the AWS CLI stop at an endpoint like "s3..amazonaws.com"',
      ],
      good: { config: "[default]\r\noutput = json\r\n" },
    },
    {
      title: "A region, or none at all",
      good: {
        config: ini`
          [default]
          region = us-east-1
          [profile dev]
          output = json
        `,
      },
    },
  ],
  *check({ index }) {
    for (const property of index.settings("region")) {
      const { value, keySpan, section, line, endLine } = property;
      // What is indented below it may be the value.
      if (value !== "" || endLine !== line + 1) continue;
      if (kindOf(section) !== "profile") continue;
      yield {
        span: keySpan,
        message:
          '"region" has no value: boto3 and the AWS CLI stop at an endpoint like "s3..amazonaws.com"',
        help: "Write the region behind it, or take the line out",
        fix: {
          title: "Remove the empty region",
          edits: [removeLine(section.document, line)],
        },
      };
    }
  },
};
