import { headerText, textBehind } from "../src/lint/header_text.ts";
import { isIndentedHeader, plainHeader } from "../src/lint/plain_header.ts";
import type { Finding, Rule, Section } from "../src/lint/rule.ts";
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
  *check({ index }) {
    for (const section of index.odd.sections) {
      const problem = problemOf(section);
      if (!problem) continue;
      const fix = plainHeader(section, index);
      yield {
        span: section.headerSpan,
        ...problem,
        ...(fix ? { fix } : {
          help: "Write [profile NAME], [sso-session NAME] or [default]",
        }),
      };
    }
  },
};

type Problem = Pick<Finding, "message" | "severity">;

function problemOf(section: Section): Problem | undefined {
  const { header, form, type, document, firstLine, name } = section;
  if (!header || form === "plain" && type !== "other") return undefined;
  if (header.close === -1) {
    return {
      message:
        'The header has no "]": the AWS CLI, Rust, Java and .NET refuse the whole file',
    };
  }
  const inner = headerText(section);
  const text = inner.trim();
  const says = (rest: string): Problem => ({ message: `[${inner}] ${rest}` });
  if (text === "") {
    return says(
      "names no section: the AWS CLI and boto3 refuse the whole file",
    );
  }
  if (/^\]+$/.test(textBehind(section).text)) {
    return says("ends in two brackets: JS, Rust and Java do not find it");
  }
  if (isIndentedHeader(section)) {
    return says(
      firstLine === 0
        ? "is indented: Rust and Java refuse the whole file"
        : "is indented: the AWS CLI, Rust and Java take it for a part of the value above",
    );
  }
  if (document.kind === "config") {
    // Of glued profiles and sessions other rules speak.
    if (form === "glued" && type === "services") {
      return says(`is read by no client: it must be "services ${name}"`);
    }
    const problem = keywordProblem(text, says);
    if (problem) return problem;
  }
  if (inner === text) return undefined;
  return says(
    inner.startsWith(text) && type !== "default"
      ? "has blanks inside its brackets: JS does not find it"
      : "has blanks inside its brackets: the AWS CLI and JS do not find it",
  );
}

/** What is wrong with the keyword and the blanks behind it. */
function keywordProblem(
  text: string,
  says: (rest: string) => Problem,
): Problem | undefined {
  const [, word, blanks, name] =
    /^(profile|sso-session|services)([ \t]*)(.*)$/i.exec(text) ?? [];
  if (!word || blanks === "" && name !== "") return undefined;
  if (name === "") return says("has no name: no client reads it");
  const lower = word.toLowerCase();
  if (word !== lower) {
    return says(`is read by no client: "${lower}" must be in lower case`);
  }
  if (blanks.length > 1) {
    return says(
      `is not written with one space behind "${word}": JS does not find it`,
    );
  }
  return blanks === "\t"
    ? {
      ...says(
        'is written with a tab: "aws configure" does not find it, and writes a second section',
      ),
      severity: "warning",
    }
    : undefined;
}
