import type { Example, Files, Rule } from "../lint/rule.ts";
import { decode } from "../syntax/decode.ts";
import { printable } from "../text/printable.ts";

/** The page of a rule, in Markdown: the same for the terminal and for the site. */
export function page(rule: Rule): string {
  const { id, severity, summary, why } = rule;
  const off = rule.default === "off" ? ", only with --select" : "";
  return [
    `# ${id}`,
    `${summary} (${severity}${off}).`,
    why.trim(),
    "## Examples",
    ...rule.examples().flatMap(example),
    [
      "To silence it for a line, put this comment above it; above a header it counts for the section:",
      "```ini",
      `# awscfg-ignore ${id} -- reason`,
      "```",
    ].join("\n"),
  ].join("\n\n") + "\n";
}

function example({ title, bad, says = [], good }: Example): readonly string[] {
  return [
    `### ${title}`,
    ...(bad
      ? [
        "Wrong:",
        ...files(bad),
        ...(says.length > 0
          ? [["```text", ...says.map(printable), "```"].join("\n")]
          : []),
        "Right:",
      ]
      : []),
    ...files(good),
  ];
}

function files(of: Files): readonly string[] {
  return (["config", "credentials"] as const).flatMap((kind) => {
    const content = of[kind];
    if (content === undefined) return [];
    return [block(kind, content)];
  });
}

function block(kind: string, content: string | Uint8Array): string {
  const text = typeof content === "string" ? content : decode(content).text;
  // Line ends other than LF are a part of what some examples show.
  const lines = text.split(/(?<=\n)/).map((line) =>
    printable(line.replace(/\n$/, ""))
  );
  const fence = text.includes("```") ? "````" : "```";
  return [
    `${fence}ini`,
    `# ~/.aws/${kind}`,
    ...lines,
    fence,
  ].join("\n");
}
