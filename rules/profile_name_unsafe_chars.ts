import { renameProfile, writtenName } from "../src/lint/rename_profile.ts";
import type { Rule, Section } from "../src/lint/rule.ts";
import { ini } from "../src/text/ini.ts";

/** Quotes, blanks and other signs in the name of a profile. */
export const profileNameUnsafeChars: Rule = {
  id: "profile-name-unsafe-chars",
  severity: "warning",
  summary: "The name of a profile holds signs that not every client reads",
  why: `
All clients read names of letters, digits and \`-_.@%+:/\`. Beyond these they differ: an unquoted blank
or an apostrophe costs the AWS CLI, boto3, JS, Rust and Java the profile; with quotes around the name
the AWS CLI and boto3 find it, while Go and .NET take the quotes for a part of the name; other signs
and letters such as \`ó\` or \`!\` are lost on JS, Rust and Java. A \`#\` makes Rust and Java refuse the file.

The fix takes needless quotes off, or puts a hyphen in the place of blanks and quotes, in the header and
wherever the files name the profile. Change \`AWS_PROFILE\` and \`--profile\` in your scripts along with it.

Reports: [aws/aws-cli#2806](https://github.com/aws/aws-cli/issues/2806),
[awslabs/aws-sdk-rust#1097](https://github.com/awslabs/aws-sdk-rust/issues/1097),
[aws-amplify/amplify-cli#542](https://github.com/aws-amplify/amplify-cli/issues/542),
[boto/botocore#3408](https://github.com/boto/botocore/issues/3408),
[synfinatic/aws-sso-cli#552](https://github.com/synfinatic/aws-sso-cli/issues/552).
`,
  yields: ["duplicate-section"],
  examples: () => [
    {
      title: "Needless quotes",
      bad: { config: '[profile "dev"]\nregion = eu-west-1\n' },
      says: [
        "config:1:10 Go and .NET take the quotes for a part of the name, and Rust and Java ignore the profile",
      ],
      good: { config: "[profile dev]\nregion = eu-west-1\n" },
    },
    {
      title: "A blank, in both files and where it is named",
      bad: {
        config: ini`
          [profile My Account]
          region = eu-west-1
          [profile admin]
          region = eu-west-1
          role_arn = arn:aws:iam::123456789011:role/admin
          source_profile = My Account
        `,
        credentials: ini`
          [My Account]
          aws_access_key_id = AKIAIOSFODNN7EXAMPLE
          aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY
        `,
      },
      says: [
        'config:1:10 The profile "My Account" has a blank in its name: the AWS CLI, boto3, JS, Rust and Java ignore it',
      ],
      good: {
        config: ini`
          [profile My-Account]
          region = eu-west-1
          [profile admin]
          region = eu-west-1
          role_arn = arn:aws:iam::123456789011:role/admin
          source_profile = My-Account
        `,
        credentials: ini`
          [My-Account]
          aws_access_key_id = AKIAIOSFODNN7EXAMPLE
          aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY
        `,
      },
    },
    {
      title: "A letter that you chose, and a number sign",
      bad: {
        config:
          "[profile köln]\nregion = eu-west-1\n[profile a#b]\nregion = eu-west-1\n",
      },
      says: [
        'config:1:10 The profile "köln" has "ö" in its name: JS, Rust and Java ignore it',
        'config:3:10 The profile "a#b" has "#" in its name: Rust and Java refuse the whole file',
      ],
      good: {
        config:
          "[profile koeln]\nregion = eu-west-1\n[profile a-b]\nregion = eu-west-1\n",
      },
    },
    {
      title: "Quoted, as the AWS CLI writes it",
      bad: { config: "[profile 'my dev']\nregion = eu-west-1\n" },
      says: [
        'config:1:10 The profile "my dev" has a blank in its name: of all clients only the AWS CLI and boto3 find it',
      ],
      good: { config: "[profile my-dev]\nregion = eu-west-1\n" },
    },
    {
      title: "Signs that all clients read",
      good: { config: "[profile a/b@c.d+e%f:g-1_2]\nregion = eu-west-1\n" },
    },
  ],
  *check({ index }) {
    const told = new Set<string>();
    const given = new Set<string>();
    for (const section of index.sections("profile")) {
      const { name, nameSpan, form } = section;
      // A plain one has a plain name; of the other forms nobody reads a name yet.
      if (form !== "malformed" || told.has(name)) continue;
      const sign = /[^A-Za-z0-9_\-/.%@:+]/u.exec(name)?.[0];
      if (!sign && writtenName(section) === name) continue;
      told.add(name);
      const wanted = name.replace(/[ \t"']+/g, "-").replace(/^-+|-+$/g, "");
      const fix = given.has(wanted)
        ? undefined
        : renameProfile(index, name, wanted);
      given.add(wanted);
      yield {
        span: nameSpan,
        severity: sign && "#;".includes(sign) ? "error" : "warning",
        message: sign
          ? `The profile "${name}" has ${nameOf(sign)} in its name: ${
            losers(section, sign)
          }`
          : section.document.kind === "config"
          ? "Go and .NET take the quotes for a part of the name, and Rust and Java ignore the profile"
          : "The quotes are a part of the name, and Rust and Java ignore the profile",
        ...(fix
          ? { fix }
          : { help: "Take a name of letters, digits and -_.@%+:/" }),
      };
    }
  },
};

function nameOf(sign: string): string {
  return sign === " " ? "a blank" : /["']/.test(sign) ? "a quote" : `"${sign}"`;
}

function losers(section: Section, sign: string): string {
  if ("#;".includes(sign)) return "Rust and Java refuse the whole file";
  if (writtenName(section) !== section.name) {
    return section.document.kind === "config"
      ? "of all clients only the AWS CLI and boto3 find it"
      : "the quotes are a part of it, and Rust and Java ignore it";
  }
  return /[ \t'"]/.test(sign) && section.document.kind === "config"
    ? "the AWS CLI, boto3, JS, Rust and Java ignore it"
    : "JS, Rust and Java ignore it";
}
