import { conflictsOf } from "../src/lint/conflict_markers.ts";
import { gluedHeader } from "../src/lint/glued_header.ts";
import type { Finding, Fix, Property, Rule } from "../src/lint/rule.ts";
import { removeLines } from "../src/model/lines.ts";
import { maskValue } from "../src/model/mask.ts";
import { ini } from "../src/text/ini.ts";

/** A key that stands twice in one section. */
export const duplicateKey: Rule = {
  id: "duplicate-key",
  severity: "error",
  summary: "A key stands twice in one section",
  why: `
The AWS CLI and boto3 answer \`Unable to parse config file\` to any command, whatever the profile;
in a file with 160 profiles that cost a user hours. \`Region\` and \`region\` are one key for them.
.NET drops the whole section, the other clients read the last one.

Equal lines are removed by the fix. Where the values differ, one of them has to go.

Reports: [boto/botocore#2395](https://github.com/boto/botocore/issues/2395),
[jorgebastida/awslogs#367](https://github.com/jorgebastida/awslogs/issues/367),
[diggerhq/cli#45](https://github.com/diggerhq/cli/issues/45).
`,
  yields: ["shell-export-line"],
  examples: () => [
    {
      title: "The same line again",
      bad: {
        config:
          "[profile dev]\r\nregion = eu-west-1\r\noutput = json\r\nregion = eu-west-1",
      },
      says: [
        'config:4:1 "region" stands in line 2 already: the AWS CLI and boto3 refuse the whole file',
      ],
      good: {
        config: "[profile dev]\r\nregion = eu-west-1\r\noutput = json\r\n",
      },
    },
    {
      title: "Two values, and a capital letter",
      bad: {
        config: ini`
          [profile dev]
          region = eu-west-1
          Region = eu-central-1
        `,
      },
      says: [
        'config:3:1 "Region" stands in line 2 already: the AWS CLI and boto3 refuse the whole file',
      ],
      good: {
        config: ini`
          [profile dev]
          region = eu-central-1
        `,
      },
    },
    {
      title: "In a nested block the last one counts",
      bad: {
        config: ini`
          [profile dev]
          s3 =
            addressing_style = path
            addressing_style = virtual
        `,
      },
      says: [
        'config:4:3 "addressing_style" stands in line 3 already: the last one counts',
      ],
      good: {
        config: ini`
          [profile dev]
          region = eu-west-1
          s3 =
            addressing_style = virtual
        `,
      },
    },
  ],
  *check({ documents }) {
    for (const document of documents) {
      if (conflictsOf(document).length > 0) continue;
      for (const { properties } of document.sections) {
        yield* duplicates(properties);
        for (const { children } of properties) {
          if (children.length > 1) yield* duplicates(children);
        }
      }
    }
  },
};

function* duplicates(properties: readonly Property[]): Iterable<Finding> {
  if (!hasTwins(properties)) return;
  const seen = new Map<string, Property>();
  for (const property of properties) {
    const first = seen.get(property.name);
    if (first && property.name !== "") yield finding(first, property);
    // The last one counts, so that the next is compared with this one.
    seen.set(property.name, property);
    // Behind it begins another section, whose header has no line of its own.
    if (gluedHeader(property) !== undefined) seen.clear();
  }
}

/** Whether any stand twice; most sections are so short that a table costs more than it saves. */
function hasTwins(properties: readonly Property[]): boolean {
  if (properties.length > 12) return true;
  for (let at = 1; at < properties.length; at++) {
    const { name } = properties[at];
    for (let above = 0; above < at; above++) {
      if (properties[above].name === name) return true;
    }
  }
  return false;
}

function finding(first: Property, second: Property): Finding {
  const message = `"${second.key}" stands in line ${first.line + 1} already: `;
  return {
    span: second.keySpan,
    message: message +
      (second.parent
        ? "the last one counts"
        : "the AWS CLI and boto3 refuse the whole file"),
    ...(second.parent ? { severity: "warning" } : {}),
    related: [{ span: first.keySpan, message: "The first one" }],
    ...(sameText(first, second)
      ? {
        fix: without(
          first.key === first.name ? second : first,
          "Remove one of the lines",
        ),
      }
      : {
        suggestions: [
          without(first, keep(second)),
          without(second, keep(first)),
        ],
      }),
  };
}

function sameText(a: Property, b: Property): boolean {
  return a.value === b.value && a.endLine === a.line + 1 &&
    b.endLine === b.line + 1;
}

function without({ section, line, endLine }: Property, title: string): Fix {
  return { title, edits: [removeLines(section.document, line, endLine)] };
}

function keep({ name, value, line }: Property): string {
  return maskValue(name, value) === value
    ? `Keep "${value}"`
    : `Keep line ${line + 1}`;
}
