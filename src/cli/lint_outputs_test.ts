import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { lintFiles } from "./lint.ts";
import { memoryIo } from "./memory_io.ts";
import {
  programs,
  runProgram,
  startProgram,
  temporaryFolder,
} from "./programs.ts";

const bad = '[default]\nregion = us_east_1\noutput = "json"\n';

async function usage(...args: string[]) {
  const io = memoryIo({ files: { "/work/config": bad } });
  const status = await lintFiles(io, ["config", ...args]);
  return { status, out: io.written("stdout"), err: io.written("stderr") };
}

function folder(text = bad): string {
  const made = temporaryFolder();
  writeFileSync(join(made, "config"), text);
  return made;
}

Deno.test("lint refuses flags that do not go together, in one line", async () => {
  for (
    const [args, said] of [
      [["--format=json", "--format=sarif"], "write --format sarif=FILE"],
      [["--format=json=x", "--format=sarif=x"], "Two formats cannot"],
      [["--format=sarif="], "names no file"],
      [["--format=srif=x"], 'did you mean "sarif"?'],
      [["--write-baseline"], "goes with --baseline"],
      [["--max-warnings=few"], 'needs a number, not "few"'],
      [["--add-ignore=a\nb"], "needs a reason in one line"],
      [["--add-ignore=x", "--fix"], "does not go with --fix"],
      [["--statistics", "--format=sarif"], 'no format "sarif"'],
      [["--baseline=nowhere"], "nowhere does not exist"],
      [["--watch", "-"], "does not go with standard input"],
    ] as const
  ) {
    const { status, out, err } = await usage(...args);
    assert.equal(status, 2, said);
    assert.equal(out, "");
    assert.ok(err.startsWith("awscfg: ") && err.includes(said), err);
    assert.equal(err.split("\n").length, 2);
  }
});

Deno.test("lint --max-warnings lets so many pass", async () => {
  const select = "--select=missing-final-newline,no-such".split(",")[0];
  const io = (args: string[]) =>
    lintFiles(
      memoryIo({ files: { "/work/config": "[default]\nregion = eu-west-1" } }),
      ["config", select, ...args],
    );
  assert.equal(await io([]), 1);
  assert.equal(await io(["--max-warnings=1"]), 0);
  assert.equal(await io(["--max-warnings=0", "--severity=error"]), 1);
});

Deno.test("lint --statistics counts by rule", async () => {
  const { out, status } = await usage("--statistics", "--format=json");
  assert.equal(status, 1);
  const { statistics } = JSON.parse(out);
  assert.ok(
    statistics.some(({ rule, count }: { rule: string; count: number }) =>
      rule === "region-invalid" && count === 1
    ),
  );
  assert.match((await usage("--statistics")).out, /^1 {2}error {2,}\S+/);
});

