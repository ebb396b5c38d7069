import type { Rule } from "../src/lint/rule.ts";

/** A file beside the two that is meant to be one of them. */
export const credentialsFilename: Rule = {
  id: "credentials-filename",
  severity: "warning",
  summary: "A file has nearly the right name, so no client reads it",
  why: `
The clients read \`~/.aws/config\` and \`~/.aws/credentials\`, without an extension. Editors on Windows like to add
\`.txt\`, and \`credential\` lacks a letter: then no client finds the file, and says only
\`Unable to locate credentials\`.

Rename the file. This rule runs for your own two files alone.

Reports: [aws/aws-cli#2939](https://github.com/aws/aws-cli/issues/2939) shows a slip in the path.
`,
  examples: () => [
    {
      title: "A text editor's extension",
      bad: { config: "[default]\nregion = eu-west-1\n" },
      host: {
        platform: "windows",
        env: {},
        siblings: ["config", "credentials.txt"],
        mode: {},
        owned: {},
      },
      says: [
        'config:1:1 "credentials.txt" is read by no client: the file must be called "credentials"',
      ],
      good: { config: "[default]\nregion = eu-west-1\n", credentials: "" },
    },
  ],
  *check({ host, documents }) {
    if (!host || documents.length === 0) return;
    for (const name of host.siblings) {
      const meant = /^credentials?(?:\.(?:txt|ini|cfg|conf))?$/i.test(name)
        ? "credentials"
        : /^configs?(?:\.(?:txt|ini|cfg|conf))?$/i.test(name)
        ? "config"
        : undefined;
      if (
        !meant || name === meant || documents.some(({ kind }) => kind === meant)
      ) continue;
      const { path } = documents[0];
      yield {
        span: { path, start: 0, end: 0 },
        message:
          `"${name}" is read by no client: the file must be called "${meant}"`,
        help: `Rename it to ${meant}`,
      };
    }
  },
};
