/**
 * Writes a page for each rule into `docs/rules/`, their table there, what each client makes of their
 * mistakes into `docs/clients.md`, and the table in README.md between its two markers. With `--check` it writes nothing and ends with status 1 where one of
 * them is out of date.
 */
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  unlinkSync,
  writeFileSync,
} from "node:fs";
import process from "node:process";
import { rules } from "../rules/mod.ts";
import { clientsTable } from "../src/docs/clients_table.ts";
import { page } from "../src/docs/page.ts";
import { table } from "../src/docs/table.ts";

const root = new URL("../", import.meta.url);
const folder = "docs/rules/";
const markers = ["<!-- rules -->", "<!-- end of rules -->"] as const;

const wanted = new Map<string, string>(
  rules.map((rule) => [`${folder}${rule.id}.md`, page(rule)]),
);
wanted.set(`${folder}README.md`, `# Rules\n\n${table(rules, "")}`);
wanted.set(
  "docs/clients.md",
  `# What each client makes of it

The mistakes of each rule as the readers of \`src/readers/\` read them, computed from the bad examples of the rule.
*refuses*: the client stops at the file, at the profile or at the value. *reads otherwise*: it takes another value than the
line shows. *ignores*: it does not see the setting, or does not know it. *as meant*: it reads what a person means. Where the
examples of a rule differ, each answer stands there. botocore stands for boto3 and the AWS CLI, JS for the SDK for
JavaScript v3, Go for v2 and Terraform, Java for v2, CRT for the common runtime (Swift and \`awscrt\`).

${clientsTable(rules, "rules/")}`,
);
const readme = read("README.md");
if (readme !== undefined) wanted.set("README.md", withTable(readme));

const check = process.argv.includes("--check");
const stale = [...wanted].filter(([name, text]) => read(name) !== text);
const gone = present().filter((name) => !wanted.has(name));
if (check) {
  for (const name of [...stale.map(([name]) => name), ...gone]) {
    console.error(`${name} is out of date: run deno task docs`);
    process.exitCode = 1;
  }
} else {
  mkdirSync(new URL(folder, root), { recursive: true });
  for (const [name, text] of stale) writeFileSync(new URL(name, root), text);
  for (const name of gone) unlinkSync(new URL(name, root));
}

function withTable(text: string): string {
  const [before, rest] = text.split(markers[0]);
  const after = rest?.split(markers[1])[1];
  if (after === undefined) {
    throw new Error(`README.md has no ${markers.join(" and ")}`);
  }
  return `${before}${markers[0]}\n\n${table(rules, folder)}\n${
    markers[1]
  }${after}`;
}

function present(): readonly string[] {
  if (!existsSync(new URL(folder, root))) return [];
  return readdirSync(new URL(folder, root)).map((name) => folder + name);
}

function read(name: string): string | undefined {
  try {
    return readFileSync(new URL(name, root), "utf8").replaceAll("\r\n", "\n");
  } catch {
    return undefined;
  }
}
