import { meantValue } from "../src/lint/meant_value.ts";
import type { Property, Rule } from "../src/lint/rule.ts";
import {
  accessKeyKind,
  isSecretAccessKey,
} from "../src/reference/access_key.ts";
import { replace } from "../src/text/edit.ts";
import { ini } from "../src/text/ini.ts";

/** Each of the two keys stands where the other belongs. */
export const accessKeysSwapped: Rule = {
  id: "access-keys-swapped",
  severity: "error",
  summary: "The access key id and the secret access key are swapped",
  why: `
An access key id has 20 capitals and digits and begins with \`AKIA\` or \`ASIA\`; the secret that belongs
to it has 40 characters. Here each stands where the other belongs. No client looks at them; AWS
answers that \`the Credential is mal-formed\` or that it knows no such access key. The secret was sent
to AWS as if it were the id, so it may stand in logs: make a new pair if others can read those.

The fix swaps the names, not the values.

Reports: [karnowski/pairhost#5](https://github.com/karnowski/pairhost/pull/5),
[hubrick/vertx-s3-client#13](https://github.com/hubrick/vertx-s3-client/issues/13),
[xmigrate/xmigrate#49](https://github.com/xmigrate/xmigrate/issues/49).
`,
  examples: () => [
    {
      title: "Pasted in the wrong order",
      bad: {
        credentials: ini`
          [dev]
          aws_access_key_id = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY
          aws_secret_access_key = AKIAIOSFODNN7EXAMPLE
        `,
      },
      says: [
        "credentials:2:21 The access key id and the secret access key are swapped: AWS knows no such key",
      ],
      good: {
        credentials: ini`
          [dev]
          aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY
          aws_access_key_id = AKIAIOSFODNN7EXAMPLE
        `,
      },
    },
    {
      title: "The keys of a test server",
      good: {
        credentials: ini`
          [local]
          aws_access_key_id = test
          aws_secret_access_key = test
        `,
      },
    },
  ],
  *check({ index }) {
    for (const id of index.settings("aws_access_key_id")) {
      if (!isSecretAccessKey(meantValue(id).value)) continue;
      const secret = id.section.properties.find(({ name }) =>
        name === "aws_secret_access_key"
      );
      if (!secret || !accessKeyKind(meantValue(secret).value)) continue;
      const { span } = meantValue(id);
      yield {
        span,
        message:
          "The access key id and the secret access key are swapped: AWS knows no such key",
        related: [{
          span: meantValue(secret).span,
          message: "This is the access key id",
        }],
        fix: { title: "Swap their names", edits: swap(id, secret) },
      };
    }
  },
};

/** Names are swapped rather than values, so that no secret stands in an edit. */
function swap(id: Property, secret: Property) {
  return [
    replace(id.keySpan, secret.name),
    replace(secret.keySpan, id.name),
  ];
}
