import type {
  Finding,
  Property,
  Rule,
  RuleSettings,
} from "../src/lint/rule.ts";
import { isBefore } from "../src/reference/version.ts";
import { ini } from "../src/text/ini.ts";

/** A right value that old parsers in Go fail at. */
export const valueTripsGoParser: Rule = {
  id: "value-trips-go-parser",
  severity: "info",
  summary: "An old Go client, named in the settings, fails at a value",
  why: `
The values are right; parsers of old were not. This rule speaks only when \`minimumClients\` of
\`awscfg.json\` names such a version.

- Go v2 (\`go\`) before 1.18.42 of its config module, and Go v1 (\`go1\`) before 1.45.15, take \`970b00\` for a
  binary number with a prefix too many, and give up the file. It was seen with 1.18.41: \`970b00\`,
  \`12x3f\` and \`-0b1\`, but not \`0b01\`.
- Go v1 before 1.39.0 fails at \`[\` and \`]\` inside a value.
- Go v1 from 1.15.59 to 1.15.66 takes \`//\` at the beginning for a comment.

Where the setting is for a tool (\`color = 970b00\`), another spelling of the value will do.

Reports: [aws/aws-sdk-go-v2#2276](https://github.com/aws/aws-sdk-go-v2/issues/2276),
[aws/aws-sdk-go#2239](https://github.com/aws/aws-sdk-go/issues/2239),
[aws/aws-sdk-go#3958](https://github.com/aws/aws-sdk-go/issues/3958).
`,
  yields: ["section-glued-to-value"],
  examples: () => [
    {
      title: "A color that looks like a number",
      settings: older("go", "1.18.0"),
      bad: {
        config: ini`
          [profile dev]
          region = us-east-1
          color = 970b00
        `,
      },
      says: [
        "config:3:9 Go before 1.18.42 takes this for a number and gives up the file",
      ],
      good: {
        config: ini`
          [profile dev]
          region = us-east-1
          color = 970c00
        `,
      },
    },
    {
      title: "A secret that begins with slashes",
      settings: older("go1", "1.15.60"),
      bad: {
        credentials: ini`
          [dev]
          aws_access_key_id = AKIAIOSFODNN7EXAMPLE
          aws_secret_access_key = //lrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEYz
        `,
      },
      says: [
        "credentials:3:25 Go v1 before 1.15.67 takes this for a comment and gives up the file",
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
      title: "Nobody has named an old client",
      good: {
        config: ini`
          [profile dev]
          region = us-east-1
          color = 970b00
        `,
      },
    },
  ],
  *check({ index, settings }) {
    const found = traps.filter((trap) => isLaid(trap, settings));
    if (found.length === 0) return;
    for (const property of index.all) {
      const trap = found.find(({ value }) => value.test(property.value));
      if (trap) yield finding(property, trap);
    }
  },
};

function older(client: string, version: string): Partial<RuleSettings> {
  return { minimumClients: { [client]: version } };
}

interface Trap {
  /** As in minimumClients. */
  readonly client: "go" | "go1";
  /** The first version that has it; from the changelogs, as is the next. */
  readonly since?: string;
  /** The first version that is cured of it. */
  readonly until: string;
  readonly value: RegExp;
  readonly takes: string;
}

/** Digits, the letter of a base, and digits of that base; a lone 0 in front is right. */
const number = /^(?:-\d+|\d{2,})(?:b[01]+|o[0-7]+|x[0-9a-fA-F]+)(?=$|[ \t])/;

const traps: readonly Trap[] = [
  { client: "go", until: "1.18.42", value: number, takes: "a number" },
  { client: "go1", until: "1.45.15", value: number, takes: "a number" },
  { client: "go1", until: "1.39.0", value: /[[\]]/, takes: "a header" },
  {
    client: "go1",
    since: "1.15.59",
    until: "1.15.67",
    value: /^\/\//,
    takes: "a comment",
  },
];

function isLaid(
  { client, since, until }: Trap,
  { minimumClients }: RuleSettings,
): boolean {
  const version = minimumClients[client];
  return version !== undefined && isBefore(version, until) &&
    !(since !== undefined && isBefore(version, since));
}

function finding(
  { valueSpan }: Property,
  { client, until, takes }: Trap,
): Finding {
  const name = client === "go" ? "Go" : "Go v1";
  return {
    span: valueSpan,
    message:
      `${name} before ${until} takes this for ${takes} and gives up the file`,
    help: "Spell the value otherwise, or update the client",
  };
}
