import type { Fix, Property, Rule } from "../src/lint/rule.ts";
import { isShellName, shellVariable } from "../src/lint/shell_variable.ts";
import { mayBecome } from "../src/lint/siblings.ts";
import { remove, replace } from "../src/text/edit.ts";
import { ini } from "../src/text/ini.ts";

/** `export AWS_ACCESS_KEY_ID=…`, pasted from a page. */
export const shellExportLine: Rule = {
  id: "shell-export-line",
  severity: "error",
  summary: "A line is a shell command that sets a variable",
  why: `
The console and many sign-in pages offer credentials as commands: \`export AWS_ACCESS_KEY_ID="…"\`, \`set …\`,
\`$Env:…\`. In the file they become a setting with the name \`export aws_access_key_id\`, which no
client knows; the AWS CLI, boto3 and JS then find no credentials and do not say why.

The fix makes settings of them. Those pages mostly offer a second form, for this file.
`,
  examples: () => [
    {
      title: "From the access portal",
      bad: {
        credentials: ini`
          [dev]
          export AWS_ACCESS_KEY_ID="AKIAIOSFODNN7EXAMPLE"
          export AWS_SECRET_ACCESS_KEY="wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"
          set AWS_DEFAULT_REGION=eu-west-1
        `,
      },
      says: [
        'credentials:2:1 "export AWS_ACCESS_KEY_ID" is a shell command: no client finds "aws_access_key_id"',
        'credentials:3:1 "export AWS_SECRET_ACCESS_KEY" is a shell command: no client finds "aws_secret_access_key"',
        'credentials:4:1 "set AWS_DEFAULT_REGION" is a shell command: no client finds "region"',
      ],
      good: {
        credentials: ini`
          [dev]
          aws_access_key_id=AKIAIOSFODNN7EXAMPLE
          aws_secret_access_key=wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY
          region=eu-west-1
        `,
      },
    },
    {
      title: "PowerShell",
      bad: { config: '[default]\r\n$Env:AWS_REGION="eu-west-1"\r\n' },
      says: [
        'config:2:1 "$Env:AWS_REGION" is a shell command: no client finds "region"',
      ],
      good: { config: "[default]\r\nregion=eu-west-1\r\n" },
    },
    {
      title: "A variable that is no setting",
      bad: {
        config: "[default]\nregion = eu-west-1\nexport AWS_PROFILE=dev\n",
      },
      says: [
        'config:3:1 "export AWS_PROFILE" is a shell command, and no setting of this file',
      ],
      good: { config: "[default]\nregion = eu-west-1\n" },
    },
  ],
  *check({ index }) {
    for (const name of index.names) {
      if (!isShellName(name)) continue;
      for (const property of index.settings(name)) {
        const { command, end, setting } = shellVariable(property)!;
        yield {
          span: { ...property.keySpan, end },
          message: `"${command}" is a shell command${
            setting
              ? `: no client finds "${setting}"`
              : ", and no setting of this file"
          }`,
          ...(setting && mayBecome(property, setting)
            ? { fix: repair(property, setting, end) }
            : { help: "Remove the line" }),
        };
      }
    }
  },
};

/** Writes the key in the place of the command, and takes the shell's quotes off the value. */
function repair(
  { keySpan, pair, section }: Property,
  setting: string,
  end: number,
): Fix {
  const { path, text } = section.document;
  const at = (start: number, end: number) => ({ path, start, end });
  const edits = [replace(at(keySpan.start, end), setting)];
  const quoted = /^([ \t]*=[ \t]*)(["'])[^"']*\2$/.exec(
    text.slice(end, pair.valueEnd),
  );
  if (quoted) {
    const open = end + quoted[1].length;
    edits.push(
      remove(at(open, open + 1)),
      remove(at(pair.valueEnd - 1, pair.valueEnd)),
    );
  }
  return { title: `Write "${setting}"`, edits, guess: true };
}
