import { addSetting } from "../src/lint/add_setting.ts";
import type { Index } from "../src/lint/index.ts";
import { meantValue } from "../src/lint/meant_value.ts";
import type { Finding, Rule } from "../src/lint/rule.ts";
import { isRegion } from "../src/reference/regions.ts";
import { ini } from "../src/text/ini.ts";

/** A profile without a region, while `[default]` has one. */
export const regionNotInherited: Rule = {
  id: "region-not-inherited",
  severity: "info",
  summary: "A profile has no region, and takes none from [default]",
  why: `
\`[default]\` is a profile like any other: what stands there holds for commands that name no profile.
Nothing of it is passed on. A profile without a region has none in boto3 and the AWS CLI
(\`You must specify a region\`), JS (\`Region is missing\`) and Go, unless a variable names one. aws-vault
alone passes the settings of \`[default]\` on.

This is information, since you may set \`AWS_REGION\` on purpose. Profiles from which another one takes
its credentials are passed over.

Reports: [aws/aws-cli#8205](https://github.com/aws/aws-cli/issues/8205),
[boto/boto3#2560](https://github.com/boto/boto3/issues/2560),
[kayac/ecspresso#912](https://github.com/kayac/ecspresso/issues/912).
`,
  examples: () => [
    {
      title: "A region in [default] alone",
      bad: {
        config: ini`
          [default]
          region = us-east-1

          [profile dev]
          role_arn = arn:aws:iam::123456789011:role/dev
          credential_source = Environment
        `,
      },
      says: [
        'config:4:10 Profile "dev" has no region, and takes none from [default]: clients stop with "You must specify a region"',
      ],
      good: {
        config: ini`
          [default]
          region = us-east-1

          [profile dev]
          role_arn = arn:aws:iam::123456789011:role/dev
          credential_source = Environment
          region = us-east-1
        `,
      },
    },
    {
      title: "A profile that only lends its keys",
      good: {
        config: ini`
          [default]
          region = us-east-1

          [profile dev]
          role_arn = arn:aws:iam::123456789011:role/dev
          source_profile = base
          region = us-east-1
        `,
        credentials: ini`
          [base]
          aws_access_key_id = AKIAIOSFODNN7EXAMPLE
          aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY
        `,
      },
    },
    {
      title: "No region anywhere: it comes from elsewhere",
      good: {
        config: ini`
          [profile dev]
          role_arn = arn:aws:iam::123456789011:role/dev
          credential_source = Environment
        `,
      },
    },
  ],
  *check({ documents, index }) {
    const inDefault = index.profiles.get("default")?.get("region");
    const region = inDefault && meantValue(inDefault).value;
    if (!region || !isRegion(region)) return;
    if (!documents.some(({ kind }) => kind === "config")) return;
    let done: Set<string> | undefined;
    for (const { section } of index.settings(...credentialKeys)) {
      const { type, name, properties } = section;
      // Nearly all have one, so nothing else is asked of them.
      if (properties.some(({ name }) => name === "region")) continue;
      done ??= passedOver(index);
      if (type !== "profile" || done.has(name)) continue;
      done.add(name);
      yield finding(index, name, region);
    }
  },
};

/** Settings by which a profile has credentials. */
const credentialKeys: readonly string[] = [
  "role_arn",
  "sso_account_id",
  "credential_process",
  "login_session",
  "aws_access_key_id",
];

/** Profiles that have a region, may have one from elsewhere, or need none. */
function passedOver(index: Index): Set<string> {
  const names = new Set(["default"]);
  for (
    const { section } of index.settings(
      "region",
      "aws_region",
      "include_profile",
      "parent_profile",
    )
  ) names.add(section.name);
  for (const property of index.settings("source_profile")) {
    names.add(meantValue(property).value);
  }
  return names;
}

function finding(index: Index, name: string, region: string): Finding {
  const { sections } = index.profiles.get(name)!;
  const section = sections[0];
  return {
    span: section.nameSpan,
    message:
      `Profile "${name}" has no region, and takes none from [default]: clients stop with "You must specify a region"`,
    help: "Write a region into the profile, or set AWS_REGION",
    ...(section.document.kind === "config" && {
      suggestions: [{
        title: `Write region = ${region}`,
        edits: [addSetting(section, "region", region)],
      }],
    }),
  };
}
