import type { Index } from "../src/lint/index.ts";
import { freeName, renameSession } from "../src/lint/rename_session.ts";
import type { Fix, Rule, Section } from "../src/lint/rule.ts";
import { ini } from "../src/text/ini.ts";

/** The name of a session holds blanks, quotes or signs. */
export const ssoSessionNameSpaces: Rule = {
  id: "sso-session-name-spaces",
  severity: "warning",
  summary: "The name of an sso-session has spaces, quotes or other signs",
  why: `
The AWS CLI offers to call a session \`Acme Dev\` and writes \`[sso-session 'Acme Dev']\`. It and boto3
read that, but JS, Rust, Java and the common runtime do not find the session, and Go and .NET take the
quotes for a part of its name. Without quotes it is the other way round: only Go and .NET find it.
Every client reads letters, digits and \`_ - / . % @ : +\`.

The fix changes the name in the header and in every profile that uses it. The token is kept under the
name of the session, so you sign in once more.

Reports: [aws/aws-sdk-java-v2#5054](https://github.com/aws/aws-sdk-java-v2/issues/5054),
[aws/aws-sdk-net#3393](https://github.com/aws/aws-sdk-net/issues/3393).
`,
  yields: ["header-malformed"],
  examples: () => [
    {
      title: "As the AWS CLI writes it",
      bad: { config: files("Acme Dev", "'Acme Dev'") },
      says: [
        'config:6:14 "Acme Dev" is found by the AWS CLI and boto3 alone: the name of a session must have no spaces',
      ],
      good: { config: files("Acme-Dev", "Acme-Dev") },
    },
    {
      title: "Quotes that are not needed",
      bad: { config: files("corp", '"corp"') },
      says: [
        'config:6:14 "corp" stands in quotes: Go and .NET take them for a part of the name, Rust and Java do not find it',
      ],
      good: { config: files("corp", "corp") },
    },
    {
      title: "Signs that every client takes",
      good: { config: files("corp.eu/dev_1@x", "corp.eu/dev_1@x") },
    },
  ],
  *check({ index }) {
    for (const [name, [section]] of index.sessions) {
      const plain = plainName(name);
      const quoted = isQuoted(section);
      if (plain === name && !quoted) continue;
      const spaces = /\s/.test(name);
      const only = spaces
        ? quoted ? "the AWS CLI and boto3" : "Go and .NET"
        : "the AWS CLI, boto3, Go and .NET";
      yield {
        span: section.nameSpan,
        severity: spaces && !quoted ? "error" : "warning",
        message: plain === name
          ? `"${name}" stands in quotes: Go and .NET take them for a part of the name, Rust and Java do not find it`
          : `"${name}" is found by ${only} alone: the name of a session must have no ${
            spaces ? "spaces" : "signs but _ - / . % @ : +"
          }`,
        fix: rename(index, name, plain),
      };
    }
  },
};

function rename(index: Index, name: string, plain: string): Fix {
  const to = plain === name ? name : freeName(index, plain);
  return {
    title: `Write [sso-session ${to}]`,
    edits: renameSession(index, name, to),
  };
}

function plainName(name: string): string {
  const plain = name.replace(/[^A-Za-z0-9_/.%@:+-]+/g, "-");
  return plain === name ? name : plain.replace(/^-+|-+$/g, "") || "sso";
}

function isQuoted(
  { document: { text }, nameSpan: { start, end } }: Section,
): boolean {
  return /^["']/.test(text.slice(start, end));
}

function files(session: string, header: string): string {
  return ini`
    [profile dev]
    sso_session = ${session}
    sso_account_id = 123456789011
    sso_role_name = ReadOnly

    [sso-session ${header}]
    sso_start_url = https://my-sso-portal.awsapps.com/start
    sso_region = us-east-1
    sso_registration_scopes = sso:account:access
  `;
}
