import { type MeantValue, meantValue } from "../src/lint/meant_value.ts";
import { notAValue } from "../src/lint/not_a_value.ts";
import type { Index } from "../src/lint/index.ts";
import type { Finding, Property, Rule } from "../src/lint/rule.ts";
import { isSet, sso, type SsoProfile } from "../src/lint/sso.ts";
import { parseArn } from "../src/reference/arn.ts";
import { partitionOfRegion } from "../src/reference/regions.ts";
import { ini } from "../src/text/ini.ts";

/** A profile is half in one part of AWS and half in another. */
export const arnPartitionMismatch: Rule = {
  id: "arn-partition-mismatch",
  severity: "warning",
  summary: "Role, MFA device, region and portal are in different partitions",
  why: `
China (\`aws-cn\`), GovCloud (\`aws-us-gov\`) and the rest of AWS (\`aws\`) have accounts of their own, and
keys of one mean nothing to another. Where a role is in one of them and the region, or the credentials
that it is assumed with, in another, the call goes to the wrong one:
\`InvalidClientTokenId: The security token included in the request is invalid\`. The second word of an
ARN is the partition: \`arn:aws-cn:iam::…\`.

Reports: [cloudquery/cq-provider-aws#873](https://github.com/cloudquery/cq-provider-aws/issues/873),
[signavio/aws-mfa-login#111](https://github.com/signavio/aws-mfa-login/issues/111),
[aws/aws-sdk-js-v3#6711](https://github.com/aws/aws-sdk-js-v3/issues/6711).
`,
  yields: [...notAValue, "role-arn-malformed", "mfa-serial-not-mfa-arn"],
  examples: () => [
    {
      title: "A region of China, a role of elsewhere",
      bad: {
        config: ini`
          [profile cn]
          region = cn-north-1
          role_arn = arn:aws:iam::123456789011:role/dev
          credential_source = Environment
        `,
      },
      says: [
        'config:3:16 The role is in "aws", but region "cn-north-1" is in "aws-cn": AWS takes the keys for invalid',
      ],
      good: {
        config: ini`
          [profile cn]
          region = cn-north-1
          role_arn = arn:aws-cn:iam::123456789011:role/dev
          credential_source = Environment
        `,
      },
    },
    {
      title: "The device, and the portal of another profile",
      bad: {
        config: ini`
          [profile a]
          role_arn = arn:aws-us-gov:iam::123456789011:role/dev
          credential_source = Environment
          mfa_serial = arn:aws:iam::123456789011:mfa/jane
          [profile b]
          role_arn = arn:aws-us-gov:iam::123456789011:role/dev
          source_profile = base
          [profile base]
          sso_session = corp
          sso_account_id = 123456789022
          sso_role_name = ReadOnly
          [sso-session corp]
          sso_start_url = https://my-sso-portal.awsapps.com/start
          sso_region = us-east-1
          sso_registration_scopes = sso:account:access
        `,
      },
      says: [
        'config:2:16 The role is in "aws-us-gov", but the MFA device is in "aws": AWS takes the keys for invalid',
        'config:6:16 The role is in "aws-us-gov", but profile "base" is in "aws": AWS takes the keys for invalid',
      ],
      good: {
        config: ini`
          [profile a]
          role_arn = arn:aws-us-gov:iam::123456789011:role/dev
          credential_source = Environment
          mfa_serial = arn:aws-us-gov:iam::123456789011:mfa/jane
        `,
      },
    },
    {
      title: "A portal of one partition, a region of another",
      bad: {
        config: ini`
          [profile dev]
          region = us-gov-west-1
          sso_start_url = https://my-sso-portal.awsapps.com/start
          sso_region = us-east-1
          sso_account_id = 123456789011
          sso_role_name = ReadOnly
        `,
      },
      says: [
        'config:2:10 Region "us-gov-west-1" is in "aws-us-gov", but the portal is in "aws": AWS takes the keys for invalid',
      ],
      good: {
        config: ini`
          [profile dev]
          region = us-east-2
          sso_start_url = https://my-sso-portal.awsapps.com/start
          sso_region = us-east-1
          sso_account_id = 123456789011
          sso_role_name = ReadOnly
        `,
      },
    },
  ],
  *check({ documents, index }) {
    // Nearly all files know one partition alone.
    if (
      !documents.some(({ text }) => signs.some((sign) => text.includes(sign)))
    ) {
      return;
    }
    const portals = portalsIn(index);
    for (const property of index.settings("role_arn")) {
      const found = ofRole(index, property, portals);
      if (found) yield found;
    }
    for (const { profile: { name, get } } of sso(index).profiles) {
      const home = portals(name);
      const region = get("region");
      if (!home || !region || get("role_arn")) continue;
      const { value, span } = meantValue(region);
      const partition = partitionOfRegion(value);
      if (!partition || partition === home) continue;
      yield {
        span,
        message:
          `Region "${value}" is in "${partition}", but the portal is in "${home}": AWS takes the keys for invalid`,
      };
    }
  },
};

/** What only names of other partitions than "aws" hold: of ARNs, regions, portals. */
const signs: readonly string[] = [
  "arn:aws-",
  "cn-north",
  "us-gov-",
  "-iso",
  "eusc-",
  "awsapps.cn",
  ".com.cn",
  "amazonaws.eu",
];

function ofRole(
  index: Index,
  property: Property,
  portals: (profile: string) => string | undefined,
): Finding | undefined {
  const { value, span } = meantValue(property);
  const home = parseArn(value)?.partition;
  const profile = index.profiles.get(property.section.name);
  if (!home || !profile) return undefined;
  for (const [what, partition, other] of others()) {
    if (!partition || partition === home) continue;
    const start = span.start + "arn:".length;
    return {
      span: { ...span, start, end: start + home.length },
      message:
        `The role is in "${home}", but ${what} is in "${partition}": AWS takes the keys for invalid`,
      related: [{ span: other.span, message: `In "${partition}"` }],
    };
  }
  return undefined;

  function* others(): Iterable<[string, string | undefined, MeantValue]> {
    const region = meant("region");
    if (region) {
      yield [
        `region "${region.value}"`,
        partitionOfRegion(region.value),
        region,
      ];
    }
    const device = meant("mfa_serial");
    if (device) {
      yield ["the MFA device", parseArn(device.value)?.partition, device];
    }
    const source = meant("source_profile");
    const role = source && index.profiles.get(source.value)?.get("role_arn");
    if (source && source.value !== profile!.name) {
      const partition = role
        ? parseArn(meantValue(role).value)?.partition
        : portals(source.value);
      yield [`profile "${source.value}"`, partition, source];
    }
  }

  function meant(key: string): MeantValue | undefined {
    const setting = profile!.get(key);
    return setting && meantValue(setting);
  }
}

/** The partition of the portal at which a profile signs in, where its URL tells it. */
function portalsIn(index: Index): (profile: string) => string | undefined {
  const { profiles, sessions, portal } = sso(index);
  const byName = new Map<string, SsoProfile>(
    profiles.map((one) => [one.profile.name, one]),
  );
  return (name) => {
    const one = byName.get(name);
    if (!one || !isSet(one.account)) return undefined;
    const url = isSet(one.session)
      ? sessions.get(one.session.value)?.startUrl
      : one.startUrl;
    return isSet(url) ? portal(url.value).partition : undefined;
  };
}
