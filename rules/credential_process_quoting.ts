import type { Rule } from "../src/lint/rule.ts";
import { ini } from "../src/text/ini.ts";

/** botocore splits the command like a POSIX shell and runs no shell; others hand it to one. */
export const credentialProcessQuoting: Rule = {
  id: "credential-process-quoting",
  severity: "error",
  summary: "A credential_process is not one command for every client",
  why: `
botocore and the AWS CLI split \`credential_process\` at blanks as a POSIX shell would and start the first word
themselves: no shell runs, so \`~\`, \`$HOME\`, \`%USERPROFILE%\`, \`|\` and \`&&\` are passed on as they are, and a
backslash outside quotes takes the next character with it. A path with a blank falls apart:
\`[Errno 2] No such file or directory: 'C:Program'\`. JavaScript and Go hand the line to a shell, so there it may
work all the same.

Write the absolute path, in double quotes if it has a blank, and put anything that needs a shell into a script, or
behind \`sh -c "…"\`.

Reports: [aws/aws-tools-for-powershell#393](https://github.com/aws/aws-tools-for-powershell/issues/393),
[aws/aws-sdk-go-v2#3208](https://github.com/aws/aws-sdk-go-v2/issues/3208),
[awslabs/amazon-ecr-credential-helper#801](https://github.com/awslabs/amazon-ecr-credential-helper/issues/801),
[aws/aws-toolkit-jetbrains#3322](https://github.com/aws/aws-toolkit-jetbrains/issues/3322).
`,
  examples: () => [
    {
      title: "A Windows path with a blank",
      bad: {
        config: ini`
        [profile dev]
        credential_process = C:\\Program Files\\x\\y.exe --json
        region = eu-west-1
      `,
      },
      says: [
        "config:2:22 botocore takes the backslashes out of the path, and the blank cuts it in two",
      ],
      good: {
        config: ini`
        [profile dev]
        credential_process = "C:\\Program Files\\x\\y.exe" --json
        region = eu-west-1
      `,
      },
    },
    {
      title: "The home folder",
      bad: {
        config: ini`
        [profile dev]
        credential_process = ~/bin/creds.sh --json
        region = eu-west-1
      `,
      },
      says: [
        'config:2:22 botocore does not expand "~": it looks for a program of that name',
      ],
      good: {
        config: ini`
        [profile dev]
        credential_process = /home/joe/bin/creds.sh --json
        region = eu-west-1
      `,
      },
    },
    {
      title: "Everything in one pair of quotes",
      bad: {
        config: ini`
        [profile dev]
        credential_process = "/opt/creds --json"
        region = eu-west-1
      `,
      },
      says: [
        "config:2:22 The quotes stand around the whole command, so it is taken for the name of one program",
      ],
      good: {
        config: ini`
        [profile dev]
        credential_process = "/opt/my creds"
        region = eu-west-1
      `,
      },
    },
    {
      title: "A shell that is asked for",
      good: {
        config: ini`
        [profile dev]
        credential_process = sh -c "cat $HOME/creds.json | jq .dev"
        region = eu-west-1
      `,
      },
    },
  ],
  *check({ index }) {
    for (const { value, valueSpan } of index.settings("credential_process")) {
      const found = trouble(value);
      if (found) yield { span: valueSpan, ...found };
    }
  },
};

interface Trouble {
  readonly message: string;
  readonly help: string;
  readonly severity?: "warning";
}

function trouble(command: string): Trouble | undefined {
  const quoted = /^(["'])([^"']*)\1$/.exec(command);
  if (quoted) {
    // One path with a blank is what quotes are for; options behind it are not.
    if (!/\s-{1,2}\w/.test(quoted[2])) return undefined;
    return {
      message:
        "The quotes stand around the whole command, so it is taken for the name of one program",
      help: "Put the quotes around the path alone",
    };
  }
  if (
    /^(?:\S*[\\/])?(?:sh|bash|zsh|dash|cmd(?:\.exe)?|powershell(?:\.exe)?|pwsh)\s/
      .test(command)
  ) return undefined;
  const bare = command.replace(
    /"(?:\\.|[^"\\])*"|'[^']*'/g,
    (text) => "_".repeat(text.length),
  );
  const drive = /^[A-Za-z]:\\/.test(bare);
  // A backslash at the end is a line that goes on: that has a rule of its own.
  if (/\\(?!$)/.test(bare)) {
    const cut = drive && /^[A-Za-z]:\\[^"']*\s[^-\s][^"']*\\/.test(bare);
    return {
      message: "botocore takes the backslashes out of the path" +
        (cut ? ", and the blank cuts it in two" : ""),
      help: "Put the path into double quotes",
      ...(cut ? {} : { severity: "warning" as const }),
    };
  }
  const [first] = bare.split(/\s/, 1);
  if (first.startsWith("~")) {
    return {
      message:
        'botocore does not expand "~": it looks for a program of that name',
      help: "Write the absolute path",
      severity: "warning",
    };
  }
  const variable = /\$\{?[A-Za-z_]|%[A-Za-z_]+%/.exec(bare);
  if (variable) {
    return {
      message: "botocore runs no shell, so the variable is passed on as it is",
      help: 'Write the value, or sh -c "…"',
      severity: "warning",
    };
  }
  if (/\s(?:\||\|\||&&|>|;)\s/.test(bare)) {
    return {
      message:
        "botocore runs no shell, so the sign between the commands is passed on as it is",
      help: 'Write sh -c "…", or a script',
      severity: "warning",
    };
  }
  return undefined;
}
