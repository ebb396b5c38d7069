import type { Index, Profile } from "../src/lint/index.ts";
import { type MeantValue, meantValue } from "../src/lint/meant_value.ts";
import type { Fix, Rule, Section } from "../src/lint/rule.ts";
import { replace } from "../src/text/edit.ts";
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
    let references: References | undefined;
    for (const section of index.sections("profile")) {
      const { name, nameSpan, form } = section;
      // A plain one has a plain name; of the other forms nobody reads a name yet.
      if (form !== "malformed" || told.has(name)) continue;
      const sign = /[^A-Za-z0-9_\-/.%@:+]/u.exec(name)?.[0];
      const quoted = written(section) !== name;
      if (!sign && !quoted) continue;
      told.add(name);
      const wanted = name.replace(/[ \t"']+/g, "-").replace(/^-+|-+$/g, "");
      references ??= referencesOf(index);
      const fix = given.has(wanted)
        ? undefined
        : rename(index.profiles.get(name)!, wanted, {
          taken: index.profiles.has(wanted),
          references,
        });
      given.add(wanted);
      yield {
        span: nameSpan,
        severity: sign && "#;".includes(sign) ? "error" : "warning",
        message: sign
          ? `The profile "${name}" has ${
            sign === " " ? "a blank" : `"${sign}"`
          } in its name: ${losers(section, sign)}`
          : "Go and .NET take the quotes for a part of the name, and Rust and Java ignore the profile",
        ...(fix
          ? { fix }
          : { help: "Take a name of letters, digits and -_.@%+:/" }),
      };
    }
  },
};

function written({ document, nameSpan }: Section): string {
  return document.text.slice(nameSpan.start, nameSpan.end);
}

function losers(section: Section, sign: string): string {
  if ("#;".includes(sign)) return "Rust and Java refuse the whole file";
  if (written(section) !== section.name) {
    return "of all clients only the AWS CLI and boto3 find it";
  }
  return /[ \t'"]/.test(sign) && section.document.kind === "config"
    ? "the AWS CLI, boto3, JS, Rust and Java ignore it"
    : "JS, Rust and Java ignore it";
}

type References = ReadonlyMap<string, readonly MeantValue[]>;

/** Where the files name a profile, by the name. */
function referencesOf(index: Index): References {
  return Map.groupBy(
    index.settings("source_profile", "include_profile", "parent_profile")
      .map(meantValue),
    ({ value }) => value,
  );
}

/** The plain name in all headers and references; nothing where it would not be plain, or is taken. */
function rename(
  { name, sections }: Profile,
  wanted: string,
  { taken, references }: { taken: boolean; references: References },
): Fix | undefined {
  if (!/^[A-Za-z0-9_\-/.%@:+]+$/.test(wanted)) return undefined;
  const unquoted = wanted === name;
  const kinds = new Set(sections.map(({ document }) => document.kind));
  if (unquoted ? kinds.size < sections.length : taken) return undefined;
  return {
    title: `Call it "${wanted}"`,
    edits: [
      ...sections.filter((section) => written(section) !== wanted)
        .map(({ nameSpan }) => replace(nameSpan, wanted)),
      ...(unquoted ? [] : references.get(name) ?? [])
        .map(({ span }) => replace(span, wanted)),
    ],
    ...(unquoted ? {} : { guess: true }),
  };
}
