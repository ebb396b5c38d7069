import { headerText, textBehind } from "../src/lint/header_text.ts";
import type { Index } from "../src/lint/index.ts";
import { rewriteHeader } from "../src/lint/rewrite_header.ts";
import type { Fix, Rule, Section } from "../src/lint/rule.ts";
import { moveBehindToAbove } from "../src/model/lines.ts";
import { remove } from "../src/text/edit.ts";
import { ini } from "../src/text/ini.ts";

/** Blanks, case and brackets of a header that some clients do not read through. */
export const headerMalformed: Rule = {
  id: "header-malformed",
  severity: "error",
  summary: "A header has a slip of blanks, case or brackets",
  why: `
A header is \`[profile dev]\`, \`[sso-session corp]\` or \`[services local]\`: at the beginning of the
line, the keyword in lower case, one space, nothing else. What clients make of other forms differs:
\`[ default ]\` is nothing to the AWS CLI and JS, \`[profile  dev]\` nothing to JS,
\`[Profile dev]\` and \`[service local]\` to anybody. Without the closing bracket the AWS CLI, Rust,
Java and .NET refuse the whole file, and an indented header is a part of the value above to the AWS
CLI, Rust and Java, so the next keys stand twice.

Reports: [aws/aws-sdk-cpp#2650](https://github.com/aws/aws-sdk-cpp/issues/2650) (an SDK wrote it),
[vwal/awscli-mfa#2](https://github.com/vwal/awscli-mfa/issues/2),
[mvanholsteijn/aws-visualizer#1](https://github.com/mvanholsteijn/aws-visualizer/issues/1).
`,
  yields: [
    "duplicate-section",
    "config-missing-profile-prefix",
    "credentials-profile-prefix",
    "profile-header-glued",
  ],
  examples: () => [
    {
      title: "Blanks inside",
      bad: {
        config:
          "[ default ]\nregion = eu-west-1\n[profile  dev ]\nregion = eu-west-1\n",
      },
      says: [
        "config:1:1 [ default ] has blanks inside its brackets: the AWS CLI and JS do not find it",
        'config:3:1 [profile  dev ] is not written with one space behind "profile": JS does not find it',
      ],
      good: {
        config:
          "[default]\nregion = eu-west-1\n[profile dev]\nregion = eu-west-1\n",
      },
    },
    {
      title: "A capital letter, and a word that lacks one",
      bad: {
        config:
          "[Profile dev]\nregion = eu-west-1\n[service local]\ns3 =\n  endpoint_url = http://localhost:4566\n",
      },
      says: [
        'config:1:1 [Profile dev] is read by no client: "profile" must be in lower case',
        'config:3:1 [service local] is read by no client: it must be "services local"',
      ],
      good: {
        config:
          "[profile dev]\nregion = eu-west-1\n[services local]\ns3 =\n  endpoint_url = http://localhost:4566\n",
      },
    },
    {
      title: "No bracket at the end, and a comment",
      bad: { config: "[profile dev # old\r\nregion = eu-west-1\r\n" },
      says: [
        'config:1:1 The header has no "]": the AWS CLI, Rust, Java and .NET refuse the whole file',
      ],
      good: { config: "# old\r\n[profile dev]\r\nregion = eu-west-1\r\n" },
    },
    {
      title: "An indented header",
      bad: {
        config: ini`
          [profile a]
          region = eu-west-1
            [profile b]
          output = json
        `,
      },
      says: [
        "config:3:3 [profile b] is indented: the AWS CLI, Rust and Java take it for a part of the value above",
      ],
      good: {
        config: ini`
          [profile a]
          region = eu-west-1
          [profile b]
          output = json
        `,
      },
    },
    {
      title: "What every client reads",
      good: { config: "[profile a/b@c.d+e%f:g-1_2]\nregion = eu-west-1\n" },
    },
  ],
  *check({ documents, index }) {
    for (const { sections } of documents) {
      for (const section of sections) {
        const problem = problemOf(section);
        if (!problem) continue;
        const fix = repair(section, index);
        yield {
          span: section.headerSpan,
          message: problem,
          ...(problem.includes("aws configure") ? { severity: "warning" } : {}),
          ...(fix ? { fix } : {
            help: "Write [profile NAME], [sso-session NAME] or [default]",
          }),
        };
      }
    }
  },
};

