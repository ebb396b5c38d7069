import type { Property, Rule } from "../src/lint/rule.ts";
import { placeOf } from "../src/lint/siblings.ts";
import { kindOf } from "../src/lint/section_kind.ts";
import { findKey, isBlockParent } from "../src/reference/keys.ts";
import { insertBefore } from "../src/text/edit.ts";
import { ini } from "../src/text/ini.ts";

/** `s3 =`, and its settings below it without their indentation. */
export const nestedBlockFlattened: Rule = {
  id: "nested-block-flattened",
  severity: "error",
  summary: "The settings of a nested block are not indented",
  why: `
\`s3 =\` opens a block, and only indented lines belong to it. Without the indentation the block is empty
and its settings are keys of the profile, which no client knows. boto3 and the AWS CLI then fail on any
S3 call with \`'str' object has no attribute 'get'\`. Programs that read and write INI files often lose
the indentation.

The fix indents the lines below that belong to the block and to nothing else.

Reports: [scalefactory/aws-assume-role#25](https://github.com/scalefactory/aws-assume-role/issues/25),
[smithy-lang/smithy-rs#3655](https://github.com/smithy-lang/smithy-rs/issues/3655),
[crossplane-contrib/provider-aws#1654](https://github.com/crossplane-contrib/provider-aws/issues/1654).
`,
  examples: () => [
    {
      title: "Settings of S3",
      bad: {
        config: ini`
          [default]
          s3 =
          signature_version = s3v4
          addressing_style = path
          region = eu-west-1
        `,
      },
      says: [
        'config:2:1 The settings of "s3" are not indented: no client sees that they belong to it',
      ],
      good: {
        config: ini`
          [default]
          s3 =
            signature_version = s3v4
            addressing_style = path
          region = eu-west-1
        `,
      },
    },
    {
      title: "The endpoint of a service, in a file that indents by four",
      bad: {
        config:
          "[profile local]\r\nregion = eu-west-1\r\nservices = local\r\n[services local]\r\ns3 =\r\n    endpoint_url = http://localhost:9000\r\nsqs =\r\nendpoint_url = http://localhost:9324\r\n",
      },
      says: [
        'config:7:1 The settings of "sqs" are not indented: no client sees that they belong to it',
      ],
      good: {
        config:
          "[profile local]\r\nregion = eu-west-1\r\nservices = local\r\n[services local]\r\ns3 =\r\n    endpoint_url = http://localhost:9000\r\nsqs =\r\n    endpoint_url = http://localhost:9324\r\n",
      },
    },
    {
      title: "A key of the profile that the block has too",
      good: {
        config: ini`
          [default]
          region = eu-west-1
          s3 =
            addressing_style = path
          use_dualstack_endpoint = true
        `,
      },
    },
  ],
  *check({ index }) {
    for (const property of index.odd.settings) {
      if (property.parent) continue;
      const lost = below(property);
      if (lost.length === 0) continue;
      const [like] = index.nested;
      const indent = like
        ? like.section.document.text.slice(like.pair.start, like.pair.indent)
        : "  ";
      yield {
        span: property.keySpan,
        message:
          `The settings of "${property.key}" are not indented: no client sees that they belong to it`,
        fix: {
          title: lost.length === 1
            ? "Indent the line below"
            : `Indent the ${lost.length} lines below`,
          edits: lost.map(({ keySpan }) => insertBefore(keySpan, indent)),
        },
      };
    }
  },
};

/** The settings right below an empty block that can belong to nothing else. */
function below(parent: Property): readonly Property[] {
  const { section, value, children } = parent;
  const kind = kindOf(section);
  if (
    value !== "" || children.length > 0 || !isBlockParent(parent.name, kind)
  ) return [];
  const { properties } = section;
  const lost: Property[] = [];
  for (let at = placeOf(parent) + 1; at < properties.length; at++) {
    const { name } = properties[at];
    if (findKey(name, kind) || !findKey(name, kind, parent.name)) break;
    lost.push(properties[at]);
  }
  return lost;
}
