import { meantValue } from "../src/lint/meant_value.ts";
import { notAValue } from "../src/lint/not_a_value.ts";
import type { Rule } from "../src/lint/rule.ts";
import { kindOf } from "../src/lint/section_kind.ts";
import { ini } from "../src/text/ini.ts";

/** The path of the certificates is not one that clients find from everywhere. */
export const caBundlePath: Rule = {
  id: "ca-bundle-path",
  severity: "warning",
  summary: "The path of the CA bundle begins with ~ or is not absolute",
  why: `
The AWS CLI and boto3 open the path of \`ca_bundle\` as it stands. No shell is asked, so \`~\` is the name
of a folder in the folder that you happen to be in, and so is the first part of every other path that
does not begin at the root. What you see is \`SSL validation failed\` and \`No such file or directory\`.
Write the whole path. awscfg does not look whether the file is there.

Reports: [JuliaCloud/AWS.jl#473](https://github.com/JuliaCloud/AWS.jl/issues/473),
[aws/aws-cli#6326](https://github.com/aws/aws-cli/issues/6326),
[hashicorp/terraform-provider-aws#24191](https://github.com/hashicorp/terraform-provider-aws/issues/24191).
`,
  yields: notAValue,
  templates: true,
  examples: () => [
    {
      title: "The home folder",
      bad: {
        config: ini`
          [default]
          ca_bundle = ~/.aws/corp.pem
        `,
      },
      says: [
        'config:2:13 "~" stands for no folder here: the AWS CLI and boto3 do not expand it',
      ],
      good: {
        config: ini`
          [default]
          ca_bundle = /home/jane/.aws/corp.pem
        `,
      },
    },
    {
      title: "A path that depends on where the client is started",
      bad: {
        config: ini`
          [default]
          ca_bundle = certs/corp.pem
        `,
      },
      says: [
        'config:2:13 "certs/corp.pem" is looked for in the folder where the client is started',
      ],
      good: {
        config: ini`
          [default]
          ca_bundle = C:\certs\corp.pem
        `,
      },
    },
  ],
  *check({ index }) {
    for (const property of index.settings("ca_bundle")) {
      const { value, span } = meantValue(property);
      if (value === "" || kindOf(property.section) !== "profile") continue;
      const help = "Write the whole path, such as /home/NAME/.aws/corp.pem";
      if (value.startsWith("~")) {
        const end = span.start + value.split(/[/\\]/, 1)[0].length;
        yield {
          span: { ...span, end },
          message:
            '"~" stands for no folder here: the AWS CLI and boto3 do not expand it',
          help,
        };
      } else if (!/^(?:[/\\]|[A-Za-z]:[/\\])/.test(value)) {
        yield {
          span,
          message:
            `"${value}" is looked for in the folder where the client is started`,
          help,
        };
      }
    }
  },
};