const keyword = /^(profile|sso-session|services)([ \t]+)(?=\S)/i;

function problemOf(section: Section): string | undefined {
  const { header, form, type, document, firstLine, name } = section;
  if (!header || form === "plain" && type !== "other") return undefined;
  const inner = headerText(section);
  const text = inner.trim();
  const shown = `[${inner}]`;
  if (header.close === -1) {
    return 'The header has no "]": the AWS CLI, Rust, Java and .NET refuse the whole file';
  }
  if (text === "") {
    return "[] names no section: the AWS CLI and boto3 refuse the whole file";
  }
  if (/^\]+$/.test(textBehind(section).text)) {
    return `${shown} ends in more than one bracket: JS, Rust and Java do not find it`;
  }
  if (isIndented(section)) {
    return firstLine === 0
      ? `${shown} is indented: Rust and Java refuse the whole file`
      : `${shown} is indented: the AWS CLI, Rust and Java take it for a part of the value above`;
  }
  if (
    /^(?:profile|sso-session|services)$/i.test(text) &&
    document.kind === "config"
  ) {
    return `${shown} has no name: no client reads it`;
  }
  // Of the two others there are rules of their own.
  if (form === "glued" && type === "services") {
    return `${shown} is read by no client: it must be "services ${name}"`;
  }
  const [, word, blanks] = document.kind === "config"
    ? keyword.exec(text) ?? []
    : [];
  if (word !== word?.toLowerCase()) {
    return `${shown} is read by no client: "${
      word!.toLowerCase()
    }" must be in lower case`;
  }
  if (blanks && blanks.length > 1) {
    return `${shown} is not written with one space behind "${word}": JS does not find it`;
  }
  if (inner !== text) {
    return inner.startsWith(text) && type !== "default"
      ? `${shown} has blanks inside its brackets: JS does not find it`
      : `${shown} has blanks inside its brackets: the AWS CLI and JS do not find it`;
  }
  if (blanks === "\t") {
    return `[${word} ${name}] is written with a tab: "aws configure" does not find it, and writes a second section`;
  }
  return undefined;
}

function isIndented({ header, document }: Section): boolean {
  return header !== undefined && header.indent > header.start &&
    document.text[header.indent - 1] !== "\ufeff";
}

/** The header as every client reads it; nothing where there is one like it, or no name. */
function repair(section: Section, index: Index): Fix | undefined {
  const { document, type, name, header, headerSpan, nameSpan } = section;
  const { path, text } = document;
  if (
    !header || type === "other" ||
    /^(?:profile|sso-session|services|)$/i.test(name)
  ) {
    return undefined;
  }
  const named = type === "sso-session"
    ? index.sessions.get(name)
    : type === "services"
    ? index.services.get(name)
    : index.profiles.get(name)?.sections;
  const twins = named?.filter((other) => other.document === document);
  if (twins && twins.length > 1) return undefined;
  // Quotes and signs in the name are another rule's affair.
  const typed = headerText(section).trim();
  const written = type === "default"
    ? (/^default$/i.test(typed) ? typed : "default")
    : text.slice(nameSpan.start, nameSpan.end);
  const bare = type === "default" || document.kind === "credentials" ||
    section.form === "unprefixed";
  const wanted = `[${bare ? "" : `${type} `}${written}]`;
  const edits = [];
  const { text: behind, start, end } = textBehind(section);
  if (isIndented(section)) {
    edits.push(remove({ path, start: markEnd(section), end: header.indent }));
  }
  if (text.slice(headerSpan.start, headerSpan.end) !== wanted) {
    edits.push(rewriteHeader(section, wanted));
  }
  if (/^\]+$/.test(behind)) edits.push(remove({ path, start, end }));
  if (header.close === -1 && headerSpan.end < header.stop) {
    const from = headerSpan.end +
      /^[ \t]*/.exec(text.slice(headerSpan.end, header.stop))![0].length;
    edits.push(
      ...moveBehindToAbove(document, { line: section.firstLine, from }),
    );
  }
  return { title: `Write ${wanted}`, edits };
}

/** Where the header's line begins, behind a byte-order mark. */
function markEnd({ header, document }: Section): number {
  const { start } = header!;
  return start === 0 && document.text.startsWith("\ufeff") ? 1 : start;
}
