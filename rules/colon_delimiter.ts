import type { Finding, Property, Rule } from "../src/lint/rule.ts";
import { kindOf } from "../src/lint/section_kind.ts";
import { isShellName } from "../src/lint/shell_variable.ts";
import { findKey } from "../src/reference/keys.ts";
import { remove, replace, type TextEdit } from "../src/text/edit.ts";
import { ini } from "../src/text/ini.ts";

/** `key: value`, as in YAML. */
export const colonDelimiter: Rule = {
  id: "colon-delimiter",
  severity: "error",
  summary: "A setting is written with a colon",
  why: `
The AWS CLI, boto3 and Go read \`region: eu-west-1\`, so the file seems to be right. Rust, Java and .NET
refuse the whole file, JS does not see the setting, and the common runtime loses it or the file. Inside
a nested block the AWS CLI refuses the file as well.

The fix writes \`=\`. A colon behind the first \`=\`, as in an ARN or a URL, is a part of the value.

Reports: [aws/aws-sdk-go#366](https://github.com/aws/aws-sdk-go/issues/366),
[aws/aws-sdk-java-v2#5641](https://github.com/aws/aws-sdk-java-v2/issues/5641).
`,
  examples: () => [
    {
      title: "As in YAML",
      bad: {
        credentials: ini`
          [dev]
          aws_access_key_id: AKIAIOSFODNN7EXAMPLE
          aws_secret_access_key:wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY
        `,
      },
      says: [
        'credentials:2:18 A colon stands for "=": Rust, Java and .NET refuse the whole file, and JS does not see the setting',
        'credentials:3:22 A colon stands for "=": Rust, Java and .NET refuse the whole file, and JS does not see the setting',
      ],
      good: {
        credentials: ini`
          [dev]
          aws_access_key_id = AKIAIOSFODNN7EXAMPLE
          aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY
        `,
      },
    },
    {
      title: "In a nested block, and both signs",
      bad: {
        config:
          "[default]\r\nsdk_ua_app_id := shop\r\ns3 =\r\n\taddressing_style : path\r\n",
      },
      says: [
        'config:2:15 A colon stands in front of "=": the AWS CLI, boto3 and Go read "= …"',
        'config:4:19 A colon stands for "=": the AWS CLI, Rust, Java and .NET refuse the whole file',
      ],
      good: {
        config:
          "[default]\r\nsdk_ua_app_id = shop\r\ns3 =\r\n\taddressing_style = path\r\n",
      },
    },
    {
      title: "A colon in a key of one's own",
      bad: { config: "[default]\nregion = eu-west-1\nteam:note = x\n" },
      says: [
        'config:3:5 The key ends here for the AWS CLI, boto3 and Go, and at the "=" for JS, Rust, Java and .NET',
      ],
      good: { config: "[default]\nregion = eu-west-1\nteam_note = x\n" },
    },
    {
      title: "A colon in a value",
      good: {
        config: ini`
          [profile dev]
          role_arn=arn:aws:iam::123456789011:role/dev
          credential_source = Environment
        `,
      },
    },
  ],
  *check({ index }) {
    for (const property of index.odd.settings) {
      const { pair, section: { document }, valueSpan } = property;
      if (
        document.text.charCodeAt(pair.delimiter) !== 0x3a || isProse(property)
      ) continue;
      yield {
        span: {
          ...valueSpan,
          start: pair.delimiter,
          end: pair.delimiter + 1,
        },
        ...problem(property),
      };
    }
  },
};

function problem(
  property: Property,
): Pick<Finding, "message" | "fix" | "help"> {
  const { key, name, value, section, parent, pair } = property;
  const { path } = section.document;
  if (value.startsWith("=")) {
    const colon = { path, start: pair.delimiter, end: pair.delimiter + 1 };
    return {
      message:
        'A colon stands in front of "=": the AWS CLI, boto3 and Go read "= …"',
      fix: { title: "Take the colon away", edits: [remove(colon)] },
    };
  }
  if (value.includes("=") && !findKey(name, kindOf(section), parent?.name)) {
    return {
      message:
        `The key ends here for the AWS CLI, boto3 and Go, and at the "=" for JS, Rust, Java and .NET`,
      help: `Take a key without a colon, or write "${key} ="`,
    };
  }
  return {
    message: parent
      ? 'A colon stands for "=": the AWS CLI, Rust, Java and .NET refuse the whole file'
      : 'A colon stands for "=": Rust, Java and .NET refuse the whole file, and JS does not see the setting',
    fix: { title: 'Write "="', edits: [sign(property)] },
  };
}

/** A text with a colon in it, which is no setting at all: prose, a URL, a variable of PowerShell. */
function isProse({ key, name, value, pair, keySpan }: Property): boolean {
  return isShellName(name) || /[ \t]/.test(key) ||
    value.startsWith("//") && pair.valueStart === pair.delimiter + 1 ||
    keySpan.start === keySpan.end;
}

/** An equals sign with a blank on either side. */
function sign(
  { pair, keySpan, section: { document: { path, text } } }: Property,
): TextEdit {
  const { delimiter } = pair;
  const before = keySpan.end < delimiter ? "" : " ";
  // Behind a blank, "#" would begin a comment.
  const after = /[ \t\r\n#;]/.test(text[delimiter + 1] ?? "\n") ? "" : " ";
  return replace(
    { path, start: delimiter, end: delimiter + 1 },
    `${before}=${after}`,
  );
}
