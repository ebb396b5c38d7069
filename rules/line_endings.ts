import type { Document, Finding, Rule } from "../src/lint/rule.ts";
import {
  insertAfter,
  insertBefore,
  remove,
  type TextEdit,
} from "../src/text/edit.ts";

/** Lines that end at a lone CR, or not all alike. */
export const lineEndings: Rule = {
  id: "line-endings",
  severity: "info",
  summary:
    "Lines end at a lone CR, not all alike, or at CRLF away from Windows",
  why: `
Every client reads LF and CRLF. A lone CR, from an old editor or from a tool that took the LF of
CRLF away, is an error: JS, Go and the common runtime see one endless line, Rust refuses
the file, while the AWS CLI, Java and .NET read it as if nothing were wrong.

CRLF on Linux and macOS, and files with both, are only worth knowing: the clients do not mind, but
\`grep\`, \`source\` and small scripts that read the file take the CR for a part of the value. And
the AWS CLI writes LF everywhere when it next changes the file.

Reports: [ashiina/lambda-local#30](https://github.com/ashiina/lambda-local/pull/30),
[VirtueSecurity/aws-extender-cli#3](https://github.com/VirtueSecurity/aws-extender-cli/pull/3),
[boto/botocore#2001](https://github.com/boto/botocore/issues/2001).
`,
  examples: () => [
    {
      title: "Lines that end at a lone CR",
      bad: { config: "[default]\rregion = eu-west-1\r" },
      says: [
        "config:1:10 A line ends at a lone CR: JS and Go do not see that it ends, and Rust refuses the file",
      ],
      good: { config: "[default]\nregion = eu-west-1\n" },
    },
    {
      title: "CRLF that was converted twice",
      bad: { config: "[default]\r\r\nregion = eu-west-1\r\r\n" },
      says: [
        "config:1:10 A line ends at a lone CR: JS and Go do not see that it ends, and Rust refuses the file",
      ],
      good: { config: "[default]\r\nregion = eu-west-1\r\n" },
    },
    {
      title: "Both kinds in one file: the rarer one gives way",
      bad: { config: "[default]\r\nregion = eu-west-1\noutput = json\n" },
      says: ["config:1:10 Lines end at CRLF and at LF"],
      good: { config: "[default]\nregion = eu-west-1\noutput = json\n" },
    },
    {
      title: "CRLF on Linux",
      bad: { config: "[default]\r\nregion = eu-west-1\r\n" },
      says: [
        "config:1:10 Lines end at CRLF, which scripts on this system take for a part of the value",
      ],
      good: { config: "[default]\nregion = eu-west-1\n" },
      host: { platform: "linux", env: {}, siblings: [], mode: {}, owned: {} },
    },
    {
      title: "CRLF alone, where the system is not known",
      good: { config: "[default]\r\nregion = eu-west-1\r\n" },
    },
  ],
  *check({ documents, host }) {
    for (const document of documents) {
      if (!document.text.includes("\r")) continue;
      const finding = problem(
        document,
        host !== undefined && host.platform !== "windows",
      );
      if (finding) yield finding;
    }
  },
};

function problem(document: Document, posix: boolean): Finding | undefined {
  const { path, text, lines } = document;
  const ended = lines.filter(({ stop, end }) => stop < end);
  const span = ({ stop: start, end }: { stop: number; end: number }) => ({
    path,
    start,
    end,
  });
  const lone = ended.filter(({ stop, end }) =>
    end - stop === 1 && text[stop] === "\r"
  );
  if (lone.length > 0) {
    return {
      span: span(lone[0]),
      severity: "error",
      message:
        "A line ends at a lone CR: JS and Go do not see that it ends, and Rust refuses the file",
      fix: {
        title: "End every line alike",
        edits: lone.map((line) => whole(line)),
      },
    };
  }
  const wide = ended.filter(({ stop, end }) => end - stop === 2);
  const narrow = ended.filter(({ stop, end }) => end - stop === 1);
  if (narrow.length === 0 && !posix) return undefined;
  const [rare, often] = wide.length < narrow.length || posix
    ? [wide, "LF"]
    : [narrow, "CRLF"];
  return {
    span: span(rare[0]),
    message: narrow.length === 0
      ? "Lines end at CRLF, which scripts on this system take for a part of the value"
      : "Lines end at CRLF and at LF",
    fix: {
      title: `End every line at ${often}`,
      edits: rare.map(({ stop, end }) =>
        often === "LF"
          ? remove({ path, start: stop, end: end - 1 })
          : insertBefore({ path, start: stop, end }, "\r")
      ),
    },
  };

  /** A lone CR is taken away in front of CRLF, else it becomes or gets an LF. */
  function whole({ stop, end }: { stop: number; end: number }): TextEdit {
    const at = { path, start: stop, end };
    if (text.startsWith("\r\n", end)) return remove(at);
    return text.includes("\r\n")
      ? insertAfter(at, "\n")
      : { span: at, text: "\n" };
  }
}
