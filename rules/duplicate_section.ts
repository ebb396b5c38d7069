import { conflictsOf } from "../src/lint/conflict_markers.ts";
import { headerText } from "../src/lint/header_text.ts";
import { mergeSections } from "../src/lint/merge_sections.ts";
import type { Document, Finding, Rule, Section } from "../src/lint/rule.ts";
import type { SectionType } from "../src/model/document.ts";
import { ini } from "../src/text/ini.ts";

/** A section that stands twice in one file. */
export const duplicateSection: Rule = {
  id: "duplicate-section",
  severity: "error",
  summary: "A section stands twice in one file",
  why: `
The AWS CLI and boto3 answer \`Unable to parse config file\` to any command, whatever the profile,
and name neither section nor line. .NET reads the first section alone, JS, Go, Rust and Java
merge the two, the last value winning. Where the headers differ in quotes or blanks, as
\`[profile dev]\` and \`[profile "dev"]\` do, the AWS CLI reads the last one alone, in silence.

\`[dev]\` in credentials and \`[profile dev]\` in config are one profile and no duplicate.

The fix merges the two where they do not disagree. Otherwise decide which values are right.

Reports: [aws/aws-cli#9261](https://github.com/aws/aws-cli/issues/9261),
[aws/aws-sam-cli#1035](https://github.com/aws/aws-sam-cli/issues/1035),
[aws/aws-toolkit-jetbrains#5533](https://github.com/aws/aws-toolkit-jetbrains/issues/5533),
[cshamrick/stsauth#57](https://github.com/cshamrick/stsauth/issues/57).
`,
  examples: () => [
    {
      title: "The same section again",
      bad: {
        config: ini`
          [profile dev]
          region = eu-west-1

          [profile prod]
          region = eu-west-1

          [profile dev]
          region = eu-west-1
          # for scripts
          output = json
        `,
      },
      says: [
        "config:7:1 [profile dev] stands in line 1 already: the AWS CLI and boto3 refuse the whole file",
      ],
      good: {
        config: ini`
          [profile dev]
          region = eu-west-1
          # for scripts
          output = json

          [profile prod]
          region = eu-west-1

        `,
      },
    },
    {
      title: "Two that disagree, and another spelling",
      bad: {
        config: ini`
          [profile dev]
          region = eu-west-1
          [profile  dev]
          region = eu-central-1
        `,
      },
      says: [
        'config:3:1 "dev" has a section in line 1 already: the AWS CLI reads this one alone, .NET the first',
      ],
      good: {
        config: ini`
          [profile dev]
          region = eu-central-1
        `,
      },
    },
    {
      title: "Keys that stand twice, CRLF, no end of the last line",
      bad: {
        credentials:
          "[dev]\r\naws_access_key_id = AKIAIOSFODNN7EXAMPLE\r\n[dev]\r\naws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
      },
      says: [
        "credentials:3:1 [dev] stands in line 1 already: the AWS CLI and boto3 refuse the whole file",
      ],
      good: {
        credentials:
          "[dev]\r\naws_access_key_id = AKIAIOSFODNN7EXAMPLE\r\naws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
      },
    },
    {
      title: "One profile in both files",
      good: {
        config: "[profile dev]\nregion = eu-west-1\n",
        credentials: ini`
          [dev]
          aws_access_key_id = AKIAIOSFODNN7EXAMPLE
          aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY
        `,
      },
    },
  ],
  *check({ documents }) {
    for (const document of documents) {
      // Both sides of a conflict hold the same section: that is told once.
      if (conflictsOf(document).length === 0) yield* duplicates(document);
    }
  },
};

function* duplicates({ sections }: Document): Iterable<Finding> {
  const seen: Record<SectionType, Map<string, Section>> = {
    default: new Map(),
    profile: new Map(),
    "sso-session": new Map(),
    services: new Map(),
    other: new Map(),
    preamble: new Map(),
  };
  for (const section of sections) {
    if (!section.header) continue;
    const id = identity(section);
    const first = seen[section.type].get(id);
    // Each is merged into the one before, so that many are one in a few passes.
    seen[section.type].set(id, section);
    if (!first) continue;
    const line = first.firstLine + 1;
    const text = headerText(section);
    const fix = mergeSections(first, section);
    yield {
      span: section.headerSpan,
      message: text === headerText(first)
        ? `[${text}] stands in line ${line} already: the AWS CLI and boto3 refuse the whole file`
        : `"${section.name}" has a section in line ${line} already: the AWS CLI reads this one alone, .NET the first`,
      related: [{ span: first.headerSpan, message: "The first one" }],
      ...(fix
        ? { fix }
        : { help: "Decide which settings are right, and keep one section" }),
    };
  }
}

/** Alike for what a client takes for one section; other rules speak of `[profile default]` and `[dev]`. */
function identity(section: Section): string {
  const { type, name, form } = section;
  const understood = (form === "plain" || form === "malformed") &&
    type !== "default" && type !== "other";
  return understood ? name : `[${headerText(section).trim()}`;
}
