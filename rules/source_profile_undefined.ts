import type { Rule } from "../src/lint/rule.ts";
import { meaning } from "../src/model/meaning.ts";
import { replace } from "../src/text/edit.ts";
import { ini } from "../src/text/ini.ts";
import { suggest } from "../src/text/suggest.ts";

/** The profile with whose credentials a role is to be assumed stands in neither file. */
export const sourceProfileUndefined: Rule = {
  id: "source-profile-undefined",
  severity: "error",
  summary: "source_profile names a profile that is not there",
  why: `
\`source_profile\` names the profile with whose credentials the role is assumed; it may stand in
either file. If there is none, botocore and the AWS CLI stop with \`The source_profile "…" referenced
in the profile "…" does not exist.\`, and JavaScript with \`Could not resolve credentials using
profile\`. Names are compared letter by letter, capitals included.

Reports: [trek10inc/awsume#127](https://github.com/trek10inc/awsume/issues/127),
[fwdcloudsec/granted#487](https://github.com/fwdcloudsec/granted/issues/487),
[remind101/assume-role#45](https://github.com/remind101/assume-role/issues/45).
`,
  yields: [
    "source-profile-has-prefix-word",
    "unexpanded-variable",
    "placeholder-value",
    "empty-value",
  ],
  examples: () => [
    {
      title: "A typing error",
      bad: {
        config: ini`
          [profile base]
          credential_process = /opt/vault/creds
          region = eu-west-1

          [profile dev]
          role_arn = arn:aws:iam::123456789011:role/Dev
          source_profile = bsae
          region = eu-west-1
        `,
        credentials: "",
      },
      says: [
        'config:7:18 There is no profile "bsae" in either file, so the role cannot be assumed',
      ],
      good: {
        config: ini`
          [profile base]
          credential_process = /opt/vault/creds
          region = eu-west-1

          [profile dev]
          role_arn = arn:aws:iam::123456789011:role/Dev
          source_profile = base
          region = eu-west-1
        `,
        credentials: "",
      },
    },
    {
      title: "The source stands in the credentials file",
      good: {
        config: ini`
          [profile dev]
          role_arn = arn:aws:iam::123456789011:role/Dev
          source_profile = base
          region = eu-west-1
        `,
        credentials: ini`
          [base]
          aws_access_key_id = AKIAIOSFODNN7EXAMPLE
          aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY
        `,
      },
    },
  ],
  *check({ index, documents }) {
    for (const property of index.settings("source_profile")) {
      const source = meaning(property);
      if (
        source === "" || index.profiles.has(source) ||
        property.section.type === "preamble"
      ) continue;
      // Only one of the two files is there: the profile may stand in the other.
      if (
        documents.length < 2 && property.section.document.kind === "credentials"
      ) continue;
      const near = suggest(
        source,
        [...index.profiles.keys()].filter((name) =>
          name !== property.section.name
        ),
      );
      const where = documents.length < 2 ? "this file" : "either file";
      yield {
        span: property.valueSpan,
        message:
          `There is no profile "${source}" in ${where}, so the role cannot be assumed`,
        ...(documents.length < 2 ? { severity: "warning" as const } : {}),
        ...(near
          ? {
            fix: {
              title: `Write "${near}"`,
              edits: [replace(property.valueSpan, near)],
              guess: true,
            },
          }
          : {
            help:
              `Name a profile that has credentials, or add a section for "${source}"`,
          }),
      };
    }
  },
};
