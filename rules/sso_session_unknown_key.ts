import { meantValue } from "../src/lint/meant_value.ts";
import type { Finding, Property, Rule } from "../src/lint/rule.ts";
import { type Sso, sso } from "../src/lint/sso.ts";
import { findKey } from "../src/reference/keys.ts";
import { replace } from "../src/text/edit.ts";
import { ini } from "../src/text/ini.ts";

/** A session holds settings of a profile. */
export const ssoSessionUnknownKey: Rule = {
  id: "sso-session-unknown-key",
  severity: "warning",
  summary: "An sso-session has a setting that belongs in a profile",
  why: `
An \`[sso-session]\` has three settings: \`sso_start_url\`, \`sso_region\` and \`sso_registration_scopes\`.
Account, role, region and output belong in the profiles that use it. JS and Rust do not take them from
the session, so the profile misses them; the AWS CLI and boto3 compare every setting that both have
and refuse the profile where one differs, be it its \`region\`.

\`region\` in a session without \`sso_region\` was probably meant for that.

Reports: [rkoval/alfred-aws-console-services-workflow#69](https://github.com/rkoval/alfred-aws-console-services-workflow/issues/69).
`,
  examples: () => [
    {
      title: "A setting of profiles",
      bad: {
        config: ini`
          [sso-session corp]
          sso_start_url = https://my-sso-portal.awsapps.com/start
          sso_region = us-east-1
          output = json
        `,
      },
      says: [
        'config:4:1 "output" has no effect in an sso-session: it belongs in the profiles that use it',
      ],
      good: {
        config: ini`
          [profile dev]
          output = json

          [sso-session corp]
          sso_start_url = https://my-sso-portal.awsapps.com/start
          sso_region = us-east-1
        `,
      },
    },
    {
      title: "A setting that differs from the profile's",
      bad: {
        config: ini`
          [profile dev]
          sso_session = corp
          region = eu-west-1

          [sso-session corp]
          sso_start_url = https://my-sso-portal.awsapps.com/start
          sso_region = us-east-1
          region = us-east-1
        `,
      },
      says: [
        'config:8:1 "region" differs from that of profile "dev": the AWS CLI and boto3 refuse the profile',
      ],
      good: {
        config: ini`
          [profile dev]
          sso_session = corp
          region = eu-west-1

          [sso-session corp]
          sso_start_url = https://my-sso-portal.awsapps.com/start
          sso_region = us-east-1
        `,
      },
    },
    {
      title: "The portal's region under the wrong name",
      bad: {
        config: ini`
          [sso-session corp]
          sso_start_url = https://my-sso-portal.awsapps.com/start
          region = us-east-1
        `,
      },
      says: [
        'config:3:1 "region" has no effect in an sso-session: the region of the portal is "sso_region"',
      ],
      good: {
        config: ini`
          [sso-session corp]
          sso_start_url = https://my-sso-portal.awsapps.com/start
          sso_region = us-east-1
        `,
      },
    },
  ],
  *check({ index, settings }) {
    for (const section of index.sections("sso-session")) {
      for (const property of section.properties) {
        const { name } = property;
        if (findKey(name, "sso-session") || settings.extraKeys.has(name)) {
          continue;
        }
        const key = findKey(name, "profile");
        if (key && !key.tool) yield finding(sso(index), property);
      }
    }
  },
};

function finding({ profiles, sessions }: Sso, property: Property): Finding {
  const { name, keySpan, section } = property;
  if (name === "region" && !sessions.get(section.name)?.region) {
    return {
      span: keySpan,
      message:
        '"region" has no effect in an sso-session: the region of the portal is "sso_region"',
      fix: {
        title: 'Write "sso_region"',
        edits: [replace(keySpan, "sso_region")],
        guess: true,
      },
    };
  }
  const { value } = meantValue(property);
  const users = profiles.filter(({ session }) =>
    session?.value === section.name
  );
  const other = users.find(({ profile }) => {
    const own = profile.get(name);
    return own && meantValue(own).value !== value;
  });
  if (other) {
    return {
      span: keySpan,
      severity: "error",
      message:
        `"${name}" differs from that of profile "${other.profile.name}": the AWS CLI and boto3 refuse the profile`,
      help: "Delete the line: it belongs in profiles alone",
      related: [{ span: other.profile.get(name)!.keySpan, message: "there" }],
    };
  }
  const profile = users.find(({ profile }) => !profile.get(name))?.profile;
  return {
    span: keySpan,
    message:
      `"${name}" has no effect in an sso-session: it belongs in the profiles that use it`,
    help: profile
      ? `Move the line to profile ${profile.name}`
      : "Delete the line, or move it to the profiles",
  };
}
