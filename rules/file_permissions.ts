import type { Rule } from "../src/lint/rule.ts";

/** Who else may read the file with the keys. */
export const filePermissions: Rule = {
  id: "file-permissions",
  severity: "warning",
  summary:
    "A file with keys may be read by others, or belongs to somebody else",
  why: `
Some tools write \`credentials\` so that every user of the machine may read it. The other way round a file that belongs
to root, after a \`sudo aws configure\`, cannot be read by you: \`[Errno 13] Permission denied\`.

\`chmod 600 ~/.aws/credentials\`, and \`chown\` if it is not yours. This rule runs for your own two files alone, and not on
Windows.

Reports: [aws/aws-cli#7369](https://github.com/aws/aws-cli/issues/7369),
[aws/aws-cli#10019](https://github.com/aws/aws-cli/issues/10019),
[serverless/serverless#2970](https://github.com/serverless/serverless/issues/2970).
`,
  examples: () => [
    {
      title: "A file for everybody",
      bad: {
        credentials:
          "[dev]\naws_access_key_id = AKIAIOSFODNN7EXAMPLE\naws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY\n",
      },
      host: {
        platform: "linux",
        env: {},
        siblings: ["credentials"],
        mode: { credentials: 0o644 },
        owned: { credentials: true },
      },
      says: [
        "credentials:1:1 Every user of this machine may read the keys in this file (mode 644)",
      ],
      good: { credentials: "[dev]\nregion = eu-west-1\n" },
    },
  ],
  *check({ host, documents }) {
    if (!host || host.platform === "windows") return;
    for (const { path, kind, sections } of documents) {
      if (
        !sections.some(({ properties }) =>
          properties.some(({ name, value }) =>
            name === "aws_secret_access_key" && value !== ""
          )
        )
      ) continue;
      const mode = host.mode[kind];
      const span = { path, start: 0, end: 0 };
      if (host.owned[kind] === false) {
        yield {
          span,
          message: "This file with keys belongs to another user",
          help: `chown "$USER" ${path}`,
        };
      } else if (mode !== undefined && (mode & 0o077) !== 0) {
        const who = mode & 0o007
          ? "Every user of this machine"
          : "The group of this file";
        yield {
          span,
          message: `${who} may read the keys in this file (mode ${
            (mode & 0o777).toString(8)
          })`,
          help: `chmod 600 ${path}`,
        };
      }
    }
  },
};
