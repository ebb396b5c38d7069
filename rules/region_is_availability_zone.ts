import { hasEndpoint } from "../src/lint/endpoint.ts";
import type { MeantValue } from "../src/lint/meant_value.ts";
import { notAValue } from "../src/lint/not_a_value.ts";
import { strangeRegions } from "../src/lint/region_settings.ts";
import type { Fix, Rule } from "../src/lint/rule.ts";
import { regionOfZone } from "../src/reference/regions.ts";
import { remove, replace } from "../src/text/edit.ts";
import { ini } from "../src/text/ini.ts";

/** `us-east-1a` is a zone inside the region `us-east-1`. */
export const regionIsAvailabilityZone: Rule = {
  id: "region-is-availability-zone",
  severity: "error",
  summary: "The region is the name of a zone inside a region",
  why: `
A region such as \`us-east-1\` has zones, named by a letter behind it: \`us-east-1a\`. Clients put the
value into the host name as it is. boto3 and the AWS CLI take it without a word and fail at the first
call, with \`Could not connect to the endpoint URL\`. The same goes for Local Zones
(\`us-west-2-lax-1a\`), Wavelength Zones and ids of zones (\`use1-az1\`). Write the region alone, and
name the zone where a command asks for one.

A profile with an endpoint of its own is passed over: what other stores call their regions is theirs.

Reports: [aws/chalice#89](https://github.com/aws/chalice/issues/89),
[cloudavail/aws-missing-tools#97](https://github.com/cloudavail/aws-missing-tools/issues/97),
[patterninc/muffin_man#71](https://github.com/patterninc/muffin_man/issues/71).
`,
  yields: notAValue,
  templates: true,
  examples: () => [
    {
      title: "The letter of a zone behind the region",
      bad: {
        config: ini`
          [default]
          region = us-east-1a
        `,
      },
      says: [
        'config:2:10 "us-east-1a" is a zone, not a region: its region is "us-east-1"',
      ],
      good: {
        config: ini`
          [default]
          region = us-east-1
        `,
      },
    },
    {
      title: "A Local Zone, and the id of a zone",
      bad: {
        config: ini`
          [profile la]
          region = us-west-2-lax-1a

          [sso-session corp]
          sso_start_url = https://my-sso-portal.awsapps.com/start
          sso_region = use1-az1
          sso_registration_scopes = sso:account:access
        `,
      },
      says: [
        'config:2:10 "us-west-2-lax-1a" is a zone, not a region: its region is "us-west-2"',
        'config:6:14 "use1-az1" is a zone, not a region: its region is "us-east-1"',
      ],
      good: {
        config: ini`
          [profile la]
          region = us-west-2

          [sso-session corp]
          sso_start_url = https://my-sso-portal.awsapps.com/start
          sso_region = us-east-1
          sso_registration_scopes = sso:account:access
        `,
      },
    },
    {
      title: "A store that is not AWS may call its regions what it likes",
      good: {
        config: ini`
          [profile store]
          region = us-east-1a
          endpoint_url = https://objects.example.com
        `,
      },
    },
  ],
  *check(input) {
    for (const meant of strangeRegions(input)) {
      const region = regionOfZone(meant.value);
      if (region === undefined) continue;
      const { name, section } = meant.property;
      if (name === "region" && hasEndpoint(input.index, section)) continue;
      yield {
        span: meant.span,
        message:
          `"${meant.value}" is a zone, not a region: its region is "${region}"`,
        fix: writeRegion(meant, region),
      };
    }
  },
};

function writeRegion({ value, span }: MeantValue, region: string): Fix {
  const edit = value.startsWith(region)
    ? remove({ ...span, start: span.start + region.length })
    : replace(span, region);
  return { title: `Write ${region}`, edits: [edit] };
}
