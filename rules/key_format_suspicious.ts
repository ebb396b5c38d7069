import { hasEndpoint } from "../src/lint/endpoint.ts";
import { type MeantValue, meantValue } from "../src/lint/meant_value.ts";
import { notAValue } from "../src/lint/not_a_value.ts";
import type { Fix, Property, Rule } from "../src/lint/rule.ts";
import {
  accessKeyKind,
  isSecretAccessKey,
} from "../src/reference/access_key.ts";
import { remove } from "../src/text/edit.ts";
import { ini } from "../src/text/ini.ts";

/** A key of AWS from which something is missing, or in which something is too much. */
export const keyFormatSuspicious: Rule = {
  id: "key-format-suspicious",
  severity: "warning",
  summary: "An access key is cut, or holds what no key holds",
  why: `
No client checks the two keys, they are signed with as they are. What comes back does not say which
of them is wrong: \`IncompleteSignature\`, \`SignatureDoesNotMatch\`, \`InvalidClientTokenId\`. An access key
id has 20 capitals and digits, the first four \`AKIA\` (of a user) or \`ASIA\` (temporary); the secret that
belongs to it has 40 letters, digits, \`/\` and \`+\`. A blank comes in where a terminal broke the line.

Keys of other stores look otherwise: only what begins like an id of AWS is looked at, and nothing in a
profile with an endpoint of its own.

Reports: [aws/aws-cli#5755](https://github.com/aws/aws-cli/issues/5755),
[aws/aws-sdk-go#289](https://github.com/aws/aws-sdk-go/issues/289),
[Noovolari/leapp#88](https://github.com/Noovolari/leapp/issues/88).
`,
  yields: [...notAValue, "access-keys-swapped", "secret-cut-at-comment"],
  examples: () => [
    {
      title: "A blank inside the id",
      bad: {
        credentials: ini`
          [dev]
          aws_access_key_id = AKIAIOSFODNN7 EXAMPLE
          aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY
        `,
      },
      says: [
        "credentials:2:21 The access key id holds a blank: AWS refuses the signature",
      ],
      good: {
        credentials: ini`
          [dev]
          aws_access_key_id = AKIAIOSFODNN7EXAMPLE
          aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY
        `,
      },
    },
    {
      title: "The id of a user, and a secret that lost its end",
      bad: {
        credentials: ini`
          [a]
          aws_access_key_id = AIDAJQABLZS4A3QDU576Q
          aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY
          [b]
          aws_access_key_id = AKIAIOSFODNN7EXAMPLE
          aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCY
        `,
      },
      says: [
        'credentials:2:21 "AIDA" begins the id of a user, not of an access key: AWS knows no such key',
        "credentials:6:25 The secret access key is shorter than 40 characters: AWS refuses the signature",
      ],
      good: {
        credentials: ini`
          [b]
          aws_access_key_id = AKIAIOSFODNN7EXAMPLE
          aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY
        `,
      },
    },
    {
      title: "Keys of a test server and of a store that is not AWS",
      good: {
        credentials: ini`
          [local]
          aws_access_key_id = minioadmin
          aws_secret_access_key = minioadmin
          [store]
          aws_access_key_id = GOOGTS7C7FUP3AIRVJTE2BCD
          aws_secret_access_key = bGoa+V7g/yqDXvKRqq+JTFn4uQZbPiQJo4pf9RzJ
        `,
      },
    },
  ],
  *check({ index }) {
    for (const id of index.settings("aws_access_key_id")) {
      const secret = id.section.properties.find(({ name }) =>
        name === "aws_secret_access_key"
      );
      for (const property of secret ? [id, secret] : [id]) {
        const meant = meantValue(property);
        const why = problem(meant, id);
        if (why === undefined || hasEndpoint(index, id.section)) continue;
        const fix = withoutBlanks(meant);
        yield {
          span: meant.span,
          message: why,
          help: "Copy the key again, or make a new one",
          ...(fix && { fix }),
        };
      }
    }
  },
};

function problem(
  { property, value }: MeantValue,
  id: Property,
): string | undefined {
  if (value === "") return undefined;
  if (property !== id) {
    const whole = meantValue(id).value.replace(/\s/g, "");
    return accessKeyKind(whole) ? secretProblem(value) : undefined;
  }
  if (accessKeyKind(value)) return undefined;
  const other = /^(AIDA|AROA|AGPA|AIPA|ANPA|ANVA|APKA|ASCA)[A-Z0-9]{12,}$/.exec(
    value,
  );
  if (other) {
    return `"${other[1]}" begins the id of ${
      named[other[1]] ?? "something else"
    }, not of an access key: AWS knows no such key`;
  }
  // What begins otherwise may be a key of another store.
  if (!/^A[KS]IA/i.test(value)) return undefined;
  if (/\s/.test(value)) {
    return "The access key id holds a blank: AWS refuses the signature";
  }
  return value.length === 20
    ? "The access key id holds a character that no such id has: AWS knows no such key"
    : `The access key id has ${value.length} characters, not 20: AWS knows no such key`;
}

const named: Readonly<Record<string, string>> = {
  AIDA: "a user",
  AROA: "a role",
  AGPA: "a group",
  AIPA: "an instance profile",
};

function secretProblem(value: string): string | undefined {
  if (isSecretAccessKey(value)) return undefined;
  if (accessKeyKind(value)) {
    return "This is an access key id, not the secret: AWS refuses the signature";
  }
  const what = /\s/.test(value)
    ? "holds a blank"
    : value.length === 40
    ? "holds a character that no such key has"
    : `is ${value.length < 40 ? "shorter" : "longer"} than 40 characters`;
  return `The secret access key ${what}: AWS refuses the signature`;
}

function withoutBlanks({ property, value, span }: MeantValue): Fix | undefined {
  const whole = value.replace(/\s/g, "");
  const right = property.name === "aws_access_key_id"
    ? accessKeyKind(whole) !== undefined
    : isSecretAccessKey(whole);
  if (whole === value || !right) return undefined;
  const edits = [...value.matchAll(/\s+/g)].map(({ 0: blanks, index }) => {
    const start = span.start + index;
    return remove({ ...span, start, end: start + blanks.length });
  });
  return { title: "Remove the blanks", edits, guess: true };
}
