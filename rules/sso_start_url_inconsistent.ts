import type { MeantValue } from "../src/lint/meant_value.ts";
import type { Finding, Rule } from "../src/lint/rule.ts";
import { sso } from "../src/lint/sso.ts";
import { portalsOf } from "../src/lint/sso_portals.ts";
import { replace } from "../src/text/edit.ts";
import { ini } from "../src/text/ini.ts";

/** One portal is spelt several ways. */
export const ssoStartUrlInconsistent: Rule = {
  id: "sso-start-url-inconsistent",
  severity: "warning",
  summary: "One SSO portal is spelt in several ways",
  why: `
For profiles in the legacy format, clients keep the token of a sign-in under the exact text of the
start URL. With \`…/start\` in one profile and \`…/start#/\` in the next you are signed in for the first
alone, and the AWS CLI says of the other: Token for … does not exist. The \`#\` comes with the URL when
it is copied from a browser, and a \`\\\` before it from a shell.

The fix writes the spelling that is most common in your files. Sign in again afterwards. Nothing is
said against one spelling that is used throughout; a \`#\` at its end is worth a note, because older
versions of Go, Terraform and C++ were reported to stumble over it.

For an \`[sso-session]\` the token goes by the session's name, so its spelling is only a note.

Reports: [61418/aws-sso-util#68](https://github.com/61418/aws-sso-util/issues/68),
[hupe1980/cdk-multi-profile-plugin#25](https://github.com/hupe1980/cdk-multi-profile-plugin/issues/25),
[thomasmichaelwallace/serverless-better-credentials#27](https://github.com/thomasmichaelwallace/serverless-better-credentials/issues/27),
[aws/aws-sdk-go-v2#2369](https://github.com/aws/aws-sdk-go-v2/issues/2369),
[hashicorp/terraform#34277](https://github.com/hashicorp/terraform/issues/34277).
`,
  yields: ["sso-session-inline-conflict"],
  examples: () => [
    {
      title: "A URL from the browser beside one from a colleague",
      bad: {
        config: ini`
          [profile a]
          sso_start_url = https://my-sso-portal.awsapps.com/start
          sso_region = us-east-1
          sso_account_id = 123456789011
          sso_role_name = ReadOnly

          [profile b]
          sso_start_url = https://my-sso-portal.awsapps.com/start#/
          sso_region = us-east-1
          sso_account_id = 123456789022
          sso_role_name = ReadOnly
        `,
      },
      says: [
        'config:8:17 "https://my-sso-portal.awsapps.com/start#/" is the portal "https://my-sso-portal.awsapps.com/start" in another spelling: the sign-in for one does not serve the other',
      ],
      good: {
        config: ini`
          [profile a]
          sso_start_url = https://my-sso-portal.awsapps.com/start
          sso_region = us-east-1
          sso_account_id = 123456789011
          sso_role_name = ReadOnly

          [profile b]
          sso_start_url = https://my-sso-portal.awsapps.com/start
          sso_region = us-east-1
          sso_account_id = 123456789022
          sso_role_name = ReadOnly
        `,
      },
    },
    {
      title: "A backslash from a shell",
      bad: {
        config: ini`
          [sso-session corp]
          sso_start_url = https://my-sso-portal.awsapps.com/start/\#/
          sso_region = us-east-1
        `,
      },
      says: [
        'config:2:17 The URL holds a "\\", which a shell put there when it was pasted',
      ],
      good: {
        config: ini`
          [sso-session corp]
          sso_start_url = https://my-sso-portal.awsapps.com/start
          sso_region = us-east-1
        `,
      },
    },
    {
      title: "One spelling throughout, and a different portal",
      good: {
        config: ini`
          [sso-session a]
          sso_start_url = https://my-sso-portal.awsapps.com/start/
          sso_region = us-east-1

          [sso-session b]
          sso_start_url = https://d-1234567890.awsapps.com/start
          sso_region = us-east-1
        `,
      },
    },
  ],
  *check({ index }) {
    for (const places of portalsOf(sso(index))) {
      const urls = places.map(({ startUrl }) => startUrl);
      // What stands before an "@" is a secret.
      if (urls[0].value.includes("@")) continue;
      const legacy = urls.filter(isLegacy);
      const split = legacy.some(({ value }) => value !== legacy[0].value);
      const usual = mostCommon(urls);
      for (const url of urls) {
        if (url.value.includes("\\")) {
          yield write(
            url,
            plain(usual),
            'The URL holds a "\\", which a shell put there when it was pasted',
          );
        } else if (url.value !== usual) {
          const message =
            `"${url.value}" is the portal "${usual}" in another spelling`;
          yield split && isLegacy(url)
            ? write(
              url,
              usual,
              `${message}: the sign-in for one does not serve the other`,
            )
            : note(url, `${message}: some tools take them for two portals`);
        } else if (url === legacy[0] && /#\/?$/.test(usual)) {
          yield note(
            url,
            'The URL ends in "#", as in a browser: older Go clients were reported not to find its token',
          );
        }
      }
    }
  },
};

function isLegacy({ property }: MeantValue): boolean {
  return property.section.type !== "sso-session";
}

function mostCommon(urls: readonly MeantValue[]): string {
  const counts = new Map<string, number>();
  for (const { value } of urls) {
    const weight = value.includes("\\") ? 0 : 1;
    counts.set(value, (counts.get(value) ?? 0) + weight);
  }
  return [...counts].reduce((best, one) => one[1] > best[1] ? one : best)[0];
}

function plain(url: string): string {
  return url.includes("\\")
    ? url.replace(/[\\#/]+$/, "").replaceAll("\\", "")
    : url;
}

function write({ span }: MeantValue, url: string, message: string): Finding {
  const edits = [replace(span, url)];
  return { span, message, fix: { title: `Write "${url}"`, edits } };
}

function note({ span }: MeantValue, message: string): Finding {
  return { span, severity: "info", message };
}
