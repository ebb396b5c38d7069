import type { Property, Rule, Section } from "../src/lint/rule.ts";
import { isBlockParent } from "../src/reference/keys.ts";
import { findKey } from "../src/reference/keys.ts";
import { countOf, placeOf } from "../src/lint/siblings.ts";
import { kindOf } from "../src/lint/section_kind.ts";
import { remove, type TextEdit } from "../src/text/edit.ts";
import { ini } from "../src/text/ini.ts";

/** Settings that do not begin at the beginning of their line. */
export const indentedKey: Rule = {
  id: "indented-key",
  severity: "error",
  summary: "Settings are indented under their header",
  why: `
Indentation has a meaning in these files: it goes on with the line above. Rust and Java refuse a file
in which the first setting of a section is indented, and the common runtime drops it. A later one is
taken for a part of the value above by the AWS CLI, boto3, Rust, Java and the common runtime: with
\`output\` indented below \`region\`, the region is \`eu-west-1\\noutput = json\`. Go, JS and .NET read it
as a setting.

Only the lines of a nested block, below a key without a value such as \`s3 =\`, are indented. The fix
takes the blanks away and leaves those.

Reports: [aws/aws-sdk-java-v2#2994](https://github.com/aws/aws-sdk-java-v2/issues/2994),
[smithy-lang/smithy-rs#1488](https://github.com/smithy-lang/smithy-rs/issues/1488),
[aws/aws-toolkit-jetbrains#3279](https://github.com/aws/aws-toolkit-jetbrains/issues/3279),
[aws/aws-sdk-ruby#3058](https://github.com/aws/aws-sdk-ruby/issues/3058).
`,
  examples: () => [
    {
      title: "A section that is indented as a whole",
      bad: {
        config:
          "[profile dev]\r\n\tregion = eu-west-1\r\n\ts3 =\r\n\t\taddressing_style = path\r\n\toutput = json",
      },
      says: [
        'config:2:2 "region" is indented: Rust and Java refuse the whole file',
      ],
      good: {
        config:
          "[profile dev]\r\nregion = eu-west-1\r\ns3 =\r\n\taddressing_style = path\r\noutput = json",
      },
    },
    {
      title: "One line of a section",
      bad: {
        config: ini`
          [profile dev]
          region = eu-west-1
            output = json
        `,
      },
      says: [
        'config:3:3 "output" is indented: the AWS CLI, boto3, Rust and Java take the line for a part of "region"',
      ],
      good: {
        config: ini`
          [profile dev]
          region = eu-west-1
          output = json
        `,
      },
    },
    {
      title: "Below a key that opens no block",
      bad: {
        config: ini`
          [profile dev]
          cli_pager =
            region = eu-west-1
        `,
      },
      says: [
        'config:3:3 "region" is indented: every client takes it for a part of "cli_pager"',
      ],
      good: {
        config: ini`
          [profile dev]
          cli_pager =
          region = eu-west-1
        `,
      },
    },
    {
      title: "Nested blocks are indented",
      good: {
        config: ini`
          [profile dev]
          region = eu-west-1
          services = local
          s3 =
              addressing_style = path

          [services local]
          dynamodb =
              endpoint_url = http://localhost:8000
        `,
      },
    },
  ],
  *check({ index }) {
    for (const section of index.odd.sections) {
      if (section.type === "preamble") continue;
      const slipped: Property[] = [];
      for (const property of section.properties) {
        if (isIndented(property)) slipped.push(property);
        else if (property.children.length > 0) {
          slipped.push(...strays(property));
        }
      }
      const [first] = slipped;
      if (!first) continue;
      yield {
        span: first.keySpan,
        message: `"${first.key}" is indented: ${reading(section, first)}`,
        ...(slipped.some(({ parent, name }) =>
            parent && countOf(section.properties, name) > 0
          )
          ? { help: "Remove the line, or the other one of that name" }
          : {
            fix: {
              title: slipped.length === 1
                ? "Take the blanks away"
                : "Take the blanks of this section away",
              edits: slipped.flatMap(dedent),
            },
          }),
      };
    }
  },
};

function isIndented({ pair, section }: Property): boolean {
  return pair.indent > pair.start &&
    section.document.text[pair.indent - 1] !== "\ufeff";
}

/** Settings of the profile itself below a key that opens no block. */
function strays({ name, children, section }: Property): readonly Property[] {
  const kind = kindOf(section);
  if (
    kind !== "profile" && kind !== "sso-session" || isBlockParent(name, kind) ||
    !findKey(name)
  ) return [];
  return children.every((child) => findKey(child.name, kind)) ? children : [];
}

function reading({ properties }: Section, first: Property): string {
  if (first.parent) {
    return `every client takes it for a part of "${first.parent.key}"`;
  }
  const above = properties[placeOf(first) - 1];
  return above
    ? `the AWS CLI, boto3, Rust and Java take the line for a part of "${above.key}"`
    : "Rust and Java refuse the whole file";
}

/** Takes the indentation away; the lines of a nested block keep what they have more. */
function dedent(
  { pair, children, section: { document } }: Property,
): readonly TextEdit[] {
  const { path, text } = document;
  const start = pair.start === 0 && text.startsWith("\ufeff") ? 1 : pair.start;
  const depth = pair.indent - start;
  return [
    remove({ path, start, end: pair.indent }),
    ...children.map(({ pair }) =>
      remove({ path, start: pair.start, end: pair.start + depth })
    ),
  ];
}