for (const program of programs()) {
  const run = (cwd: string, ...args: string[]) =>
    runProgram(program, ["lint", ...args], { cwd, write: true });

  Deno.test(`${program.name}: lint writes several formats at once`, async () => {
    const cwd = folder();
    const both = await run(
      cwd,
      "config",
      "--format=concise",
      "--format=sarif=a.sarif",
      "--format",
      "junit=b.xml",
    );
    assert.equal(both.status, 1);
    assert.match(both.out, /^config:2:10: error\[region-invalid\]/);
    const log = JSON.parse(readFileSync(join(cwd, "a.sarif"), "utf8"));
    assert.equal(
      log.runs[0].results[0].locations[0].physicalLocation
        .artifactLocation.uri,
      "config",
    );
    assert.match(readFileSync(join(cwd, "b.xml"), "utf8"), /<testsuites/);
    const one = await run(
      cwd,
      "config",
      "--format=json",
      "--output-file=c.json",
    );
    assert.deepEqual([one.status, one.out], [1, ""]);
    const found = JSON.parse(readFileSync(join(cwd, "c.json"), "utf8"));
    assert.equal(found.diagnostics[0].clients.botocore, "error");
    const nowhere = await run(cwd, "config", "--output-file=no/where");
    assert.equal(nowhere.status, 2);
    assert.match(nowhere.err, /no\/where was not written: there is no such/);
  });

  Deno.test(`${program.name}: lint --format github writes the page of the job`, async () => {
    const cwd = folder();
    const summary = join(cwd, "summary.md");
    writeFileSync(summary, "before\n");
    const { out } = await runProgram(
      program,
      ["lint", "config", "--format=github"],
      { cwd, write: true, env: { GITHUB_STEP_SUMMARY: summary } },
    );
    assert.match(out, /^::error title=awscfg \(region-invalid\),file=config/);
    assert.match(
      readFileSync(summary, "utf8"),
      /^before\n### awscfg\n[^]*\| config:2:10 \| error \|/,
    );
  });

  Deno.test(`${program.name}: lint --add-ignore silences what is there`, async () => {
    const cwd = folder();
    const { status, out, err } = await run(
      cwd,
      "config",
      "--add-ignore=our own, -- all of it",
    );
    assert.deepEqual([status, out], [0, ""], err);
    assert.match(err, /silenced 2 findings with 2 comments/);
    assert.equal(
      readFileSync(join(cwd, "config"), "utf8"),
      `[default]
# awscfg-ignore region-invalid -- our own, -- all of it
region = us_east_1
# awscfg-ignore value-quoted -- our own, -- all of it
output = "json"
`,
    );
    const again = await run(cwd, "config", "--add-ignore=x");
    assert.match(again.err, /silenced 0 findings with 0 comments/);
  });

  Deno.test(`${program.name}: lint --baseline tells what is new, and what is gone`, async () => {
    const cwd = folder();
    const known = "--baseline=sub.json";
    const made = await run(cwd, "config", known, "--write-baseline");
    assert.deepEqual([made.status, made.out], [0, ""]);
    const text = readFileSync(join(cwd, "sub.json"), "utf8");
    assert.deepEqual(JSON.parse(text).findings, [
      {
        path: "config",
        section: "default",
        key: "output",
        rule: "value-quoted",
        count: 1,
      },
      {
        path: "config",
        section: "default",
        key: "region",
        rule: "region-invalid",
        count: 1,
      },
    ]);
    assert.equal((await run(cwd, "config", known)).status, 0);
    writeFileSync(
      join(cwd, "config"),
      "# moved\n\n[default]\nregion = us_east_1\nsso_region = us_east_2\n",
    );
    const later = await run(cwd, "config", known, "--format=concise");
    assert.equal(later.status, 1);
    assert.doesNotMatch(later.out, /us_east_1/);
    assert.match(later.out, /us_east_2/);
    assert.match(
      later.err,
      /sub\.json knows 1 more than there is: value-quoted in config, default, output/,
    );
    writeFileSync(join(cwd, "bad.json"), "[]");
    const none = await run(cwd, "config", "--baseline=bad.json");
    assert.deepEqual([none.status, none.err], [
      2,
      "awscfg: bad.json is no baseline of awscfg\n",
    ]);
  });

  Deno.test(`${program.name}: lint --watch lints again, and Ctrl-C ends it`, async () => {
    const cwd = folder();
    const child = startProgram(program, [
      "lint",
      "config",
      "--format=concise",
      "--watch",
    ], { cwd });
    const decoder = new TextDecoder();
    let out = "";
    let err = "";
    const collect = async (
      stream: ReadableStream<Uint8Array>,
      add: (text: string) => void,
    ) => {
      for await (const piece of stream) add(decoder.decode(piece));
    };
    const ended = Promise.all([
      collect(child.stdout, (text) => out += text),
      collect(child.stderr, (text) => err += text),
      child.status,
    ]);
    const until = async (holds: () => boolean) => {
      for (let left = 200; !holds() && left > 0; left--) {
        await new Promise((done) => setTimeout(done, 50));
      }
      assert.ok(holds(), out + err);
    };
    await until(() => err.includes("waiting for a change"));
    assert.match(out, /region-invalid/);
    out = err = "";
    writeFileSync(join(cwd, "config"), "[default]\nregion = eu-west-1\n");
    await until(() => err.includes("waiting for a change"));
    assert.equal(out, "");
    assert.match(err, /No findings in 1 file/);
    child.kill("SIGINT");
    const [, , status] = await ended;
    assert.ok(status.signal === "SIGINT" || status.code === 130);
    assert.doesNotMatch(err, /error|at /);
  });
}
