import { headerText } from "../src/lint/header_text.ts";
import type { Rule } from "../src/lint/rule.ts";
import { replace } from "../src/text/edit.ts";
import { ini } from "../src/text/ini.ts";

/** `[DEFAULT]` is not `[default]`. */
export const defaultSectionUppercase: Rule = {
  id: "default-section-uppercase",
  severity: "error",
  summary: "The default profile is written with capital letters",
  why: `
\`[DEFAULT]\` means something else to the AWS CLI and boto3, by an accident of the parser that they
use: its settings are given to **every** profile, a region or a role that nobody wrote there, while
the default profile has none of them. All other clients see no default profile. \`[Default]\` is
read by nobody.

There is no section of values for all profiles. Each profile has its own.

Reports: [aws/aws-cli#8205](https://github.com/aws/aws-cli/issues/8205),
[boto/boto3#2560](https://github.com/boto/boto3/issues/2560),
[wazuh/wazuh-documentation#6803](https://github.com/wazuh/wazuh-documentation/pull/6803).
`,
  examples: () => [
    {
      title: "Capital letters",
      bad: {
        config: ini`
          [DEFAULT]
          region = eu-west-1
          [profile dev]
          output = json
        `,
      },
      says: [
        'config:1:2 "DEFAULT" is not the default profile: the AWS CLI and boto3 give its settings to every profile, the others to none',
      ],
      good: {
        config: ini`
          [default]
          region = eu-west-1
          [profile dev]
          output = json
        `,
      },
    },
    {
      title: "Beside a default profile it is not renamed",
      bad: {
        credentials: ini`
          [default]
          region = eu-west-1
          [Default]
          output = json
        `,
      },
      says: [
        'credentials:3:2 "Default" is not the default profile: it is written in lower case',
      ],
      good: {
        credentials: ini`
          [default]
          region = eu-west-1
          output = json
        `,
      },
    },
    {
      title: "A profile whose name only looks like it",
      good: { config: "[profile DEFAULT]\nregion = eu-west-1\n" },
    },
  ],
  *check({ index }) {
    const sections = index.sections("default");
    for (const section of sections) {
      const { document, nameSpan } = section;
      const text = headerText(section).trim();
      if (text === "default" || text.toLowerCase() !== "default") continue;
      const others = sections.filter((other) => other.document === document);
      yield {
        span: nameSpan,
        message: text === "DEFAULT"
          ? '"DEFAULT" is not the default profile: the AWS CLI and boto3 give its settings to every profile, the others to none'
          : `"${text}" is not the default profile: it is written in lower case`,
        ...(others.length === 1
          ? {
            fix: {
              title: "Write [default]",
              edits: [replace(nameSpan, "default")],
            },
          }
          : { help: "Move the settings to [default] and remove this section" }),
      };
    }
  },
};
