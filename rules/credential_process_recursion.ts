import type { Rule } from "../src/lint/rule.ts";
import { ini } from "../src/text/ini.ts";

/** A process that asks for the credentials of the profile whose process it is. */
export const credentialProcessRecursion: Rule = {
  id: "credential-process-recursion",
  severity: "error",
  summary: "A credential_process asks for its own profile",
  why: `
\`aws configure export-credentials\` prints the credentials of a profile. As the \`credential_process\` of that same
profile it starts itself again and again, until the machine runs out of processes; newer versions of the AWS CLI stop
it. \`aws-vault export\` of its own profile does the same. \`aws-vault exec\` is fine: the keys come from the vault.

Name another profile with \`--profile\`.

Reports: [aws/aws-cli PR 7398](https://github.com/aws/aws-cli/pull/7398),
[99designs/aws-vault#1180](https://github.com/99designs/aws-vault/issues/1180).
`,
  examples: () => [
    {
      title: "The AWS CLI asks itself",
      bad: {
        config: ini`
        [profile dev]
        credential_process = aws configure export-credentials --profile dev
        region = eu-west-1
      `,
      },
      says: [
        'config:2:22 The process asks for the credentials of "dev", whose process it is: it starts itself without end',
      ],
      good: {
        config: ini`
        [profile dev]
        credential_process = aws configure export-credentials --profile base
        region = eu-west-1

        [profile base]
        login_session = arn:aws:iam::123456789011:user/joe
        region = eu-west-1
      `,
      },
    },
    {
      title: "aws-vault holds the keys itself",
      good: {
        config: ini`
        [profile dev]
        credential_process = aws-vault exec dev --json
        region = eu-west-1
      `,
      },
    },
  ],
  *check({ index }) {
    for (
      const { section, value, valueSpan } of index.settings(
        "credential_process",
      )
    ) {
      if (asksFor(value) !== section.name) continue;
      yield {
        span: valueSpan,
        message:
          `The process asks for the credentials of "${section.name}", whose process it is: it starts itself without end`,
        help: "Name another profile with --profile",
      };
    }
  },
};

/** The profile whose credentials a command prints. */
function asksFor(command: string): string | undefined {
  if (
    /^(?:\S*[\\/])?aws(?:\.exe)?\s+(?:.*\s)?configure\s+export-credentials\b/
      .test(command)
  ) {
    return /\s--profile[\s=]+["']?([^\s"']+)/.exec(command)?.[1] ?? "default";
  }
  const vault = /^(?:\S*[\\/])?aws-vault(?:\.exe)?\s+export\s+(.*)$/.exec(
    command,
  );
  return vault?.[1].split(/\s+/).find((word) => !word.startsWith("-"));
}
