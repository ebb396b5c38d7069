import { meantValue } from "../src/lint/meant_value.ts";
import { notAValue } from "../src/lint/not_a_value.ts";
import type { Finding, Rule, Span } from "../src/lint/rule.ts";
import { type Sso, sso } from "../src/lint/sso.ts";
import { isSwallowed, swallowed } from "../src/lint/swallowed.ts";
import { maskValue } from "../src/model/mask.ts";
import { replace } from "../src/text/edit.ts";
import { ini } from "../src/text/ini.ts";

/** `sso_start_url` leads somewhere else than to the portal. */
export const ssoStartUrlNotPortal: Rule = {
  id: "sso-start-url-not-portal",
  severity: "warning",
  summary: "The start URL is not that of an AWS access portal",
  why: `
\`sso_start_url\` is the address of the AWS access portal, the page that lists your accounts:
\`https://my-company.awsapps.com/start\`, say, or \`https://ssoins-….portal.eu-west-1.app.aws\`. It is not
the page where your company asks for your password (Microsoft, Okta, Google, ADFS), nor the AWS
console. With such a URL, or one that is none, the sign-in fails with \`InvalidRequestException\` before
a browser opens; the AWS CLI also refuses every URL that does not begin with \`https\`.

Open the portal in a browser and copy the first part of its address, or look at the settings of IAM
Identity Center. A host that nobody knows may be one of your company that leads to the portal, so
nothing is said of it.

Reports: [aws/aws-toolkit-jetbrains#3126](https://github.com/aws/aws-toolkit-jetbrains/issues/3126),
[aws/aws-cli#4742](https://github.com/aws/aws-cli/issues/4742),
[61418/aws-sso-util#97](https://github.com/61418/aws-sso-util/issues/97).
`,
  yields: ["empty-value", ...notAValue],
  examples: () => [
    {
      title: "The page of the identity provider",
      bad: {
        config: session("https://myapps.microsoft.com/signin/AWS/1234"),
      },
      says: [
        'config:2:17 "https://myapps.microsoft.com/signin/AWS/1234" is a page of the identity provider, not the AWS access portal: the sign-in fails',
      ],
      good: { config: session("https://my-sso-portal.awsapps.com/start") },
    },
    {
      title: "No https in front",
      bad: { config: session("my-sso-portal.awsapps.com/start") },
      says: [
        'config:2:17 "my-sso-portal.awsapps.com/start" does not begin with "https://": the AWS CLI refuses it',
      ],
      good: { config: session("https://my-sso-portal.awsapps.com/start") },
    },
    {
      title: "All settings on one line",
      bad: {
        credentials: "[sso-user-1]\n" +
          "sso_start_url = sso_region = us-east-2 sso_account_id = 123456789011 sso_role_name = readOnly region = us-west-2\n",
      },
      says: [
        "credentials:2:17 The value holds the settings that follow it: each must stand on a line of its own",
      ],
      good: { config: session("https://my-sso-portal.awsapps.com/start") },
    },
    {
      title: "Hosts that may lead to a portal, and portals everywhere",
      good: {
        config: session("https://example.com/start") +
          session(
            "https://start.us-gov-home.awsapps.com/directory/d-1234567890",
            "gov",
          ).replace("us-east-1", "us-gov-west-1") +
          session("https://start.home.awsapps.cn/directory/d-1", "china")
            .replace("us-east-1", "cn-north-1"),
      },
    },
  ],
  *check({ index }) {
    const all = sso(index);
    for (const property of index.settings("sso_start_url")) {
      const { value, span } = meantValue(property);
      if (value === "") continue;
      const found = problem(all, value, span);
      if (found) yield { span, ...found };
    }
  },
};

function problem(
  { portal }: Sso,
  value: string,
  span: Span,
): Omit<Finding, "span"> | undefined {
  const { kind, canonical } = portal(value);
  const known = kind !== "idp" && kind !== "console" && kind !== "not-a-url";
  if (known && canonical.startsWith("https:")) return undefined;
  if (isSwallowed(value)) {
    return {
      severity: "error",
      message: swallowed,
      help: "Break the line before every key",
    };
  }
  const shown = `"${maskValue("sso_start_url", value)}"`;
  const help = "Write the URL of the page that lists your accounts";
  if (kind === "idp" || kind === "console") {
    const page = kind === "idp" ? "of the identity provider" : "of the console";
    return {
      message:
        `${shown} is a page ${page}, not the AWS access portal: the sign-in fails`,
      help,
    };
  }
  const url = `https://${value.replace(/^(?:[a-z]{1,6}:\/*|\/+)/i, "")}`;
  const isPortal = ["portal", "issuer", "builder-id"].includes(
    portal(url).kind,
  );
  return {
    severity: "error",
    message: `${shown} does not begin with "https://": the AWS CLI refuses it`,
    ...(isPortal && !url.includes("@")
      ? { fix: { title: `Write ${url}`, edits: [replace(span, url)] } }
      : { help }),
  };
}

function session(url: string, name = "corp"): string {
  return ini`
    [sso-session ${name}]
    sso_start_url = ${url}
    sso_region = us-east-1
  `;
}
