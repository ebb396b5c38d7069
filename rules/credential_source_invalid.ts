import type { Fix, Property, Rule } from "../src/lint/rule.ts";
import { meaning } from "../src/model/meaning.ts";
import { replace } from "../src/text/edit.ts";
import { ini } from "../src/text/ini.ts";
import { suggest } from "../src/text/suggest.ts";

const sources = ["Environment", "Ec2InstanceMetadata", "EcsContainer"] as const;

/** Where a role's credentials come from outside the files: one of three words, in exactly this case. */
export const credentialSourceInvalid: Rule = {
  id: "credential-source-invalid",
  severity: "error",
  summary:
    "credential_source is not one of its three values, or stands beside source_profile",
  why: `
\`credential_source\` says that a role is assumed with credentials from outside the files: \`Environment\`,
\`Ec2InstanceMetadata\` or \`EcsContainer\`, in exactly these capitals. With any other word botocore and the AWS
CLI stop (\`The credential source "EC2InstanceMetadata" referenced in profile "dev" is not valid.\`), and so does
JavaScript. Beside \`source_profile\` it contradicts it: a role has one source, and botocore, Go and Rust refuse
both.

Reports: [boto/botocore PR 1313](https://github.com/boto/botocore/pull/1313),
[trek10inc/awsume#218](https://github.com/trek10inc/awsume/issues/218).
`,
  yields: ["unexpanded-variable", "empty-value"],
  examples: () => [
    {
      title: "Other capitals",
      bad: {
        config: ini`
        [profile dev]
        role_arn = arn:aws:iam::123456789011:role/Dev
        credential_source = EC2InstanceMetadata
        region = eu-west-1
      `,
      },
      says: [
        'config:3:21 "EC2InstanceMetadata" is no credential source: clients know Environment, Ec2InstanceMetadata and EcsContainer, in these capitals',
      ],
      good: {
        config: ini`
        [profile dev]
        role_arn = arn:aws:iam::123456789011:role/Dev
        credential_source = Ec2InstanceMetadata
        region = eu-west-1
      `,
      },
    },
    {
      title: "Two sources",
      bad: {
        config: ini`
        [profile base]
        credential_process = /opt/vault/creds
        region = eu-west-1

        [profile dev]
        role_arn = arn:aws:iam::123456789011:role/Dev
        credential_source = Environment
        source_profile = base
        region = eu-west-1
      `,
      },
      says: [
        'config:7:1 A role has one source: botocore, Go and Rust refuse "credential_source" beside "source_profile"',
      ],
      good: {
        config: ini`
        [profile dev]
        role_arn = arn:aws:iam::123456789011:role/Dev
        credential_source = Environment
        region = eu-west-1
      `,
      },
    },
  ],
  *check({ index }) {
    for (const property of index.settings("credential_source")) {
      const profile = index.profiles.get(property.section.name);
      const value = meaning(property);
      if (value !== "" && !sources.some((one) => one === value)) {
        yield {
          span: property.valueSpan,
          message:
            `"${value}" is no credential source: clients know Environment, Ec2InstanceMetadata and EcsContainer, in these capitals`,
          ...repair(property, value),
        };
      } else if (profile?.get("source_profile") && profile.get("role_arn")) {
        yield {
          span: property.keySpan,
          message:
            `A role has one source: botocore, Go and Rust refuse "credential_source" beside "source_profile"`,
          related: [{
            span: profile.get("source_profile")!.keySpan,
            message: "The other source",
          }],
          help: "Remove one of the two lines",
        };
      }
    }
  },
};

function repair({ valueSpan }: Property, value: string): { fix?: Fix } {
  const same = sources.find((one) => one.toLowerCase() === value.toLowerCase());
  const near = same ?? suggest(value, sources);
  if (!near) return {};
  return {
    fix: {
      title: `Write ${near}`,
      edits: [replace(valueSpan, near)],
      ...(same ? {} : { guess: true }),
    },
  };
}
