import type { Rule } from "../src/lint/rule.ts";
import { accessKeyKind, isExampleKey } from "../src/reference/access_key.ts";
import { meaning } from "../src/model/meaning.ts";
import { ini } from "../src/text/ini.ts";

/** Keys work in config too, but that is the file that people share. */
export const secretsInConfigFile: Rule = {
  id: "secrets-in-config-file",
  severity: "info",
  summary: "An access key stands in the config file",
  why: `
Every client reads keys from config too. But \`config\` is the file that people share, copy into repositories and leave
readable for others; \`credentials\` is the one that they keep to themselves. And if the profile has keys in both, those
in \`credentials\` count without a word.

Move the lines to a section of the same name in \`credentials\`, there without the word \`profile\`.

Reports: [aws/aws-cli#370](https://github.com/aws/aws-cli/issues/370),
[asquarezone/TerraformZone#6](https://github.com/asquarezone/TerraformZone/issues/6) shows what a committed key costs.
`,
  yields: [
    "credentials-split-across-files",
    "access-keys-swapped",
    "placeholder-value",
    "partial-credentials",
  ],
  examples: () => [
    {
      title: "A long-term key in config",
      bad: {
        config: ini`
        [profile dev]
        aws_access_key_id = AKIAIOSFODNN7EXAMPLE
        aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY
        region = eu-west-1
      `,
      },
      says: [
        "config:3:1 A secret key belongs into the credentials file: config is the one that people share",
      ],
      good: {
        config: ini`
          [profile dev]
          region = eu-west-1
        `,
        credentials: ini`
          [dev]
          aws_access_key_id = AKIAIOSFODNN7EXAMPLE
          aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY
        `,
      },
    },
  ],
  *check({ index }) {
    for (const property of index.settings("aws_secret_access_key")) {
      const { section, keySpan, value } = property;
      if (
        section.document.kind !== "config" || section.type === "preamble" ||
        value === ""
      ) continue;
      const id = index.profiles.get(section.name)?.get("aws_access_key_id");
      const real = id !== undefined &&
        accessKeyKind(meaning(id)) === "long-term" &&
        !isExampleKey(meaning(id));
      yield {
        span: keySpan,
        message:
          "A secret key belongs into the credentials file: config is the one that people share",
        help:
          `Move the keys to a section [${section.name}] of the credentials file`,
        ...(real ? { severity: "warning" as const } : {}),
      };
    }
  },
};
