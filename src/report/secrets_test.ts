import assert from "node:assert/strict";
import { rules } from "../../rules/mod.ts";
import { crashLine } from "../cli/crash_line.ts";
import { lintFiles } from "../cli/lint.ts";
import { memoryIo } from "../cli/memory_io.ts";
import { savingDisk } from "../cli/saving_disk.ts";
import type { Finding, Rule, Section, Span } from "../lint/rule.ts";

const planted = [
  "wJalrXUtnFEMI/K7MDENG/bPxRfiCYSECRET0001",
  "hunter02",
  "hunter03",
  "hunter04",
  "hunter05",
  "hunter06",
  "hunter07",
  "hunter08",
  "hunter09",
  "hunter10",
  "wJalrXUtnFEMI/K7MDENG/bPxRfiCYSECRET0011",
  "wJalrXUtnFEMI/K7MDENG/bPxRfiCYSECRET0012",
  "hunter13",
  "hunter14",
  "hunter15",
] as const;

/** A secret in every place where people leave one, with mistakes all around. */
const config = `[profile dev]
aws_access_key_id = ${planted[0]}
aws_secret_access_key = "${planted[1]}"
aws_secret_acess_key= ${planted[2]}
export AWS_SESSION_TOKEN=${planted[3]} # old
\taws_session_token : ${planted[4]}
credential_process = sh -c "x --password ${planted[5]}"
ca_bundle = ~/x
endpoint_url = https://me:${planted[6]}@host
# aws_secret_access_key = ${planted[7]}
[default]aws_secret_access_key = ${planted[8]}
{"Version": 1, "SecretAccessKey": "${planted[9]}"}
# ${planted[10]}
[${planted[11]}]
aws_secret_access_key =
  ${planted[12]}
saml_password = ${planted[13]}
aws_secret_access_key = ${planted[14]}  # café
region = us-east-1a`;

/** Says out loud what it should not, of every line, and repairs it. */
const loud: Rule = {
  id: "loud",
  severity: "error",
  summary: "Quotes everything",
  why: "",
  examples: () => [],
  *check({ documents, index }): Iterable<Finding> {
    for (const { path, text, lines } of documents) {
      for (const { start, indent, stop, end } of lines) {
        const span: Span = { path, start: indent, end: stop };
        const quoted = `"${text.slice(indent, stop)}"`;
        const fix = {
          title: `Write ${quoted}`,
          edits: [{ span: { path, start, end }, text: text.slice(start, end) }],
        };
        yield {
          span,
          message: quoted,
          help: quoted,
          related: [{ span, message: quoted }],
          fix,
          suggestions: [fix],
        };
      }
    }
    for (const { nameSpan: span, name } of index.all.map(sectionOf)) {
      yield { span, message: name };
    }
    for (const { valueSpan: span, value } of index.all) {
      yield {
        span,
        message: `"${value}"`,
        fix: { title: "Turn it round", edits: [{ span, text: `${value} ` }] },
      };
    }
  },
};

function sectionOf({ section }: { readonly section: Section }): Section {
  return section;
}

for (const name of ["config", "credentials"]) {
  for (
    const flags of [
      ["--format=full"],
      ["--format=full", "--color=always"],
      ["--format=concise"],
      ["--format=json"],
      ["--format=jsonl"],
      ["--format=github"],
      ["--format=gitlab"],
      ["--format=sarif"],
      ["--format=junit"],
      ["--format=checkstyle"],
      ["--format=rdjson"],
      ["--client=botocore,go"],
      ["--add-ignore=ours", "--diff"],
      ["--baseline=known.json", "--write-baseline"],
      ["--format=full=full.txt", "--format=github=annotations.txt"],
      ["--diff"],
      ["--diff", "--unsafe-fixes"],
      ["--select=all"],
    ]
  ) {
    for (const all of [rules, [...rules, loud]]) {
      Deno.test(`no secret of ${name} is shown with ${flags.join(" ")}${all === rules ? "" : " and a loud rule"}`, async () => {
        const saved: string[] = [];
        const io = memoryIo({
          files: { [`/work/${name}`]: config },
          env: { GITHUB_STEP_SUMMARY: "/summary.md" },
        });
        const disk = savingDisk(saved);
        await lintFiles({ ...io, disk }, [name, ...flags], all);
        const shown = io.written("stdout") + io.written("stderr") +
          saved.join("");
        assert.ok(shown.length > 100);
        for (const secret of planted) {
          assert.ok(!shown.includes(secret), `${secret} is shown:\n${shown}`);
        }
      });
    }
  }
}

Deno.test("a fix in whose text a secret would stand is withheld", async () => {
  const io = memoryIo({ files: { "/work/config": config } });
  await lintFiles(io, ["config", "--format=json", "--select=loud"], [loud]);
  const { diagnostics } = JSON.parse(io.written("stdout"));
  const fixOf = (line: number) =>
    // deno-lint-ignore no-explicit-any
    diagnostics.find((one: any) => one.fix && one.range.start.line === line)
      .fix;
  assert.equal(fixOf(3).withheld, true);
  assert.equal(fixOf(3).edits, undefined);
  assert.equal(fixOf(1).edits[0].text, "[profile dev]\n");
  assert.equal(fixOf(1).withheld, undefined);
});

Deno.test("crashLine() is one line without a stack or a secret", () => {
  for (const secret of [planted[0], planted[1]]) {
    const line = crashLine(
      new TypeError(`Cannot read "aws_secret_access_key = ${secret}"\n at x`),
    );
    assert.equal(line.split("\n").length, 2);
    assert.ok(!line.includes(secret), line);
  }
  assert.match(
    crashLine(new RangeError("Cannot go")),
    /^awscfg: internal error: RangeError: Cannot go\n$/,
  );
});
