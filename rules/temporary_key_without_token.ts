import type { Rule } from "../src/lint/rule.ts";
import { meaning } from "../src/model/meaning.ts";
import { ini } from "../src/text/ini.ts";

/** A temporary key is three values, not two. */
export const temporaryKeyWithoutToken: Rule = {
  id: "temporary-key-without-token",
  severity: "error",
  summary: "A temporary key has no session token",
  why: `
A key id that begins with \`ASIA\` is temporary: it works together with its \`aws_session_token\` alone.
Without it the service answers \`InvalidClientTokenId: The security token included in the request is
invalid\`, and S3 says that the key id does not exist.

Copy all three values from where the keys came from.

Reports: [prolane/samltoawsstskeys#40](https://github.com/prolane/samltoawsstskeys/issues/40),
[seppevs/move-sqs#129](https://github.com/seppevs/move-sqs/issues/129),
[acmesh-official/acme.sh#453](https://github.com/acmesh-official/acme.sh/issues/453).
`,
  examples: () => [
    {
      title: "Two of the three values",
      bad: {
        credentials: ini`
        [dev]
        aws_access_key_id = ASIAIOSFODNN7EXAMPLE
        aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY
      `,
      },
      says: [
        'credentials:2:21 A key id that begins with "ASIA" is temporary and needs an "aws_session_token": every call is refused without it',
      ],
      good: {
        credentials: ini`
        [dev]
        aws_access_key_id = ASIAIOSFODNN7EXAMPLE
        aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY
        aws_session_token = IQoJb3JpZ2luX2IQoJb3JpZ2luX2IEXAMPLE
      `,
      },
    },
  ],
  *check({ index }) {
    for (const property of index.settings("aws_access_key_id")) {
      const profile = index.profiles.get(property.section.name);
      if (
        !profile || !/^ASIA[A-Z0-9]{16}$/.test(meaning(property)) ||
        !profile.get("aws_secret_access_key")
      ) continue;
      // An old name for the token, or a misspelt one, has a rule of its own.
      if (
        profile.sections.some(({ properties }) =>
          properties.some(({ name }) => /token/.test(name))
        )
      ) continue;
      yield {
        span: property.valueSpan,
        message:
          `A key id that begins with "ASIA" is temporary and needs an "aws_session_token": every call is refused without it`,
        help:
          "Add the line aws_session_token = … from where the keys came from",
      };
    }
  },
};
