import type { MeantValue } from "../src/lint/meant_value.ts";
import type { Finding, Fix, Rule, Span } from "../src/lint/rule.ts";
import { sso } from "../src/lint/sso.ts";
import { portalsOf } from "../src/lint/sso_portals.ts";
import type { Portal } from "../src/reference/portal.ts";
import {
  identityCenterRegion,
  isPlausibleRegion,
  isRegion,
  partitionOfRegion,
} from "../src/reference/regions.ts";
import { replace } from "../src/text/edit.ts";
import { ini } from "../src/text/ini.ts";

/** `sso_region` cannot be the region of the portal. */
export const ssoRegionSuspect: Rule = {
  id: "sso-region-suspect",
  severity: "warning",
  summary: "The SSO region is not that of the portal",
  why: `
\`sso_region\` is the region in which IAM Identity Center was set up, where the portal lives. It has
nothing to do with \`region\`, where you work, and is the same for every profile of a portal. With the
wrong one the sign-in ends in the browser or with \`InvalidRequestException\` or \`invalid_grant\`, which
say nothing of regions.

This rule compares what stands in your files: profiles and sessions of one portal that disagree, a
portal whose URL names its region or its partition (GovCloud, China), and regions that have no
Identity Center. Ask your administrator, or look at the portal's settings in the console.

Reports: [aws/aws-cli#5058](https://github.com/aws/aws-cli/issues/5058),
[aws/aws-toolkit-vscode#3009](https://github.com/aws/aws-toolkit-vscode/issues/3009),
[aws/aws-toolkit-jetbrains#5916](https://github.com/aws/aws-toolkit-jetbrains/issues/5916),
[61418/aws-sso-util#97](https://github.com/61418/aws-sso-util/issues/97).
`,
  yields: [
    "region-invalid",
    "region-is-availability-zone",
    "sso-session-inline-conflict",
  ],
  examples: () => [
    {
      title: "One profile disagrees with the others of its portal",
      bad: {
        config: profile("a", "us-east-1") + profile("b", "eu-west-1") +
          profile("c", "us-east-1"),
      },
      says: [
        'config:9:14 "eu-west-1" here and "us-east-1" elsewhere, for one portal: one of them is wrong, and its sign-in fails',
      ],
      good: {
        config: profile("a", "us-east-1") + profile("b", "us-east-1") +
          profile("c", "us-east-1"),
      },
    },
    {
      title: "The URL names the region",
      bad: {
        config: ini`
          [sso-session corp]
          sso_start_url = https://ssoins-1234567890abcdef.portal.eu-west-1.app.aws
          sso_region = us-west-2
        `,
      },
      says: [
        'config:3:14 The portal is in "eu-west-1", as its URL says, not in "us-west-2": the sign-in fails',
      ],
      good: {
        config: ini`
          [sso-session corp]
          sso_start_url = https://ssoins-1234567890abcdef.portal.eu-west-1.app.aws
          sso_region = eu-west-1
        `,
      },
    },
    {
      title: "A portal of GovCloud",
      bad: {
        config: ini`
          [sso-session gov]
          sso_start_url = https://start.us-gov-home.awsapps.com/directory/d-1234567890
          sso_region = us-east-1
        `,
      },
      says: [
        'config:3:14 The URL belongs to a portal of the partition "aws-us-gov", and "us-east-1" is in "aws": the sign-in fails',
      ],
      good: {
        config: ini`
          [sso-session gov]
          sso_start_url = https://start.us-gov-home.awsapps.com/directory/d-1234567890
          sso_region = us-gov-west-1
        `,
      },
    },
    {
      title: "The region of the profile may be another",
      good: {
        config: `${profile("a", "us-east-1").trimEnd()}\nregion = eu-west-1\n`,
      },
    },
  ],
  *check({ index, settings }) {
    const all = sso(index);
    for (const places of portalsOf(all)) {
      const regions = new Map<string, MeantValue[]>();
      for (const { startUrl, region } of places) {
        if (!region || settings.extraRegions.has(region.value)) continue;
        // What is no region is another rule's affair.
        if (!isPlausibleRegion(region.value)) continue;
        const wrong = alone(all.portal(startUrl.value), region);
        if (wrong) yield wrong;
        else if (regions.get(region.value)?.push(region) === undefined) {
          regions.set(region.value, [region]);
        }
      }
      if (regions.size > 1) yield* disagreement(regions);
    }
  },
};

/** What is wrong with a region whatever the other profiles say. */
function alone(
  portal: Portal,
  { value, span }: MeantValue,
): Finding | undefined {
  const partition = partitionOfRegion(value);
  if (portal.region && portal.region !== value) {
    return {
      span,
      message:
        `The portal is in "${portal.region}", as its URL says, not in "${value}": the sign-in fails`,
      fix: write(span, portal.region),
    };
  }
  if (portal.partition && partition && portal.partition !== partition) {
    return {
      span,
      message:
        `The URL belongs to a portal of the partition "${portal.partition}", and "${value}" is in "${partition}": the sign-in fails`,
      help: "Write the region in which Identity Center was set up",
    };
  }
  if (isRegion(value) && !identityCenterRegion(value)) {
    return {
      span,
      message: `There is no IAM Identity Center in "${value}", so no portal`,
      help: "Write the region in which Identity Center was set up",
    };
  }
  return undefined;
}

/** The regions that fewer settings have than the most common one; of equals, those that come later. */
function* disagreement(
  regions: ReadonlyMap<string, readonly MeantValue[]>,
): Iterable<Finding> {
  const [[usual, places], ...others] = [...regions].toSorted(([, a], [, b]) =>
    b.length - a.length
  );
  for (const [value, minority] of others) {
    const sure = places.length > minority.length;
    for (const { span } of minority) {
      yield {
        span,
        message:
          `"${value}" here and "${usual}" elsewhere, for one portal: one of them is wrong, and its sign-in fails`,
        help: "Write the region in which Identity Center was set up in both",
        related: [{ span: places[0].span, message: `"${usual}"` }],
        ...(sure
          ? { fix: { ...write(span, usual), guess: true } }
          : { suggestions: [write(span, usual)] }),
      };
    }
  }
}

function write(span: Span, region: string): Fix {
  return { title: `Write ${region}`, edits: [replace(span, region)] };
}

function profile(name: string, region: string): string {
  return ini`
    [profile ${name}]
    sso_start_url = https://my-sso-portal.awsapps.com/start
    sso_region = ${region}
    sso_account_id = 123456789011
    sso_role_name = ReadOnly

  `;
}
