import type { Index } from "../src/lint/index.ts";
import type { Property, Rule } from "../src/lint/rule.ts";
import { meaning } from "../src/model/meaning.ts";
import { ini } from "../src/text/ini.ts";

/** Roles that are assumed from each other in a circle have nobody to begin with. */
export const sourceProfileCycle: Rule = {
  id: "source-profile-cycle",
  severity: "error",
  summary: "source_profile leads back to where it began",
  why: `
Each role is assumed with the credentials of its \`source_profile\`. When the chain comes back to a
profile that it has passed, nobody has credentials to begin with. botocore and the AWS CLI stop with
\`Infinite loop in credential configuration detected\`, JavaScript with \`Detected a cycle\`. A profile
that names itself and has keys of its own works in botocore and JavaScript; Java refuses it.

Let one profile of the chain have credentials of its own.

Reports: [boto/botocore#1780](https://github.com/boto/botocore/issues/1780),
[99designs/aws-vault#1211](https://github.com/99designs/aws-vault/issues/1211),
[aws/aws-sdk-java-v2#1842](https://github.com/aws/aws-sdk-java-v2/issues/1842).
`,
  examples: () => [
    {
      title: "Two roles that are assumed from each other",
      bad: {
        config: ini`
          [profile a]
          role_arn = arn:aws:iam::123456789011:role/A
          source_profile = b
          region = eu-west-1

          [profile b]
          role_arn = arn:aws:iam::123456789011:role/B
          source_profile = a
          region = eu-west-1
        `,
      },
      says: ['config:3:18 "source_profile" goes in a circle: a → b → a'],
      good: {
        config: ini`
          [profile a]
          role_arn = arn:aws:iam::123456789011:role/A
          source_profile = b
          region = eu-west-1

          [profile b]
          credential_process = /opt/vault/creds
          region = eu-west-1
        `,
      },
    },
    {
      title: "A role that is assumed with the profile's own keys",
      bad: {
        config: ini`
          [profile a]
          role_arn = arn:aws:iam::123456789011:role/A
          source_profile = a
          region = eu-west-1
        `,
        credentials:
          "[a]\naws_access_key_id = AKIAIOSFODNN7EXAMPLE\naws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY\n",
      },
      says: [
        'config:3:18 Profile "a" is its own "source_profile": botocore and JavaScript take its keys, if it has any, and Java refuses it',
      ],
      good: {
        config: ini`
          [profile a]
          role_arn = arn:aws:iam::123456789011:role/A
          source_profile = keys
          region = eu-west-1
        `,
        credentials:
          "[keys]\naws_access_key_id = AKIAIOSFODNN7EXAMPLE\naws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY\n",
      },
    },
  ],
  *check({ index, documents }) {
    const done = new Set<string>();
    for (const property of index.settings("source_profile")) {
      const { name } = property.section;
      if (done.has(name)) continue;
      const chain = walk(index, name, done);
      for (const passed of chain) done.add(passed);
      const back = next(index, chain.at(-1)!);
      const from = back === undefined ? -1 : chain.indexOf(back);
      if (from === -1) continue;
      const circle = chain.slice(from);
      const first = link(index, circle[0]);
      if (!first) continue;
      // The keys may stand in a credentials file that was not given.
      if (
        circle.length === 1 &&
        (documents.length < 2 ||
          index.profiles.get(circle[0])!.get("aws_access_key_id"))
      ) {
        yield {
          span: first.valueSpan,
          severity: "warning",
          message: `Profile "${
            circle[0]
          }" is its own "source_profile": botocore and JavaScript take its keys, if it has any, and Java refuses it`,
          help: "Put the keys into a profile of their own and name that",
        };
      } else {
        yield {
          span: first.valueSpan,
          message: `"source_profile" goes in a circle: ${
            [...circle, circle[0]].join(" → ")
          }`,
          help: "Give one profile of the circle credentials of its own",
        };
      }
    }
  },
};

/** The profiles from one to the next, up to the end, the first that comes again, or one that was walked before. */
function walk(
  index: Index,
  from: string,
  done: ReadonlySet<string>,
): readonly string[] {
  const chain = [from];
  const seen = new Set(chain);
  let at = next(index, from);
  while (at !== undefined && !seen.has(at) && !done.has(at)) {
    seen.add(at);
    chain.push(at);
    at = next(index, at);
  }
  return chain;
}

function link(index: Index, name: string): Property | undefined {
  const profile = index.profiles.get(name);
  return profile?.get("role_arn") ? profile.get("source_profile") : undefined;
}

function next(index: Index, name: string): string | undefined {
  const found = link(index, name);
  return found && index.profiles.has(meaning(found))
    ? meaning(found)
    : undefined;
}
