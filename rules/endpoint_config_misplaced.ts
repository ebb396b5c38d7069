import {
  isMisplacedEndpoint,
  moveEndpoints,
} from "../src/lint/move_endpoints.ts";
import type { Rule, Section } from "../src/lint/rule.ts";
import { placeOf } from "../src/lint/siblings.ts";
import { ini } from "../src/text/ini.ts";

/** The endpoint of a service in the block of a profile, where nobody reads it. */
export const endpointConfigMisplaced: Rule = {
  id: "endpoint-config-misplaced",
  severity: "warning",
  summary: "The endpoint of a service stands where no client reads it",
  why: `
A profile may name one endpoint for all services, \`endpoint_url\`. The endpoint of one service belongs
into a section of its own, \`[services NAME]\`, which the profile names with \`services = NAME\`. In a block of
the profile, or in a services section without the block of a service, it is ignored, and the requests that
were meant for your own machine go to AWS, where the made-up keys are answered with
\`InvalidClientTokenId\`.

The plugin \`awscli_plugin_endpoint\` of the AWS CLI does read the block in the profile. Where \`[plugins]\`
names it, nothing is reported.

Reports: [Sceptre/sceptre#878](https://github.com/Sceptre/sceptre/issues/878),
[wbingli/awscli-plugin-endpoint#2](https://github.com/wbingli/awscli-plugin-endpoint/issues/2),
[aws/aws-cli#1270](https://github.com/aws/aws-cli/issues/1270).
`,
  examples: () => [
    {
      title: "In a profile",
      bad: {
        config: ini`
          [profile local]
          region = eu-west-1
          sqs =
              endpoint_url = http://localhost:9324
          s3 =
              addressing_style = path
              endpoint_url = http://localhost:9000

          [profile dev]
          region = eu-west-1
        `,
      },
      says: [
        'config:4:5 No client reads this endpoint of "sqs": it belongs into a [services] section',
      ],
      good: {
        config: ini`
          [profile local]
          region = eu-west-1
          services = local-services
          s3 =
              addressing_style = path

          [services local-services]
          sqs =
            endpoint_url = http://localhost:9324
          s3 =
            endpoint_url = http://localhost:9000

          [profile dev]
          region = eu-west-1
        `,
      },
    },
    {
      title: "In a services section, but for no service",
      bad: {
        config: ini`
          [profile local]
          region = eu-west-1
          services = local
          [services local]
          endpoint_url = http://localhost:4566
        `,
      },
      says: [
        "config:5:1 No client reads this endpoint: it stands in no service's block",
      ],
      good: {
        config: ini`
          [profile local]
          region = eu-west-1
          endpoint_url = http://localhost:4566
        `,
      },
    },
    {
      title: "With the plugin that reads it",
      good: {
        config: ini`
          [plugins]
          endpoint = awscli_plugin_endpoint
          [profile local]
          region = eu-west-1
          sqs =
              endpoint_url = http://localhost:9324
        `,
      },
    },
  ],
  *check({ index }) {
    for (const property of index.settings("endpoint_url")) {
      const { section, keySpan } = property;
      // Below an empty block it has only lost its indentation.
      const above = section.properties[placeOf(property) - 1];
      if (
        section.type !== "services" ||
        above?.value === "" && above.children.length === 0
      ) continue;
      yield {
        span: keySpan,
        message:
          "No client reads this endpoint: it stands in no service's block",
        help:
          'Write it indented below a service ("s3 ="), or into the profile itself',
      };
    }
    if (
      index.settings("endpoint").some(({ value }) =>
        value.includes("plugin_endpoint")
      )
    ) return;
    let last: Section | undefined;
    for (const child of index.nested) {
      const { section, parent, keySpan } = child;
      if (section === last || !isMisplacedEndpoint(child)) continue;
      last = section;
      const fix = moveEndpoints(index, section);
      yield {
        span: keySpan,
        message: `No client reads this endpoint of "${
          parent!.key
        }": it belongs into a [services] section`,
        ...(fix ? { fix } : {
          help:
            'Write it into a [services NAME] section, and "services = NAME" into the profile',
        }),
      };
    }
  },
};
