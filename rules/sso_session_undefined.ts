import type { Index } from "../src/lint/index.ts";
import type { MeantValue } from "../src/lint/meant_value.ts";
import { rewriteHeader } from "../src/lint/rewrite_header.ts";
import type { Finding, Rule, Section, Span } from "../src/lint/rule.ts";
import { type Sso, sso } from "../src/lint/sso.ts";
import { isSwallowed, swallowed } from "../src/lint/swallowed.ts";
import { replace } from "../src/text/edit.ts";
import { ini } from "../src/text/ini.ts";
import { suggest } from "../src/text/suggest.ts";

/** `sso_session` names a section that is not there. */
export const ssoSessionUndefined: Rule = {
  id: "sso-session-undefined",
  severity: "error",
  summary: "A profile names an sso-session that does not exist",
  why: `
\`sso_session = corp\` needs a section \`[sso-session corp]\` in the config file, spelt the same to the
letter. Without it the AWS CLI and boto3 say that the session does not exist, JS stops with
\`TypeError: Cannot read properties of undefined (reading 'sso_region')\`, Go refuses to load the
profile even if it has keys, and Rust finds no session.

Write the name of the section, without the word \`sso-session\`, or add the section: it needs
\`sso_start_url\` and \`sso_region\`.

Reports: [hashicorp/terraform-provider-aws#28263](https://github.com/hashicorp/terraform-provider-aws/issues/28263),
[aws/aws-sdk-net#3393](https://github.com/aws/aws-sdk-net/issues/3393),
[aws/aws-sdk-java-v2#5054](https://github.com/aws/aws-sdk-java-v2/issues/5054).
`,
  yields: ["unexpanded-variable", "placeholder-value", "unrecognised-section"],
  examples: () => [
    {
      title: "The name differs by a letter",
      bad: { config: files("crop", "sso-session corp") },
      says: [
        'config:2:15 There is no [sso-session crop]: the AWS CLI, boto3, JS, Go and Rust refuse profile "dev"',
      ],
      good: { config: files("corp", "sso-session corp") },
    },
    {
      title: "The keyword stands in the reference",
      bad: { config: files("sso-session corp", "sso-session corp") },
      says: [
        'config:2:15 "sso_session" takes the name alone: there is no [sso-session sso-session corp]',
      ],
      good: { config: files("corp", "sso-session corp") },
    },
    {
      title: "The section has the header of a profile",
      bad: { config: files("corp", "profile corp") },
      says: [
        'config:6:1 Profile "dev" looks for [sso-session corp], not for this header: the AWS CLI, boto3, JS, Go and Rust refuse the profile',
      ],
      good: { config: files("corp", "sso-session corp") },
    },
    {
      title: "The config file is not there to look into",
      good: {
        credentials: ini`
          [dev]
          sso_session = corp
          sso_account_id = 123456789011
          sso_role_name = ReadOnly
        `,
      },
    },
  ],
  *check({ documents, index }) {
    if (!documents.some(({ kind }) => kind === "config")) return;
    const all = sso(index);
    const undefinedOnes = all.profiles.filter(({ session }) =>
      session && session.value !== "" && !index.sessions.has(session.value)
    );
    if (undefinedOnes.length === 0) return;
    const headers = wrongHeaders(index, all);
    const told = new Set<Section>();
    for (const { profile, session } of undefinedOnes) {
      const header = headers.get(session!.value);
      if (!header) yield missing(index, profile.name, session!);
      else if (!told.has(header)) {
        yield misnamed(header, profile.name, session!);
      }
      // However many profiles use it, the mistake is one.
      if (header) told.add(header);
    }
  },
};

function missing(
  index: Index,
  profile: string,
  { value, span }: MeantValue,
): Finding {
  const bare = value.replace(/^\[?sso[-_ ]session[ \t]+|\]$/g, "");
  if (bare !== value && index.sessions.has(bare)) {
    return {
      span,
      message:
        `"sso_session" takes the name alone: there is no [sso-session ${value}]`,
      fix: write(span, bare),
    };
  }
  if (isSwallowed(value)) {
    return {
      span,
      message: swallowed,
      help: "Break the line before every key",
    };
  }
  const names = [...index.sessions.keys()];
  const near = suggest(value, names);
  return {
    span,
    message:
      `There is no [sso-session ${value}]: the AWS CLI, boto3, JS, Go and Rust refuse profile "${profile}"`,
    ...(near ? { fix: { ...write(span, near), guess: true } } : {
      help:
        `Add [sso-session ${value}] to the config file, with sso_start_url and sso_region`,
      suggestions: names.slice(0, 3).map((name) => write(span, name)),
    }),
  };
}

function misnamed(
  header: Section,
  profile: string,
  { value, span }: MeantValue,
): Finding {
  const right = `[sso-session ${value}]`;
  return {
    span: header.headerSpan,
    message:
      `Profile "${profile}" looks for ${right}, not for this header: the AWS CLI, boto3, JS, Go and Rust refuse the profile`,
    related: [{ span, message: "the session is named here" }],
    fix: { title: `Write ${right}`, edits: [rewriteHeader(header, right)] },
  };
}

function write(span: Span, name: string) {
  return {
    title: `Write "sso_session = ${name}"`,
    edits: [replace(span, name)],
  };
}

/** `[corp]`, `[profile corp]` or `[sso corp]` with a portal and no account, by the name `corp`. */
function wrongHeaders(
  index: Index,
  { profiles }: Sso,
): ReadonlyMap<string, Section> {
  const found = new Map<string, Section>();
  const accounts = new Set(
    profiles.filter(({ account, role }) => account || role)
      .map(({ profile }) => profile.name),
  );
  for (const { section } of index.settings("sso_start_url")) {
    const { type, name, document } = section;
    if (document.kind !== "config" || accounts.has(name)) continue;
    if (type === "profile") found.set(name, section);
    else if (type === "other") {
      found.set(name.replace(/^\S+[ \t]+/, ""), section);
    }
  }
  return found;
}

function files(session: string, header: string): string {
  return ini`
    [profile dev]
    sso_session = ${session}
    sso_account_id = 123456789011
    sso_role_name = ReadOnly

    [${header}]
    sso_start_url = https://my-sso-portal.awsapps.com/start
    sso_region = us-east-1
    sso_registration_scopes = sso:account:access
  `;
}
