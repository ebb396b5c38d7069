import type { Rule } from "../src/lint/rule.ts";
import { meaning } from "../src/model/meaning.ts";
import { replace } from "../src/text/edit.ts";
import { ini } from "../src/text/ini.ts";
import { suggest } from "../src/text/suggest.ts";

/** The section with the endpoints of a profile is not there. */
export const servicesUndefined: Rule = {
  id: "services-undefined",
  severity: "error",
  summary: "services names a section that is not there",
  why: `
\`services = local\` points to a section \`[services local]\` of the config file. botocore stops without it:
\`The profile is configured to use the services section but the "local" services configuration does
not exist.\` Other clients say nothing and send requests to AWS itself, where a test meant a stand-in.

Reports: [awslabs/aws-sdk-rust#1060](https://github.com/awslabs/aws-sdk-rust/issues/1060),
[smithy-lang/smithy-typescript PR 2159](https://github.com/smithy-lang/smithy-typescript/pull/2159).
`,
  yields: ["empty-value", "unexpanded-variable"],
  examples: () => [
    {
      title: "A section of another name",
      bad: {
        config: ini`
        [profile dev]
        services = locla
        region = eu-west-1

        [services local]
        s3 =
          endpoint_url = http://localhost:4566
      `,
      },
      says: [
        'config:2:12 There is no section "[services locla]": botocore stops, others use the endpoints of AWS',
      ],
      good: {
        config: ini`
        [profile dev]
        services = local
        region = eu-west-1

        [services local]
        s3 =
          endpoint_url = http://localhost:4566
      `,
      },
    },
  ],
  *check({ index, documents }) {
    if (!documents.some(({ kind }) => kind === "config")) return;
    for (const property of index.settings("services")) {
      const name = meaning(property);
      if (
        name === "" || property.section.type === "preamble" ||
        index.services.has(name)
      ) continue;
      const near = suggest(name, index.services.keys());
      yield {
        span: property.valueSpan,
        message:
          `There is no section "[services ${name}]": botocore stops, others use the endpoints of AWS`,
        ...(near
          ? {
            fix: {
              title: `Write "${near}"`,
              edits: [replace(property.valueSpan, near)],
              guess: true,
            },
          }
          : { help: `Add a section [services ${name}], or remove the line` }),
      };
    }
  },
};
