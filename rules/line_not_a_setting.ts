import { isConflictMarker } from "../src/lint/conflict_markers.ts";
import { withoutComment } from "../src/lint/inline_comment.ts";
import { textBehind } from "../src/lint/header_text.ts";
import type {
  Finding,
  Fix,
  Property,
  Rule,
  Section,
} from "../src/lint/rule.ts";
import { isFree } from "../src/lint/siblings.ts";
import { kindOf } from "../src/lint/section_kind.ts";
import { insertLineAbove, lineEnd } from "../src/model/lines.ts";
import { findKey } from "../src/reference/keys.ts";
import type { Line } from "../src/syntax/scan.ts";
import { insertBefore, remove, replace } from "../src/text/edit.ts";
import { ini } from "../src/text/ini.ts";

/** A line that is neither header, setting nor comment. */
export const lineNotASetting: Rule = {
  id: "line-not-a-setting",
  severity: "error",
  summary: "A line is neither header, setting nor comment",
  why: `
One such line, wherever it stands, and the AWS CLI and boto3 answer \`Unable to parse config file\`
to every command; Rust, Java and .NET refuse the file too. JS and Go pass over it. Text
behind a header costs Rust, Java and .NET the file, and JS and Go the section. An indented
line goes on with the value above for some clients, is dropped by JS, and refused by .NET:
there is no portable way to break a value.

A setting is \`key = value\` in one line, a comment begins with \`#\` at the beginning of the line.

Reports: [aws/aws-sdk-java-v2#2248](https://github.com/aws/aws-sdk-java-v2/issues/2248),
[aws/aws-toolkit-jetbrains#1010](https://github.com/aws/aws-toolkit-jetbrains/issues/1010),
[wallix/awless#219](https://github.com/wallix/awless/issues/219),
[smithy-lang/smithy-rs#1488](https://github.com/smithy-lang/smithy-rs/issues/1488).
`,
  yields: ["shell-export-line"],
  examples: () => [
    {
      title: "A key without its sign, and a comment of another language",
      bad: {
        config:
          "[profile b]\nregion us-east-1\n// the sandbox\noutput = json\n",
      },
      says: [
        'config:2:1 Not a setting, since there is no "=": the AWS CLI, Rust, Java and .NET refuse the whole file',
        'config:3:1 Not a setting, since there is no "=": the AWS CLI, Rust, Java and .NET refuse the whole file',
      ],
      good: {
        config:
          "[profile b]\nregion = us-east-1\n# the sandbox\noutput = json\n",
      },
    },
    {
      title: "Text behind a header",
      bad: {
        config:
          "[profile a] region = eu-west-1\n[profile b] /* bucket */\nregion = eu-west-1\n",
      },
      says: [
        "config:1:13 Text behind a header: Rust and Java refuse the whole file, JS and Go lose the section",
        "config:2:13 Text behind a header: Rust and Java refuse the whole file, JS and Go lose the section",
      ],
      good: {
        config:
          "[profile a]\nregion = eu-west-1\n# /* bucket */\n[profile b]\nregion = eu-west-1\n",
      },
    },
    {
      title: "A value that goes on",
      bad: {
        config:
          "[profile dev]\ncredential_process = sign-in \\\n  --account=dev \\\n   --json\n",
      },
      says: [
        'config:3:3 This line goes on with the value of "credential_process": JS, Go and .NET take it for a setting',
        'config:4:4 This line goes on with the value of "credential_process": JS drops it and .NET refuses the whole file',
      ],
      good: {
        config:
          "[profile dev]\ncredential_process = sign-in --account=dev --json\n",
      },
    },
    {
      title: "No key, and prose",
      bad: { config: "[profile dev]\n= eu-west-1\nsee also: the wiki\n" },
      says: [
        'config:2:1 No key stands in front of "=": the AWS CLI, Rust and Java refuse the whole file',
        'config:3:1 Not a setting, since there is no "=": the AWS CLI, Rust, Java and .NET refuse the whole file',
      ],
      good: { config: "[profile dev]\n# see also: the wiki\n" },
    },
    {
      title: "Lines of a nested block",
      good: {
        config: ini`
          [profile dev]
          region = eu-west-1
          s3 =
            addressing_style = path
        `,
      },
    },
  ],
  *check({ index }) {
    for (const section of index.odd.sections) {
      // Of settings without a header another rule speaks, once.
      if (section.type === "preamble" && section.properties.length > 0) {
        continue;
      }
      yield* behindHeader(section);
      yield* inSection(section);
    }
  },
};

