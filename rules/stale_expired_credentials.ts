import { meantValue } from "../src/lint/meant_value.ts";
import type { Rule } from "../src/lint/rule.ts";
import { ini } from "../src/text/ini.ts";

/** A date beside the keys says that they are no longer good. */
export const staleExpiredCredentials: Rule = {
  id: "stale-expired-credentials",
  severity: "warning",
  summary: "The temporary keys have expired, by the date beside them",
  why: `
Programs that write temporary keys into the credentials file put the date beside them on which the
keys end. The clients do not read it: they use the keys, and AWS answers \`ExpiredToken\`. Keys in the
file are used before other sources (SSO in the same profile, in JS and Go), so stale ones stand in the
way. Sign in again with the program that wrote them, or take the profile out.

Reports: [aws/aws-cli#2807](https://github.com/aws/aws-cli/issues/2807),
[Nike-Inc/gimme-aws-creds#329](https://github.com/Nike-Inc/gimme-aws-creds/issues/329),
[turbot/steampipe-plugin-aws#1691](https://github.com/turbot/steampipe-plugin-aws/issues/1691).
`,
  examples: () => [
    {
      title: "Keys of long ago",
      now: new Date("2026-11-22T12:00:00Z"),
      bad: {
        credentials: ini`
          [saml]
          aws_access_key_id = ASIAIOSFODNN7EXAMPLE
          aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY
          aws_session_token = IQoJb3JpZ2luX2IQoJb3JpZ2luX2IQoJb3JpZ2luX2I
          x_security_token_expires = 2018-11-16T10:00:00+01:00
        `,
      },
      says: [
        "credentials:5:28 The keys of this profile expired on 2018-11-16: AWS refuses them",
      ],
      good: {
        credentials: ini`
          [saml]
          aws_access_key_id = ASIAIOSFODNN7EXAMPLE
          aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY
          aws_session_token = IQoJb3JpZ2luX2IQoJb3JpZ2luX2IQoJb3JpZ2luX2I
          x_security_token_expires = 2026-11-22T13:00:01+01:00
        `,
      },
    },
    {
      title: "A time without a zone may be that of anywhere",
      now: new Date("2026-11-22T12:00:00Z"),
      good: {
        credentials: ini`
          [mfa]
          aws_access_key_id = ASIAIOSFODNN7EXAMPLE
          aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY
          aws_session_token = IQoJb3JpZ2luX2IQoJb3JpZ2luX2IQoJb3JpZ2luX2I
          expiration = 2026-11-22 03:00:00
        `,
      },
    },
  ],
  *check({ index, now }) {
    if (!now) return;
    for (const property of index.settings(...expiryKeys)) {
      const { properties } = property.section;
      if (!properties.some(({ name }) => name === "aws_access_key_id")) {
        continue;
      }
      const { value, span } = meantValue(property);
      const end = latest(value);
      if (end === undefined || end >= now.getTime()) continue;
      yield {
        span,
        message: `The keys of this profile expired on ${
          value.slice(0, 10)
        }: AWS refuses them`,
        help: "Sign in again with the program that wrote them",
      };
    }
  },
};

const expiryKeys: readonly string[] = [
  "aws_credential_expiration",
  "x_security_token_expires",
  "aws_session_expiration",
  "aws_expiration",
  "expiration",
];

/** The latest moment that a date can mean: without a zone it may be that of any place on Earth. */
function latest(text: string): number | undefined {
  const match =
    /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d(?::\d\d(?:\.\d+)?)?) ?(Z|UTC|[+-]\d\d:?\d\d)?$/
      .exec(text);
  if (!match) return undefined;
  const [, day, time, zone = "-12:00"] = match;
  const offset = zone === "UTC" ? "Z" : zone.replace(/(\d\d)(\d\d)$/, "$1:$2");
  const moment = Date.parse(`${day}T${time}${offset}`);
  return Number.isNaN(moment) ? undefined : moment;
}
