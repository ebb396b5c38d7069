import { credentialKinds } from "../src/lint/credential_kinds.ts";
import type { Rule } from "../src/lint/rule.ts";
import { meaning } from "../src/model/meaning.ts";
import { ini } from "../src/text/ini.ts";

/** The profile that a role starts from is there, but has nothing to start with. */
export const sourceProfileWithoutCredentials: Rule = {
  id: "source-profile-without-credentials",
  severity: "error",
  summary: "source_profile names a profile that has no credentials",
  why: `
A role is assumed with the credentials of its \`source_profile\`. If that profile has neither keys nor
a role, a session, a process or a token of its own, botocore and the AWS CLI stop with
\`The source profile "…" must have credentials.\` and JavaScript finds none.

When the profile is filled by another program at run time, say so with
\`# awscfg-ignore source-profile-without-credentials\`.

Reports: [boto/botocore PR 1347](https://github.com/boto/botocore/pull/1347),
[trek10inc/awsume#127](https://github.com/trek10inc/awsume/issues/127).
`,
  yields: ["source-profile-cycle"],
  examples: () => [
    {
      title: "A source with a region alone",
      bad: {
        config: ini`
          [profile base]
          region = eu-west-1

          [profile dev]
          role_arn = arn:aws:iam::123456789011:role/Dev
          source_profile = base
          region = eu-west-1
        `,
        credentials: "",
      },
      says: [
        'config:6:18 Profile "base" has no credentials, so the role cannot be assumed with it',
      ],
      good: {
        config: ini`
          [profile base]
          region = eu-west-1

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
    {
      title: "Without the credentials file nothing can be said",
      good: {
        config: ini`
          [profile base]
          region = eu-west-1

          [profile dev]
          role_arn = arn:aws:iam::123456789011:role/Dev
          source_profile = base
          region = eu-west-1
        `,
      },
    },
  ],
  *check({ index, documents }) {
    if (documents.length < 2) return;
    for (const property of index.settings("source_profile")) {
      const source = index.profiles.get(meaning(property));
      if (!source || credentialKinds(source).length > 0) continue;
      if (!index.profiles.get(property.section.name)?.get("role_arn")) continue;
      yield {
        span: property.valueSpan,
        message:
          `Profile "${source.name}" has no credentials, so the role cannot be assumed with it`,
        help: `Add keys, a session or a process to profile "${source.name}"`,
        related: source.sections.map(({ nameSpan }) => ({
          span: nameSpan,
          message: `Profile "${source.name}"`,
        })),
      };
    }
  },
};
