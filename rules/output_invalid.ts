import { meantValue } from "../src/lint/meant_value.ts";
import { notAValue } from "../src/lint/not_a_value.ts";
import type { Fix, Input, Property, Rule, Span } from "../src/lint/rule.ts";
import { kindOf } from "../src/lint/section_kind.ts";
import { isRegion } from "../src/reference/regions.ts";
import { replace } from "../src/text/edit.ts";
import { ini } from "../src/text/ini.ts";
import { suggest } from "../src/text/suggest.ts";

/** The AWS CLI has no such output format. */
export const outputInvalid: Rule = {
  id: "output-invalid",
  severity: "error",
  summary: "The AWS CLI has no output format of that name",
  why: `
The AWS CLI knows \`json\`, \`text\`, \`table\`, \`yaml\`, \`yaml-stream\` and \`off\`, in lower case; version 1
has the first three only. With anything else it ends with \`Unknown output type\`, and does so when it
comes to print the answer: what the command was to create has been created by then. Other clients do
not read the setting.

A region here is an answer to the wrong question of \`aws configure\`. Where the profile has no region
the fix makes it one.

Reports: [CodeGenieApp/serverless-express#13](https://github.com/CodeGenieApp/serverless-express/issues/13),
[QT-DevOps/DevOpsIssues#662](https://github.com/QT-DevOps/DevOpsIssues/issues/662).
`,
  yields: notAValue,
  templates: true,
  examples: () => [
    {
      title: "Capitals",
      bad: {
        config: ini`
          [default]
          output = JSON
        `,
      },
      says: [
        'config:2:10 "JSON" is not an output format: the AWS CLI fails with it after the call is made',
      ],
      good: {
        config: ini`
          [default]
          output = json
        `,
      },
    },
    {
      title: "A region that was typed at the wrong question",
      bad: {
        config: ini`
          [default]
          output = eu-west-1
        `,
      },
      says: [
        'config:2:10 "eu-west-1" is a region, not an output format: the AWS CLI fails with it after the call is made',
      ],
      good: {
        config: ini`
          [default]
          region = eu-west-1
        `,
      },
    },
    {
      title: "All that version 2 of the AWS CLI knows",
      good: {
        config: ini`
          [profile a]
          output = yaml-stream
          [profile b]
          output = off
        `,
      },
    },
  ],
  *check(input) {
    for (const property of input.index.settings("output")) {
      if (formats.has(property.value)) continue;
      const { value, span } = meantValue(property);
      if (value === "" || formats.has(value)) continue;
      if (kindOf(property.section) !== "profile") continue;
      const what = isRegion(value)
        ? "is a region, not an output format"
        : "is not an output format";
      const fix = repair(input, { property, value, span });
      yield {
        span,
        message:
          `"${value}" ${what}: the AWS CLI fails with it after the call is made`,
        help: "Write json, text, table, yaml or yaml-stream",
        ...(fix && { fix }),
      };
    }
  },
};

const formats: ReadonlySet<string> = new Set([
  "json",
  "text",
  "table",
  "yaml",
  "yaml-stream",
  "off",
]);

function repair(
  { index }: Input,
  { property, value, span }: { property: Property; value: string; span: Span },
): Fix | undefined {
  if (isRegion(value)) {
    const { keySpan, section } = property;
    if (index.profiles.get(section.name)?.get("region")) return undefined;
    const edits = [replace(keySpan, "region")];
    return { title: "Make it the region", edits, guess: true };
  }
  const letters = (text: string) => text.toLowerCase().replace(/[^a-z]/g, "");
  const same = [...formats].find((one) => letters(one) === letters(value));
  const format = same ?? suggest(value, formats);
  if (format === undefined) return undefined;
  const edits = [replace(span, format)];
  return { title: `Write ${format}`, edits, ...(same ? {} : { guess: true }) };
}
