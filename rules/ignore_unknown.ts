import type { Fix, Rule } from "../src/lint/rule.ts";
import { replace } from "../src/text/edit.ts";
import { ini } from "../src/text/ini.ts";
import { suggest } from "../src/text/suggest.ts";

/** A suppression that names no rule silences nothing. */
export const ignoreUnknown: Rule = {
  id: "ignore-unknown",
  severity: "warning",
  templates: true,
  late: true,
  summary: "A suppression names a rule that does not exist",
  why: `
\`# awscfg-ignore RULE\` silences one rule on the line below, or in the section when it stands above a header. A name that
no rule has silences nothing, so the finding comes back, or a typing error hides that the suppression is not needed.

\`awscfg explain\` lists all rules. A suppression without a rule silences nothing either: name what it is for.
`,
  examples: () => [
    {
      title: "A typing error in the name of the rule",
      bad: {
        config: ini`
          # awscfg-ignore sso-legacy-fromat -- an old tool reads it
          [profile dev]
          sso_start_url = https://my-sso-portal.awsapps.com/start
          sso_region = us-east-1
          sso_account_id = 123456789011
          sso_role_name = readOnly
          region = us-west-2
        `,
      },
      says: ['config:1:17 There is no rule "sso-legacy-fromat"'],
      good: {
        config: ini`
          # awscfg-ignore sso-legacy-format -- an old tool reads it
          [profile dev]
          sso_start_url = https://my-sso-portal.awsapps.com/start
          sso_region = us-east-1
          sso_account_id = 123456789011
          sso_role_name = readOnly
          region = us-west-2
        `,
      },
    },
    {
      title: "No rule at all",
      bad: {
        config: ini`
        [profile dev]
        # awscfg-ignore
        region = eu-west-1
      `,
      },
      says: [
        "config:2:1 This suppression names no rule, so it silences nothing",
      ],
      good: {
        config: ini`
        [profile dev]
        # awscfg does not read this comment
        region = eu-west-1
      `,
      },
    },
  ],
  *check({ suppressions, ruleIds }) {
    for (const { span, ids } of suppressions) {
      if (ids.length === 0) {
        yield {
          span,
          message: "This suppression names no rule, so it silences nothing",
          help: "Write # awscfg-ignore RULE",
        };
      }
      for (const { id, span } of ids) {
        if (ruleIds.has(id)) continue;
        const near = suggest(id, ruleIds);
        const fix: Fix | undefined = near === undefined ? undefined : {
          title: `Write ${near}`,
          edits: [replace(span, near)],
          guess: true,
        };
        yield {
          span,
          message: `There is no rule "${id}"`,
          ...(fix ? { fix } : { help: "awscfg explain lists all rules" }),
        };
      }
    }
  },
};
