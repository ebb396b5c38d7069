import assert from "node:assert/strict";
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { version } from "../version.ts";
import {
  type Program,
  programs,
  runProgram as run,
  startProgram,
  temporaryFolder,
} from "./programs.ts";

const bad = "[dev]\nregion = eu-west-1\n";
const good = "[profile dev]\nregion = eu-west-1\n";
const windows = process.platform === "win32";

type Files = Readonly<Record<string, string | Uint8Array>>;

function folderWith(files: Files): string {
  const folder = temporaryFolder();
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(join(folder, name, ".."), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

/** Runs a case on Deno and on the binary. */
function each(name: string, test: (program: Program) => Promise<void>) {
  for (const program of programs()) {
    Deno.test(`${program.name}: ${name}`, () => test(program));
  }
}

each("--version and help", async (program) => {
  assert.deepEqual(await run(program, ["--version"]), {
    status: 0,
    out: `awscfg ${version}\n`,
    err: "",
  });
  for (
    const [args, lines] of [
      [["--help"], 24],
      [["lint", "--help"], 48],
      [["lint", "config", "-h"], 48],
      [["help", "lint"], 48],
      [["explain", "--help"], 24],
    ] as const
  ) {
    const { status, out, err } = await run(program, args);
    assert.deepEqual([status, err], [0, ""]);
    const shown = out.trimEnd().split("\n");
    assert.ok(shown.length <= lines, `${shown.length} lines`);
    for (const line of shown) assert.ok(line.length <= 80, line);
  }
});

each(
  "a misspelt command, flag, format or rule is told in one line",
  async (program) => {
    for (
      const [args, said] of [
        [["lnit"], '"lint"'],
        [["help", "lnt"], '"lint"'],
        [["lint", "--fxi"], '"--fix"'],
        [["lint", "--format=jsno"], '"json"'],
        [["lint", "--select", "regon-invalid"], '"region-invalid"'],
        [["explain", "regon-invalid"], '"region-invalid"'],
        [["explain", "--jsn"], "--json"],
        [["--versoin"], "--version"],
      ] as const
    ) {
      const { status, out, err } = await run(program, args);
      assert.deepEqual([status, out], [2, ""], err);
      assert.match(err, /^awscfg: .*did you mean.*\n$/i);
      assert.ok(err.includes(said), err);
    }
    const { status, out, err } = await run(program, []);
    assert.deepEqual([status, out], [2, ""]);
    assert.match(err, /^Usage: awscfg/);
  },
);

each("explain shows the table, a page, and both as JSON", async (program) => {
  const table = await run(program, ["explain"]);
  assert.match(table.out, /^region-invalid +error +/m);
  const page = await run(program, ["explain", "region-invalid"]);
  assert.match(page.out, /^# region-invalid\n/);
  const one = JSON.parse(
    (await run(program, ["explain", "--json", "region-invalid"])).out,
  );
  assert.deepEqual(
    Object.keys(one),
    ["id", "severity", "default", "summary", "why", "examples"],
  );
  const all = JSON.parse((await run(program, ["explain", "--json"])).out);
  assert.equal(all.length, table.out.trimEnd().split("\n").length);
  const closed = await run(program, ["explain", "a", "b"]);
  assert.equal(closed.status, 2);
});

each(
  "lint ends with 0, 1 or 2, with findings on standard output alone",
  async (program) => {
    const cwd = folderWith({ config: bad, "good/config": good, "empty/x": "" });
    const at = (...args: string[]) => run(program, ["lint", ...args], { cwd });
    assert.deepEqual(await at("good"), {
      status: 0,
      out: "",
      err: "awscfg: No findings in 1 file\n",
    });
    const found = await at("config");
    assert.deepEqual([found.status, found.err], [1, ""]);
    assert.match(found.out, /^error\[config-missing-profile-prefix\]/);
    const missing = await at("nowhere", "config");
    assert.equal(missing.status, 2);
    assert.equal(missing.out, found.out);
    assert.equal(missing.err, "awscfg: nowhere does not exist\n");
    assert.equal((await at("empty")).status, 2);
    const own = await run(program, ["lint"]);
    assert.deepEqual([own.status, own.out], [0, ""]);
    assert.match(own.err, /nothing to lint/);
    assert.equal(
      JSON.parse((await at("good", "--format=json")).out).version,
      1,
    );
    // A file whose name begins with a dash.
    writeFileSync(join(cwd, "-x"), bad);
    assert.equal((await at("--", "-x")).status, 1);
  },
);

each(
  "lint reads the user's own files, and rules about the machine run",
  async (program) => {
    const cwd = folderWith({ ".aws/config": good, "other": bad });
    const own = await run(program, ["lint", "--format=concise"], { cwd });
    assert.equal(own.status, 0);
    const moved = await run(program, ["lint", "--format=concise"], {
      cwd,
      env: { AWS_CONFIG_FILE: "~/other" },
    });
    assert.match(moved.out, /^other:1:2/);
  },
);

each("lint reads standard input, with the file beside it", async (program) => {
  const cwd = folderWith({
    "aws/credentials":
      "[dev]\naws_access_key_id = AKIAIOSFODNN7EXAMPLE\naws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY\n",
  });
  const stdin =
    "[profile a]\nregion = eu-west-1\nrole_arn = arn:aws:iam::123456789011:role/R\nsource_profile = dev\n";
  const select = "--select=source-profile-undefined";
  const name = "--stdin-filename=aws/config";
  const read = (...args: string[]) =>
    run(program, ["lint", "-", select, ...args], { cwd, stdin });
  assert.equal((await read(name)).status, 0);
  assert.match((await read("--format=concise")).out, /^$|^<stdin>:/);
  const fixed = await run(program, ["lint", "--fix", "-"], {
    cwd,
    stdin: good.trim(),
  });
  assert.equal(fixed.out, good);
});

each("lint takes any bytes", async (program) => {
  const bytes = Uint8Array.from({ length: 4096 }, (_, at) => (at * 7) % 256);
  const cwd = folderWith({ config: bytes, credentials: new Uint8Array([0]) });
  for (const format of ["full", "concise", "json", "github"]) {
    const { status, err } = await run(program, [
      "lint",
      ".",
      `--format=${format}`,
    ], {
      cwd,
    });
    assert.ok(status === 0 || status === 1, err);
    assert.doesNotMatch(err, /internal/);
  }
});

each(
  "colour goes by the flag, the variables and the stream",
  async (program) => {
    const cwd = folderWith({ config: bad });
    const colored = async (args: readonly string[], env = {}) =>
      (await run(program, ["lint", "config", ...args], { cwd, env })).out
        .includes("\x1b");
    assert.equal(await colored([]), false);
    assert.equal(await colored([], { FORCE_COLOR: "1" }), true);
    assert.equal(await colored([], { FORCE_COLOR: "1", NO_COLOR: "1" }), false);
    assert.equal(await colored(["--color=always"], { NO_COLOR: "1" }), true);
    assert.equal(
      await colored(["--color", "never"], { FORCE_COLOR: "1" }),
      false,
    );
    assert.equal(await colored(["--format=json"], { FORCE_COLOR: "1" }), false);
  },
);

each("nothing in the folder changes what the program does", async (program) => {
  const trap = "throw new Error('ran'); console.log('ran');";
  const plain = folderWith({ config: bad });
  const hostile = folderWith({
    config: bad,
    "bunfig.toml": 'preload = ["./trap.ts"]\n[run]\nbun = true\n',
    ".env":
      "NO_COLOR=\nFORCE_COLOR=1\nAWS_CONFIG_FILE=/nowhere\nNODE_OPTIONS=--bad\n",
    "trap.ts": trap,
    "package.json": '{"type":"commonjs","imports":{"#x":"./trap.ts"}',
    "tsconfig.json": '{"compilerOptions":{"paths":{"*":["./trap.ts"]}}}',
    "deno.json": '{"imports":{"commander":"./trap.ts"}}',
    "node_modules/commander/index.js": trap,
    "node_modules/fastest-levenshtein/index.js": trap,
  });
  for (const args of [["lint", "config"], ["lint"], ["explain"], ["--help"]]) {
    const expected = await run(program, args, { cwd: plain });
    const got = await run(program, args, { cwd: hostile });
    const tidy = (text: string) =>
      text.replaceAll(hostile, "HOME").replaceAll(plain, "HOME");
    assert.deepEqual(
      [got.status, tidy(got.out), tidy(got.err)],
      [expected.status, tidy(expected.out), tidy(expected.err)],
    );
  }
});

each("a closed pipe ends quietly, and a slow one gets all", async (program) => {
  const cwd = folderWith({ config: bad.repeat(900) });
  const args = ["lint", "config", "--format=concise"];
  const all = await run(program, args, { cwd });
  assert.equal(all.status, 1);
  assert.ok(all.out.length > 100_000);

  const slow = startProgram(program, args, { cwd });
  let out = "";
  const decoder = new TextDecoder();
  for await (const piece of slow.stdout) {
    out += decoder.decode(piece, { stream: true });
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  assert.equal(out, all.out);
  assert.equal((await slow.status).code, 1);
  assert.equal(await new Response(slow.stderr).text(), "");

  const closed = startProgram(program, args, { cwd });
  await closed.stdout.cancel();
  assert.equal(await new Response(closed.stderr).text(), "");
  assert.equal((await closed.status).code, 1);
});

each("100,000 profiles are linted", async (program) => {
  let text = "";
  for (let at = 0; at < 100_000; at++) {
    text += `[profile p${at}]\nregion = eu-west-1\noutput = json\n\n`;
  }
  const cwd = folderWith({ config: text.trimEnd() + "\n" });
  const { status, out, err } = await run(program, ["lint", "config"], { cwd });
  assert.deepEqual([status, out], [0, ""], err);
});

each(
  "lint --fix writes once, and keeps mode and symbolic link",
  async (program) => {
    const cwd = folderWith({ "real/file": "[default]\nregion = eu-west-1" });
    chmodSync(join(cwd, "real/file"), 0o640);
    if (!windows) symlinkSync("real/file", join(cwd, "config"));
    const name = windows ? "real/file" : "config";
    const fix = () =>
      run(program, ["lint", "--fix", name], { cwd, write: true });
    const first = await fix();
    assert.deepEqual([first.status, first.out], [0, ""]);
    assert.equal(first.err, "awscfg: fixed 1, 0 left\n");
    const file = join(cwd, "real/file");
    assert.equal(readFileSync(file, "utf8"), "[default]\nregion = eu-west-1\n");
    assert.deepEqual(readdirSync(join(cwd, "real")), ["file"]);
    if (!windows) {
      assert.ok(lstatSync(join(cwd, "config")).isSymbolicLink());
      assert.equal(statSync(file).mode & 0o777, 0o640);
    }
    const { ino } = statSync(file);
    assert.equal((await fix()).err, "awscfg: fixed 0, 0 left\n");
    assert.equal(statSync(file).ino, ino, "the second time nothing is written");
  },
);

each(
  "lint --fix --unsafe-fixes keeps a backup, and --diff writes nothing",
  async (program) => {
    const cwd = folderWith({ config: bad });
    const diff = await run(program, [
      "lint",
      "--diff",
      "--unsafe-fixes",
      "config",
    ], {
      cwd,
    });
    assert.equal(diff.status, 1);
    assert.match(diff.out, /^-\[dev\]\n\+\[profile dev\]\n/m);
    assert.match(diff.err, /unsafe: config:1: .*dev comes to life for/);
    assert.match(diff.err, /no patch/);
    const safe = await run(program, ["lint", "--fix", "config"], {
      cwd,
      write: true,
    });
    assert.match(safe.err, /fixed 0, 1 left, 1 more with --unsafe-fixes/);
    assert.deepEqual(readdirSync(cwd), ["config"]);
    const all = await run(program, [
      "lint",
      "--fix",
      "--unsafe-fixes",
      "config",
    ], {
      cwd,
      write: true,
    });
    assert.equal(all.status, 0);
    assert.equal(readFileSync(join(cwd, "config"), "utf8"), good);
    const [, backup] = readdirSync(cwd).sort();
    assert.match(backup, /^config\.awscfg-\d{8}T\d{6}Z-[0-9a-f]{16}\.bak$/);
    assert.equal(readFileSync(join(cwd, backup), "utf8"), bad);
  },
);

each(
  "lint --fix refuses a file that is read-only, and touches no other",
  async (program) => {
    const text = "[default]\nregion = eu-west-1";
    const cwd = folderWith({ config: text, credentials: "[default]" });
    chmodSync(join(cwd, "config"), 0o444);
    const { status, out, err } = await run(
      program,
      ["lint", "--fix", "config"],
      {
        cwd,
        write: true,
      },
    );
    assert.equal(status, 2);
    assert.match(out, /missing-final-newline/);
    assert.match(err, /^awscfg: config was not written: it is read-only\n/);
    assert.equal(readFileSync(join(cwd, "config"), "utf8"), text);
    assert.deepEqual(readdirSync(cwd).sort(), ["config", "credentials"]);
  },
);

// Deno itself cannot be run by another user, whose home it does not know; lint_test.ts has its part.
Deno.test("binary: a file of another user is named, and the rest is linted", {
  ignore: windows || process.getuid?.() !== 0,
}, async () => {
  const cwd = folderWith({ "a/config": bad, "b/config": bad });
  chmodSync(cwd, 0o755);
  chmodSync(join(cwd, "a/config"), 0o600);
  const as = ["setpriv", "--reuid", "65534", "--clear-groups"];
  const cat = new Deno.Command("setpriv", {
    args: [...as.slice(1), "cat", join(cwd, "a/config")],
  }).outputSync();
  assert.ok(!cat.success, "the file is closed to the other user");
  const child = startProgram(
    binaryProgram(),
    ["lint", "a/config", "b/config", "--format=concise"],
    { cwd, before: as },
  );
  const { code, stdout, stderr } = await child.output();
  assert.equal(code, 2);
  assert.match(new TextDecoder().decode(stdout), /^b\/config:1:2/);
  assert.equal(
    new TextDecoder().decode(stderr),
    "awscfg: a/config cannot be read: you have no permission (EACCES)\n",
  );
});

Deno.test("binary: Ctrl-C ends it", { ignore: windows }, async () => {
  const child = startProgram(binaryProgram(), ["lint", "-"], {
    stdin: "piped",
  });
  await new Promise((resolve) => setTimeout(resolve, 300));
  child.kill("SIGINT");
  const { code, signal } = await child.output();
  await child.stdin.close().catch(() => {});
  // As a shell tells it.
  assert.deepEqual([code, signal], [130, "SIGINT"]);
});

function binaryProgram(): Program {
  return programs().find(({ name }) => name === "binary")!;
}
