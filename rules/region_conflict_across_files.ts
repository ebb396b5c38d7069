import type { Rule } from "../src/lint/rule.ts";
import { meaning } from "../src/model/meaning.ts";
import { isSecretKey } from "../src/reference/keys.ts";
import { ini } from "../src/text/ini.ts";

/** A setting stands in both files with two values, and the one in credentials counts. */
export const regionConflictAcrossFiles: Rule = {
  id: "region-conflict-across-files",
  severity: "warning",
  summary: "A setting has one value in config and another in credentials",
  why: `
The two files are merged, and where both set a key for one profile, the credentials file counts: in botocore and
the AWS CLI as in JavaScript. So editing the region in config does nothing while the credentials file has one too. Go
takes only some keys from the credentials file, so a client may even read the other value.

Keep such settings in config and remove them from credentials.

Reports: [awslabs/aws-shell#246](https://github.com/awslabs/aws-shell/issues/246),
[suredone/qdone#50](https://github.com/suredone/qdone/issues/50),
[commercehub-oss/kerb-sts#24](https://github.com/commercehub-oss/kerb-sts/issues/24).
`,
  examples: () => [
    {
      title: "Two regions",
      bad: {
        config: ini`
          [profile dev]
          region = us-west-2
        `,
        credentials: ini`
          [dev]
          aws_access_key_id = AKIAIOSFODNN7EXAMPLE
          aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY
          region = us-east-1
        `,
      },
      says: [
        'config:2:10 Profile "dev" has region "us-east-1" in the credentials file, which counts: "us-west-2" does nothing',
      ],
      good: {
        config: ini`
          [profile dev]
          region = us-west-2
        `,
        credentials: ini`
          [dev]
          aws_access_key_id = AKIAIOSFODNN7EXAMPLE
          aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY
        `,
      },
    },
    {
      title: "The same value in both, and settings in credentials alone",
      good: {
        config: ini`
          [profile dev]
          region = us-west-2
        `,
        credentials: ini`
          [dev]
          aws_access_key_id = AKIAIOSFODNN7EXAMPLE
          aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY
          region = us-west-2
          output = json
        `,
      },
    },
  ],
  *check({ index, documents }) {
    const credentials = documents.find(({ kind }) => kind === "credentials");
    if (!credentials || documents.length < 2) return;
    for (const section of credentials.sections) {
      const profile = index.profiles.get(section.name);
      if (
        !profile || section.type === "preamble" || profile.sections.length < 2
      ) continue;
      for (const property of section.properties) {
        const { name } = property;
        if (
          property.value === "" || isSecretKey(name) ||
          name === "aws_access_key_id"
        ) continue;
        const other = profile.all(name).find((one) =>
          one.section.document.kind === "config"
        );
        if (
          !other || other.value === "" || meaning(other) === meaning(property)
        ) continue;
        yield {
          span: other.valueSpan,
          message: name === "region" || name === "output"
            ? `Profile "${profile.name}" has ${name} "${
              meaning(property)
            }" in the credentials file, which counts: "${
              meaning(other)
            }" does nothing`
            : `Profile "${profile.name}" has another "${name}" in the credentials file, which counts for most clients`,
          related: [{
            span: property.valueSpan,
            message: "The value that counts",
          }],
          help: "Remove one of the two lines; config is the place for it",
        };
      }
    }
  },
};
