import type { Fix, Rule } from "../src/lint/rule.ts";
import type { Suppression } from "../src/lint/suppress.ts";
import { remove } from "../src/text/edit.ts";
import { ini } from "../src/text/ini.ts";

/** A suppression whose mistake is gone. */
export const ignoreUnused: Rule = {
  id: "ignore-unused",
  severity: "warning",
  templates: true,
  late: true,
  summary: "A suppression silences nothing any more",
  why: `
The mistake that \`# awscfg-ignore RULE\` was written for is not there. Left standing, the comment would silence the
next mistake of its kind without anybody having looked at it.
`,
  examples: () => [
    {
      title: "The mistake is mended, the comment is left",
      bad: {
        config: ini`
        [profile dev]
        # awscfg-ignore region-invalid -- our own cloud
        region = eu-west-1
      `,
      },
      says: [
        'config:2:17 "region-invalid" finds nothing here: there is nothing to silence',
      ],
      good: {
        config: ini`
        [profile dev]
        region = eu-west-1
      `,
      },
    },
    {
      title: "One of two",
      bad: {
        config: ini`
        [profile dev]
        # awscfg-ignore value-quoted, region-invalid -- our own cloud
        region = moon-1
      `,
      },
      says: [
        'config:2:17 "value-quoted" finds nothing here: there is nothing to silence',
      ],
      good: {
        config: ini`
        [profile dev]
        # awscfg-ignore region-invalid -- our own cloud
        region = moon-1
      `,
      },
    },
  ],
  *check({ suppressions, ruleIds, ran }) {
    for (const suppression of suppressions) {
      for (const [at, { id, span, used }] of suppression.ids.entries()) {
        // A rule that was not asked this time may find something the next.
        if (used || !ruleIds.has(id) || !ran.has(id)) continue;
        yield {
          span,
          message: `"${id}" finds nothing here: there is nothing to silence`,
          fix: withdraw(suppression, at),
        };
      }
    }
  },
};

/** Takes one name out of the list, or the whole line when it is the only one. */
function withdraw({ span, ids }: Suppression, at: number): Fix {
  const { id, span: own } = ids[at];
  if (ids.length === 1) {
    return { title: "Remove the comment", edits: [remove(span)] };
  }
  const range = at === 0
    ? { ...own, end: ids[1].span.start }
    : { ...own, start: ids[at - 1].span.end };
  return { title: `Take out ${id}`, edits: [remove(range)] };
}
