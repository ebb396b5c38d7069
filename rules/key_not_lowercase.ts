import { relevantClients } from "../src/lint/client_names.ts";
import type { Rule } from "../src/lint/rule.ts";
import { countOf, siblingsOf } from "../src/lint/siblings.ts";
import { kindOf } from "../src/lint/section_kind.ts";
import { findKey } from "../src/reference/keys.ts";
import { replace } from "../src/text/edit.ts";
import { ini } from "../src/text/ini.ts";

/** `AWS_ACCESS_KEY_ID = …` in the file. */
export const keyNotLowercase: Rule = {
  id: "key-not-lowercase",
  severity: "error",
  summary: "A key is written with capital letters",
  why: `
Capital letters belong to the environment variables. In the files the AWS CLI, boto3, Go, Rust and .NET
read \`AWS_ACCESS_KEY_ID\` all the same; JS, Java and the common runtime do not. So one program has no
credentials, or says \`Region is missing\`, while the others work. Inside a nested block only Go and
.NET read it.

The fix writes the key in lower case.

Reports: [aws/aws-sdk#574](https://github.com/aws/aws-sdk/issues/574),
[aws/aws-toolkit-vscode#732](https://github.com/aws/aws-toolkit-vscode/issues/732),
[aws/aws-cdk#13792](https://github.com/aws/aws-cdk/issues/13792),
[aws/aws-sdk-ruby#2458](https://github.com/aws/aws-sdk-ruby/issues/2458),
[hashicorp/terraform-provider-aws#1996](https://github.com/hashicorp/terraform-provider-aws/issues/1996).
`,
  examples: () => [
    {
      title: "Named like the variables",
      bad: {
        credentials: ini`
          [default]
          AWS_ACCESS_KEY_ID = AKIAIOSFODNN7EXAMPLE
          AWS_SECRET_ACCESS_KEY = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY
        `,
      },
      says: [
        'credentials:2:1 "AWS_ACCESS_KEY_ID" is not in lower case: JS does not know the key',
        'credentials:3:1 "AWS_SECRET_ACCESS_KEY" is not in lower case: JS does not know the key',
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
      title: "In a nested block",
      bad: {
        config:
          "[profile dev]\r\nRegion=eu-west-1\r\ns3=\r\n  Addressing_Style=path\r\n",
      },
      says: [
        'config:2:1 "Region" is not in lower case: JS does not know the key',
        'config:4:3 "Addressing_Style" is not in lower case: the AWS CLI, boto3 and JS do not know the key',
      ],
      good: {
        config:
          "[profile dev]\r\nregion=eu-west-1\r\ns3=\r\n  addressing_style=path\r\n",
      },
    },
    {
      title: "A key that no client knows in any case",
      good: {
        config: "[profile dev]\nregion = eu-west-1\nMyTeamNote = hello\n",
      },
    },
  ],
  *check({ index, settings }) {
    const strict = relevantClients(settings).some((client) =>
      client === "js" || client === "java" || client === "crt"
    );
    if (!strict) return;
    for (const property of index.odd.settings) {
      const { key, name, section, parent, keySpan } = property;
      // `Region` beside `region` is a key that stands twice, and told as such.
      if (key === name || countOf(siblingsOf(property), name) > 1) continue;
      const known = findKey(name, kindOf(section), parent?.name);
      if (!known || known.tool !== undefined) continue;
      yield {
        span: keySpan,
        message: `"${key}" is not in lower case: ${
          parent ? "the AWS CLI, boto3 and JS do" : "JS does"
        } not know the key`,
        fix: { title: `Write "${name}"`, edits: [replace(keySpan, name)] },
      };
    }
  },
};
