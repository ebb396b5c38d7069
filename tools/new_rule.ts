/**
 * Begins a rule: `deno task new-rule NAME` writes `rules/NAME.ts`, with all that has to be filled in,
 * and puts it on the list in `rules/mod.ts`.
 */
import { execFileSync } from "node:child_process";
import { existsSync, writeFileSync } from "node:fs";
import process from "node:process";
import { fileURLToPath } from "node:url";

const [name, ...more] = process.argv.slice(2);
const problem = problemOf(name);
if (problem !== undefined) {
  console.error(problem);
  process.exitCode = 2;
} else {
  const file = fileOf(name);
  writeFileSync(file, ruleText(name));
  execFileSync(process.execPath, ["task", "-q", "rules"], {
    cwd: fileURLToPath(new URL("..", import.meta.url)),
  });
  console.log(`rules/${name.replaceAll("-", "_")}.ts is there. Fill it in, then:

  AWSCFG_RULES=${
    name.replaceAll("-", "_")
  } deno test -A rules/   its examples alone
  deno task ok${" ".repeat(20 + name.length)}   everything`);
}

function problemOf(name: string | undefined): string | undefined {
  if (name === undefined || more.length > 0) {
    return "Name one rule: deno task new-rule region-invalid";
  }
  if (!/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(name)) {
    return `"${name}" is no name for a rule: write the wrong thing in small letters and hyphens, as in region-invalid`;
  }
  return existsSync(fileOf(name))
    ? `There is a rule "${name}" already`
    : undefined;
}

function fileOf(name: string): URL {
  return new URL(
    `../rules/${name.replaceAll("-", "_")}.ts`,
    import.meta.url,
  );
}

function ruleText(name: string): string {
  const id = name.replace(/-(.)/g, (_, letter) => letter.toUpperCase());
  return `import type { Rule } from "../src/lint/rule.ts";
import { replace } from "../src/text/edit.ts";
import { ini } from "../src/text/ini.ts";

/** TODO: what is wrong, in one line. */
export const ${id}: Rule = {
  id: "${name}",
  // error: something fails or is silently wrong; warning: it may; info: it is worth knowing.
  severity: "warning",
  // TODO: one sentence for tables, without a full stop.
  summary: "TODO",
  // TODO: what goes wrong for the user, what to do, and links to real reports.
  why: \`
TODO
\`,
  // Every example is a test: bad says exactly this, good says nothing, and the fix makes good of bad.
  examples: () => [
    {
      title: "TODO: what the example shows",
      bad: {
        config: ini\`
          [default]
          output = TODO
        \`,
      },
      says: ['config:2:10 "TODO" is wrong, and why'],
      good: {
        config: ini\`
          [default]
          output = json
        \`,
      },
    },
    {
      title: "TODO: what looks like it and is right",
      good: {
        config: ini\`
          [default]
          output = text
        \`,
      },
    },
  ],
  *check({ index }) {
    for (const { value, valueSpan } of index.settings("output")) {
      if (value !== "TODO") continue;
      yield {
        span: valueSpan,
        message: \`"\${value}" is wrong, and why\`,
        // Whether a fix is safe is computed. Where it guesses what was meant, say guess: true.
        fix: { title: "Write json", edits: [replace(valueSpan, "json")] },
      };
    }
  },
};
`;
}
