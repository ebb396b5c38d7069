import { headerText } from "../src/lint/header_text.ts";
import { moveSection } from "../src/lint/move_section.ts";
import { rewriteHeader } from "../src/lint/rewrite_header.ts";
import type { Document, Fix, Rule, Section } from "../src/lint/rule.ts";
import { ini } from "../src/text/ini.ts";

/** An sso-session that most clients do not find. */
export const ssoSessionMisplaced: Rule = {
  id: "sso-session-misplaced",
  severity: "error",
  summary: "An sso-session is in the wrong file or has a misspelt header",
  why: `
A session is a section \`[sso-session NAME]\` of the config file, spelt with a hyphen and one blank. No
client reads \`[sso_session corp]\` or \`[sso-session-corp]\`. In the credentials file only Go and .NET find
it: the AWS CLI, boto3 and Rust say that there is no such session, and JS stops with
\`TypeError: Cannot read properties of undefined (reading 'sso_region')\`.

The fix corrects the header, or moves the section to the end of the config file. Sections of the
credentials file win in Go, so one that is in both files should go from there.

No public report of it is known; what clients do was tried out.
`,
  examples: () => [
    {
      title: "An underscore in the keyword",
      bad: {
        config: ini`
          [sso_session corp]
          sso_start_url = https://my-sso-portal.awsapps.com/start
          sso_region = us-east-1
        `,
      },
      says: [
        'config:1:14 [sso_session corp] is read by no client: it must be "sso-session corp"',
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
      title: "In the credentials file",
      bad: {
        config: "[default]\r\nregion = us-west-2\r\n",
        credentials: ini`
          [sso-session corp]
          sso_start_url = https://my-sso-portal.awsapps.com/start
          sso_region = us-east-1

          # for work
          [dev]
          region = us-west-2
        `,
      },
      says: [
        "credentials:1:14 [sso-session corp] is not found here by the AWS CLI, boto3, JS or Rust: it belongs in the config file",
      ],
      good: {
        config:
          "[default]\r\nregion = us-west-2\r\n\r\n[sso-session corp]\r\n" +
          "sso_start_url = https://my-sso-portal.awsapps.com/start\r\n" +
          "sso_region = us-east-1\r\n",
        credentials: ini`
          # for work
          [dev]
          region = us-west-2
        `,
      },
    },
  ],
  *check({ documents, index }) {
    const config = documents.find(({ kind }) => kind === "config");
    for (const [name, sections] of index.sessions) {
      let right = sections.find(({ document, form }) =>
        document.kind === "config" && form !== "glued"
      );
      for (const section of sections) {
        const { document, form, nameSpan } = section;
        const inConfig = document.kind === "config";
        if (inConfig && form !== "glued") continue;
        yield {
          span: nameSpan,
          message: inConfig
            ? `[${
              headerText(section).trim()
            }] is read by no client: it must be "sso-session ${name}"`
            : `[sso-session ${name}] is not found here by the AWS CLI, boto3, JS or Rust: it belongs in the config file`,
          ...(right
            ? {
              help:
                `Delete the section: the config file has [sso-session ${name}]`,
              related: [{ span: right.headerSpan, message: "this is read" }],
            }
            : { fix: repair(section, config) }),
        };
        // To write a second one would be a new mistake.
        right ??= section;
      }
    }
  },
};

function repair(
  section: Section,
  config: Document | undefined,
): Fix | undefined {
  const header = `[sso-session ${section.name}]`;
  if (section.document === config) {
    return {
      title: `Write ${header}`,
      edits: [rewriteHeader(section, header)],
    };
  }
  const edits = config && moveSection(section, config, header);
  return edits && { title: `Move ${header} to the config file`, edits };
}
