import { foreignOf } from "../src/lint/foreign.ts";
import type { Rule } from "../src/lint/rule.ts";
import { ini } from "../src/text/ini.ts";

/** A file of another program, or the answer of a command: one finding instead of one a line. */
export const notAnAwsFile: Rule = {
  id: "not-an-aws-file",
  severity: "error",
  summary:
    "The file is none of AWS: no section and no setting that a client knows",
  why: `
The file has neither a section that only the AWS files have nor settings that a client knows, so it
was most likely meant for somebody else: the config of SSH or of a web server, JSON that a command
printed, the CSV file that the console hands out with a new access key. Where it does not even look
like settings, the AWS CLI and the SDKs for Rust, Java and .NET refuse it as a whole; the others find
no profile in it. Nothing else is reported.

Look at the path. A key from the console or from \`aws iam create-access-key\` is written like this:

\`\`\`ini
[default]
aws_access_key_id = AKIA…
aws_secret_access_key = …
\`\`\`

Reports: [boto/boto3#253](https://github.com/boto/boto3/issues/253),
[aws/aws-cli#5101](https://github.com/aws/aws-cli/issues/5101).
`,
  foreign: true,
  examples: () => [
    {
      title: "The config of SSH",
      bad: {
        config: ini`
          # bastion
          Host bastion
            HostName bastion.example.com
            User ec2-user
        `,
      },
      says: [
        "config:2:1 Not an AWS file: it has no section and no setting that a client knows",
      ],
      good: {
        config: ini`
          [profile bastion]
          region = eu-west-1
        `,
      },
    },
    {
      title: "What a command printed",
      bad: {
        credentials: ini`
          {
            "AccessKey": { "AccessKeyId": "AKIAIOSFODNN7EXAMPLE" }
          }
        `,
      },
      says: [
        "credentials:1:1 Not an AWS file, but JSON: it has no section and no setting that a client knows",
      ],
      good: {
        credentials: ini`
          [default]
          aws_access_key_id = AKIAIOSFODNN7EXAMPLE
          aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY
        `,
      },
    },
    {
      title: "Comments alone, and a profile of another tool",
      good: {
        config: "# nothing here yet\n",
        credentials: ini`
          [corp]
          x_principal_arn = arn:aws:sts::123456789011:assumed-role/R/joe
        `,
      },
    },
  ],
  *check({ documents }) {
    for (const document of documents) {
      if (foreignOf(document) !== "not-aws") continue;
      const { path, text, lines } = document;
      const { indent: start, stop: end } = lines.find(({ kind }) =>
        kind !== "blank" && kind !== "comment"
      )!;
      const kind = kindOf(text);
      yield {
        span: { path, start, end },
        message: `Not an AWS file${
          kind ? `, but ${kind}` : ""
        }: it has no section and no setting that a client knows`,
        help: 'Look at the path; an AWS file has sections such as "[default]"',
      };
    }
  },
};

function kindOf(text: string): string | undefined {
  if (/^\s*[{[]\s*(?:["{\]}]|$)/.test(text)) return "JSON";
  if (/^\s*<[?!a-z]/i.test(text)) return "XML";
  if (/^\s*(?:User name,|Access key ID,)/i.test(text)) return "CSV";
  return /^---[ \t]*$/m.test(text) ? "YAML" : undefined;
}
