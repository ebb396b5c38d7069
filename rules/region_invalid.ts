import { hasEndpoint } from "../src/lint/endpoint.ts";
import type { MeantValue } from "../src/lint/meant_value.ts";
import { notAValue } from "../src/lint/not_a_value.ts";
import { strangeRegions } from "../src/lint/region_settings.ts";
import type { Finding, Fix, Rule } from "../src/lint/rule.ts";
import {
  fipsRegion,
  isHostLabel,
  isPlausibleRegion,
  isPseudoRegion,
  nearRegions,
  regionOfZone,
} from "../src/reference/regions.ts";
import { replace } from "../src/text/edit.ts";
import { ini } from "../src/text/ini.ts";

/** There is no region of that name. */
export const regionInvalid: Rule = {
  id: "region-invalid",
  severity: "error",
  summary: "There is no region of that name",
  why: `
A region goes into the host name of every call. \`us_east_1\`, a host or "US East (N. Virginia)"
cannot be part of one: the AWS CLI, boto3 and JS refuse them at once. What looks like a region passes,
and fails when it is used: \`us-east\` or \`west-1\` give \`Could not connect to the endpoint URL\`.

A region can be newer than this program: then name it in \`extraRegions\` of \`awscfg.json\`. In a
profile with an endpoint of its own every name that can stand in a host is taken for right, since
stores that are not AWS have regions of their own (\`auto\`, \`fr-par\`).

Reports: [prowler-cloud/prowler#1654](https://github.com/prowler-cloud/prowler/issues/1654),
[ember-cli-deploy/ember-cli-deploy-s3#73](https://github.com/ember-cli-deploy/ember-cli-deploy-s3/issues/73),
[zendesk/linksf#241](https://github.com/zendesk/linksf/issues/241),
[aws/aws-sdk-js#2055](https://github.com/aws/aws-sdk-js/issues/2055).
`,
  yields: notAValue,
  templates: true,
  examples: () => [
    {
      title: "Underscores and capitals",
      bad: {
        config: ini`
          [profile dev]
          region = US-EAST-1

          [sso-session corp]
          sso_start_url = https://my-sso-portal.awsapps.com/start
          sso_region = us_west-2
          sso_registration_scopes = sso:account:access
        `,
      },
      says: [
        'config:2:10 "US-EAST-1" is not a region: it is written "us-east-1"',
        'config:6:14 "us_west-2" is not a region: the AWS CLI, boto3 and JS refuse it',
      ],
      good: {
        config: ini`
          [profile dev]
          region = us-east-1

          [sso-session corp]
          sso_start_url = https://my-sso-portal.awsapps.com/start
          sso_region = us-west-2
          sso_registration_scopes = sso:account:access
        `,
      },
    },
    {
      title: "A name from the console, and a host",
      bad: {
        config: ini`
          [profile a]
          region = US East (N. Virginia)
          [profile b]
          region = s3.eu-central-1.amazonaws.com
        `,
      },
      says: [
        'config:2:10 "US East (N. Virginia)" is not a region: the AWS CLI, boto3 and JS refuse it',
        'config:4:10 "s3.eu-central-1.amazonaws.com" is not a region: the AWS CLI, boto3 and JS refuse it',
      ],
      good: {
        config: ini`
          [profile a]
          region = us-east-1
          [profile b]
          region = eu-central-1
        `,
      },
    },
    {
      title: "Half a name: two regions end in it",
      bad: {
        config: ini`
          [profile dev]
          region = west-1
        `,
      },
      says: [
        'config:2:10 "west-1" is not a region: calls go to hosts that do not exist',
      ],
      good: {
        config: ini`
          [profile dev]
          region = us-west-1
        `,
      },
    },
    {
      title: "The form of a region, but none that is known",
      bad: {
        config: ini`
          [profile dev]
          region = us-west-3
        `,
      },
      says: [
        'config:2:10 "us-west-3" is not a region that awscfg knows: calls may go to hosts that do not exist',
      ],
      good: {
        config: ini`
          [profile dev]
          region = us-west-2
        `,
      },
    },
    {
      title: "A region that the project vouches for",
      settings: { extraRegions: new Set(["us-west-3"]) },
      good: {
        config: ini`
          [profile dev]
          region = us-west-3
        `,
      },
    },
    {
      title: "Names that stand for no place, and a store that is not AWS",
      good: {
        config: ini`
          [profile global]
          region = aws-global
          [profile fips]
          region = fips-us-gov-west-1
          [profile store]
          region = fr-par
          endpoint_url = https://s3.fr-par.example.com
        `,
      },
    },
  ],
  *check(input) {
    for (const meant of strangeRegions(input)) {
      const { value, property: { name, section } } = meant;
      const pseudo = name === "region" ? isPseudoRegion : fipsRegion;
      if (pseudo(value) || regionOfZone(value)) continue;
      if (
        name === "region" && isHostLabel(value) &&
        (otherStores.has(value) || hasEndpoint(input.index, section))
      ) continue;
      yield finding(meant);
    }
  },
};

/** Regions of other stores and test servers, whose endpoint often stands on the command line alone. */
const otherStores: ReadonlySet<string> = new Set([
  "auto",
  "fr-par",
  "nl-ams",
  "pl-waw",
  "ru-central1",
  "cloudgouv-eu-west-1",
  "local",
  "localhost",
]);

function finding(meant: MeantValue): Finding {
  const { value, span } = meant;
  if (isPseudoRegion(value)) {
    return {
      span,
      message: `"${value}" stands for no place: a portal is in one region`,
      help: "Write the region of the portal, such as us-east-1",
    };
  }
  const near = nearRegions(value);
  const respelt = near.length === 1 && plain(near[0]) === plain(value);
  const message = `"${value}" is not a region${
    !isHostLabel(value)
      ? ": the AWS CLI, boto3 and JS refuse it"
      : respelt
      ? `: it is written "${near[0]}"`
      : isPlausibleRegion(value)
      ? " that awscfg knows: calls may go to hosts that do not exist"
      : ": calls go to hosts that do not exist"
  }`;
  const writes = near.map((region) => write(meant, region));
  return {
    span,
    message,
    severity: isHostLabel(value) && !respelt ? "warning" : "error",
    ...(respelt ? {} : {
      help: near.length > 0
        ? 'A region of your own goes into "extraRegions" of awscfg.json'
        : 'Write a region such as us-east-1, or name it in "extraRegions" of awscfg.json',
    }),
    ...(respelt
      ? { fix: writes[0] }
      : near.length === 1 && !isPlausibleRegion(value)
      ? { fix: { ...writes[0], guess: true } }
      : { suggestions: writes }),
  };
}

function write({ span }: MeantValue, region: string): Fix {
  return { title: `Write ${region}`, edits: [replace(span, region)] };
}

/** Without signs and case, in which spellings differ. */
function plain(text: string): string {
  return text.toLowerCase().replace(/[^a-z0-9]/g, "");
}
