import { relevantClients } from "../src/lint/client_names.ts";
import type { Rule, Section } from "../src/lint/rule.ts";
import { ini } from "../src/text/ini.ts";

/** An indented block where the common runtime expects none. */
export const nestedBlockInForeignSection: Rule = {
  id: "nested-block-in-foreign-section",
  severity: "warning",
  summary: "A nested block stands in a section that clients do not know",
  why: `
The common runtime (Swift, \`awscrt\`, Mountpoint for S3) passes over sections that are no profile,
session or services section. But when such a section holds a key without a value and indented lines
below, it takes the whole file for broken and drops it, with all profiles. In the credentials file
this is true of \`[services …]\` and \`[sso-session …]\` as well. All other clients read the file.

Keep settings of your own program in a file of its own, or write them without indentation.
`,
  examples: () => [
    {
      title: "A section of another program",
      bad: {
        config: ini`
          [default]
          region = eu-west-1
          [plugins]
          helper =
            path = /opt/helper
        `,
      },
      says: [
        "config:4:1 A nested block in [plugins] makes the common runtime drop the whole file",
      ],
      good: {
        config: ini`
          [default]
          region = eu-west-1
          [plugins]
          helper = /opt/helper
        `,
      },
    },
    {
      title: "In a profile and in a services section",
      good: {
        config: ini`
          [profile local]
          region = eu-west-1
          services = local
          s3 =
            addressing_style = path
          [services local]
          s3 =
            endpoint_url = http://localhost:9000
        `,
      },
    },
  ],
  *check({ index, settings }) {
    if (!relevantClients(settings).includes("crt")) return;
    for (const section of index.sections("other", "services", "sso-session")) {
      const { type, form, properties, headerSpan, document } = section;
      if (type !== "other" && form !== "misplaced") continue;
      const block = properties.find(({ children }) => children.length > 0);
      if (!block) continue;
      yield {
        span: block.keySpan,
        message: `A nested block in ${
          document.text.slice(headerSpan.start, headerSpan.end)
        } makes the common runtime drop the whole file`,
        help: whereTo(section),
      };
    }
  },
};

function whereTo({ form }: Section): string {
  return form === "misplaced"
    ? "Move the section to the config file"
    : "Write the settings without indentation, or keep them in another file";
}