function* inSection(section: Section): Iterable<Finding> {
  const { document, properties, firstLine, lastLine } = section;
  const given = new Set<string>();
  let next = 0;
  for (let at = firstLine; at < lastLine; at++) {
    const line = document.lines[at];
    if (line.kind !== "other" && line.kind !== "pair") continue;
    while (next < properties.length && properties[next].endLine <= at) next++;
    const owner: Property | undefined = properties[next];
    const inside = owner && owner.line < at;
    const message = inside && withoutComment(owner) !== ""
      ? `This line goes on with the value of "${owner.key}": ${
        document.text.slice(line.indent, line.stop).includes("=")
          ? "JS, Go and .NET take it for a setting"
          : "JS drops it and .NET refuses the whole file"
      }`
      : problem(document.text, line);
    if (!message || isConflictMarker(document, at)) continue;
    const fix = inside ? undefined : repair(section, line, given);
    yield {
      span: { path: document.path, start: line.indent, end: line.stop },
      message,
      ...(fix ? { fix } : {
        help: 'Write "key = value" in one line, or "#" in front of a comment',
      }),
    };
  }
}

function problem(text: string, line: Line): string | undefined {
  if (line.kind === "pair" && line.keyEnd === line.indent) {
    const sign = text[line.delimiter];
    return `No key stands in front of "${sign}": the AWS CLI, Rust and Java refuse the whole file`;
  }
  if (line.kind === "pair" && !isProse(text, line)) return undefined;
  return 'Not a setting, since there is no "=": the AWS CLI, Rust, Java and .NET refuse the whole file';
}

/** `see also: x`, `https://…`: a colon that parts no key from a value. */
function isProse(text: string, line: Line & { kind: "pair" }): boolean {
  return text[line.delimiter] === ":" &&
    !text.slice(line.delimiter, line.stop).includes("=") &&
    (/[ \t]/.test(text.slice(line.indent, line.keyEnd)) ||
      text.startsWith("//", line.delimiter + 1));
}

/** `region us-east-1` lacks its sign, `// note` is a comment elsewhere. */
function repair(
  section: Section,
  line: Line,
  given: Set<string>,
): Fix | undefined {
  const { document: { path, text } } = section;
  const content = text.slice(line.indent, line.stop);
  const comment = /^(?:\/\/+|\/\*+|--+|rem)(?:[ \t]+|$)/i.exec(content);
  if (comment) {
    const sign = {
      path,
      start: line.indent,
      end: line.indent + comment[0].length,
    };
    return {
      title: "Make it a comment",
      edits: [replace(sign, "# ")],
      guess: true,
    };
  }
  const [, key] = /^([\w.-]+)[ \t]+[^ \t]+[ \t]*$/.exec(content) ?? [];
  if (section.type === "preamble") return undefined;
  if (!key || !findKey(key, kindOf(section))) return undefined;
  if (!isFree(section.properties, key) || given.has(key)) return undefined;
  given.add(key);
  const end = line.indent + key.length;
  return {
    title: 'Write "="',
    edits: [insertBefore({ path, start: end, end }, " =")],
    guess: true,
  };
}

function* behindHeader(section: Section): Iterable<Finding> {
  const { document, firstLine } = section;
  const { text, start, end } = textBehind(section);
  // Comments and brackets there are other rules' affair.
  if (text === "" || /^[#;]|^\]+$/.test(text)) return;
  const { path } = document;
  const { close, stop } = section.header!;
  const key = /^([\w.-]+)[ \t]*=/.exec(text)?.[1];
  const isLine = text.startsWith("[") ||
    key && findKey(key, kindOf(section)) && isFree(section.properties, key);
  const gap = { path, start: close + 1, end: isLine ? start : stop };
  yield {
    span: { path, start, end },
    message:
      "Text behind a header: Rust and Java refuse the whole file, JS and Go lose the section",
    fix: {
      title: isLine ? "Begin a new line" : "Move it to a comment of its own",
      edits: isLine
        ? [replace(gap, lineEnd(document, firstLine))]
        : [insertLineAbove(document, firstLine, `# ${text}`), remove(gap)],
      guess: true,
    },
  };
}
