import { moveCommentsOut } from "../src/lint/move_comments_out.ts";
import { relevantClients } from "../src/lint/client_names.ts";
import type {
  Document,
  Finding,
  Fix,
  Property,
  Rule,
  Section,
} from "../src/lint/rule.ts";
import { remove } from "../src/text/edit.ts";
import { ini } from "../src/text/ini.ts";

/** A comment that does not begin at the beginning of its line. */
export const indentedComment: Rule = {
  id: "indented-comment",
  severity: "error",
  summary: "A comment is indented",
  why: `
Rust, Java and the common runtime know a comment only at the beginning of a line. An indented one goes
on with the line above: behind a setting it becomes a part of the value, so that the region is
\`eu-west-1\\n# main\`; above the first setting of a section, or inside a nested block, Rust and Java
refuse the whole file and the common runtime drops it. The AWS CLI, boto3, JS, Go and .NET pass
over it.

The fix moves the comment to the beginning of its line; out of a nested block, above the key that
opens the block, since .NET takes the block to end at a comment at the beginning of a line.
`,
  examples: () => [
    {
      title: "Below a setting",
      bad: {
        config: ini`
          [profile dev]
          region = eu-west-1
            # or eu-central-1
            # after the move
          output = json
        `,
      },
      says: [
        'config:3:3 This comment is indented: Rust and Java take it for a part of "region"',
      ],
      good: {
        config: ini`
          [profile dev]
          region = eu-west-1
          # or eu-central-1
          # after the move
          output = json
        `,
      },
    },
    {
      title: "Below a header, CRLF",
      bad: { config: "[profile dev]\r\n\t; sandbox\r\nregion = eu-west-1\r\n" },
      says: [
        "config:2:2 This comment is indented: Rust and Java refuse the whole file",
      ],
      good: { config: "[profile dev]\r\n; sandbox\r\nregion = eu-west-1\r\n" },
    },
    {
      title: "In a nested block",
      bad: {
        config: ini`
          [profile dev]
          region = eu-west-1
          s3 =
            # for MinIO
            addressing_style = path
            # use_accelerate_endpoint = true
        `,
      },
      says: [
        "config:4:3 This comment is indented: Rust and Java refuse the whole file",
        "config:6:3 This comment is indented: Rust and Java refuse the whole file",
      ],
      good: {
        config: ini`
          [profile dev]
          region = eu-west-1
          # for MinIO
          s3 =
            addressing_style = path
          # use_accelerate_endpoint = true
        `,
      },
    },
    {
      title: "At the beginning of a line",
      good: { config: "# mine\n\n[default]\n# main\nregion = eu-west-1\n" },
    },
  ],
  *check({ index, settings }) {
    const strict = relevantClients(settings).some((client) =>
      client === "rust" || client === "java" || client === "crt"
    );
    if (!strict) return;
    for (const section of index.odd.sections) yield* inSection(section);
  },
};

function* inSection(section: Section): Iterable<Finding> {
  const { document, properties, firstLine, lastLine } = section;
  const { path, lines, text } = document;
  const blocks = new Map<Property, Fix>();
  let next = 0;
  for (let at = firstLine; at < lastLine; at++) {
    if (!isIndented(document, at)) continue;
    const from = at;
    while (at + 1 < lastLine && isIndented(document, at + 1)) at++;
    while (next < properties.length && properties[next].line < from) next++;
    const owner: Property | undefined = properties[next - 1];
    const goesOn = owner && owner.value !== "";
    const inBlock = (owner?.children.at(-1)?.line ?? -1) > from;
    let fix = inBlock ? blocks.get(owner) : dedent(document, from, at + 1);
    // All comments of a block go to one place, so they go together.
    if (!fix) blocks.set(owner, fix = moveCommentsOut(owner));
    const { indent: start, stop } = lines[from];
    const end = start + text.slice(start, stop).trimEnd().length;
    yield {
      span: { path, start, end },
      message: `This comment is indented: Rust and Java ${
        goesOn
          ? `take it for a part of "${owner.key}"`
          : "refuse the whole file"
      }`,
      fix,
    };
  }
}

function isIndented({ lines, text }: Document, at: number): boolean {
  const { kind, indent, start } = lines[at];
  return kind === "comment" && indent > start &&
    text[indent - 1] !== "\ufeff";
}

function dedent({ path, lines }: Document, from: number, to: number): Fix {
  return {
    title: "Move the comment to the beginning of its line",
    edits: lines.slice(from, to).map(({ start, indent }) =>
      remove({ path, start, end: indent })
    ),
  };
}
