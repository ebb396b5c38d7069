import { type Conflict, conflictsOf } from "../src/lint/conflict_markers.ts";
import type { Document, Fix, Rule } from "../src/lint/rule.ts";
import { removeLine, removeLines } from "../src/model/lines.ts";
import { ini } from "../src/text/ini.ts";

/** What Git leaves in a file that two people changed. */
export const mergeConflictMarker: Rule = {
  id: "merge-conflict-marker",
  severity: "error",
  summary: "A merge conflict was not resolved",
  why: `
Two versions of the same lines stand in the file, with \`<<<<<<<\`, \`=======\` and \`>>>>>>>\`
between them. The AWS CLI and boto3 answer \`Unable to parse config file\`; JS passes over
the markers and lets the second version win, without a word.

Keep one version, or write what both meant, and take the markers out.
`,
  examples: () => [
    {
      title: "Two versions of a line",
      bad: {
        config: ini`
          [default]
          <<<<<<< HEAD
          region = eu-west-1
          =======
          region = eu-central-1
          >>>>>>> work
          output = json
        `,
      },
      says: [
        "config:2:1 A merge conflict was not resolved: the AWS CLI refuses the file, and JS takes the second version",
      ],
      good: {
        config: ini`
          [default]
          region = eu-central-1
          output = json
        `,
      },
    },
    {
      title: "A comment may be underlined",
      good: {
        config: ini`
          # Work
          # =======
          [default]
          region = eu-west-1
        `,
      },
    },
  ],
  *check({ documents }) {
    for (const document of documents) {
      const { path, lines } = document;
      for (const conflict of conflictsOf(document)) {
        const { start, stop: end } = lines[conflict.ours];
        yield {
          span: { path, start, end },
          message:
            "A merge conflict was not resolved: the AWS CLI refuses the file, and JS takes the second version",
          help: "Keep one version and take the lines of <, = and > out",
          suggestions: versions(document, conflict),
        };
      }
    }
  },
};

function versions(
  document: Document,
  { ours, base, middle, theirs }: Conflict,
): readonly Fix[] {
  if (middle === undefined || theirs === undefined) return [];
  return [
    {
      title: "Keep the first version",
      edits: [
        removeLine(document, ours),
        removeLines(document, base ?? middle, theirs + 1),
      ],
    },
    {
      title: "Keep the second version",
      edits: [
        removeLines(document, ours, middle + 1),
        removeLine(document, theirs),
      ],
    },
  ];
}
