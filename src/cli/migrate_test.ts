import assert from "node:assert/strict";
import { appendFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { memoryIo } from "./memory_io.ts";
import { migrateFiles } from "./migrate.ts";
import { programs, runProgram as run, temporaryFolder } from "./programs.ts";
import {
  contents,
  legacyFiles,
  legacyProfile,
  secret,
  writeHome,
} from "./testing/legacy_files.ts";

type Files = Readonly<Record<string, string>>;

/** Runs the command on files in memory. */
async function migrate(files: Files, ...args: readonly string[]) {
  const io = memoryIo({
    files: Object.fromEntries(
      Object.entries(files).map((
        [name, text],
      ) => [`/work/.aws/${name}`, text]),
    ),
    env: { HOME: "/work" },
  });
  const status = await migrateFiles(io, args);
  return { status, out: io.written("stdout"), err: io.written("stderr") };
}

for (const program of programs()) {
  Deno.test(`${program.name}: migrate shows, writes, rests and goes back`, async () => {
    const cwd = temporaryFolder();
    const folder = writeHome(cwd);
    const at = (...args: string[]) =>
      run(program, ["migrate", ...args], { cwd, write: true });
    const shown = await at();
    assert.equal(shown.status, 1, shown.err);
    assert.match(shown.out, /^--- \.aws\/config\n\+\+\+ \.aws\/config\n/);
    assert.match(
      shown.out,
      /^corp +new +https:\/\/corp\S+ +eu-west-1 +3: a, b, c$/m,
    );
    assert.match(shown.out, /corp\.awsapps\.com\/start\/ is the same portal/);
    assert.deepEqual(contents(folder), legacyFiles);

    const written = await at("--write");
    assert.equal(written.status, 0, written.err);
    assert.match(written.err, /awscfg login corp\n/);
    assert.match(written.err, /AWS CLI 2\.9\.0, .* never by Java 1/);
    for (const { out, err } of [shown, written]) {
      assert.ok(!(out + err).includes(secret));
    }
    const now = contents(folder);
    assert.match(now.config, /\[profile c\]\nsso_session = corp\n/);
    assert.ok(now.credentials.includes(secret));
    const backups = Object.keys(now).filter((name) => name.endsWith(".bak"));
    assert.equal(backups.length, 2);
    if (process.platform !== "win32") {
      for (const name of Object.keys(now)) {
        assert.equal(statSync(join(folder, name)).mode & 0o777, 0o600, name);
      }
    }
    assert.equal((await at("--check")).status, 0);
    assert.equal((await at("--write")).status, 0);
    assert.deepEqual(contents(folder), now);

    const undone = await at("--undo");
    assert.equal(undone.status, 0, undone.err);
    assert.deepEqual(contents(folder), legacyFiles);
    assert.equal((await at("--undo")).status, 2);
  });

  Deno.test(`${program.name}: migrate --undo keeps what was edited since, and config that was not there is made`, async () => {
    const cwd = temporaryFolder();
    const { credentials } = legacyFiles;
    const folder = writeHome(cwd, { credentials });
    const at = (...args: string[]) =>
      run(program, ["migrate", ...args], { cwd, write: true });
    assert.equal((await at("--write", "--yes", ".aws")).status, 0);
    const now = contents(folder);
    assert.match(now.config, /^\[sso-session corp\][^]*\n\n\[profile c\]\n/);
    if (process.platform !== "win32") {
      assert.equal(statSync(join(folder, "config")).mode & 0o777, 0o600);
    }
    appendFileSync(join(folder, "credentials"), "# edited\n");
    const refused = await at("--undo");
    assert.equal(refused.status, 2);
    assert.match(refused.err, /credentials was edited since, so nothing was/);
    assert.equal(contents(folder).config, now.config);
    writeFileSync(join(folder, "credentials"), now.credentials);
    assert.equal((await at("--undo")).status, 0);
    assert.deepEqual(contents(folder), { config: "", credentials });
  });
}

Deno.test("migrate ends with 0 where there is nothing to do, and tells what is left", async () => {
  const nothing = await migrate({ config: "[default]\nregion = eu-west-1\n" });
  assert.deepEqual(nothing, {
    status: 0,
    out: "",
    err: "awscfg: nothing to migrate\n",
  });
  const none = await migrate({});
  assert.equal(none.status, 0);
  assert.match(none.err, /nothing to migrate: neither/);
  const left = {
    config: legacyProfile("profile a").replace(/sso_region.*\n/, ""),
  };
  const shown = await migrate(left);
  assert.equal(shown.status, 0);
  assert.match(shown.out, /^a +\.aws\/config:1 +sso_region is missing$/m);
  assert.equal((await migrate(left, "--write")).status, 1);
});

Deno.test("migrate --profile takes globs, and refuses a profile that is not there", async () => {
  const moved = async (...args: string[]) => {
    const { out } = await migrate(legacyFiles, "--format=json", ...args);
    return JSON.parse(out).sessions.flatMap((one: { profiles: string[] }) =>
      one.profiles
    );
  };
  assert.deepEqual(await moved("--profile=a"), ["a"]);
  assert.deepEqual(await moved("--profile=?", "--profile=x*"), ["a", "b", "c"]);
  const { status, err } = await migrate(legacyFiles, "--profile=none");
  assert.deepEqual([status, err], [
    2,
    'awscfg: There is no profile "none" in the files\n',
  ]);
});

Deno.test("migrate --session-name names sessions, or says why it cannot", async () => {
  const two = {
    config: `${legacyProfile("profile a")}\n${
      legacyProfile("profile b", "https://other.awsapps.com/start")
    }\n[profile taken]\nregion = eu-west-1\n`,
  };
  const url = "https://corp.awsapps.com/start/#";
  const named = await migrate(two, `--session-name=work=${url}`);
  assert.match(named.out, /^work +new[^]*^other +new/m);
  for (
    const [args, said] of [
      [["a b"], /no name that every client can read/],
      [["work=nowhere"], /needs a start URL/],
      [["default"], /cannot be default/],
      [["work"], /cannot name 2 new sessions/],
      [["x", "y"], /write NAME=URL/],
      [["x=https://no.awsapps.com/start"], /no profile to be moved has that/],
      [[`taken=${url}`], /there is a section of that name already/],
      [
        [`x=${url}`, "x=https://other.awsapps.com/start"],
        /a section of that|two/,
      ],
    ] as const
  ) {
    const flags = args.map((one) => `--session-name=${one}`);
    const { status, out, err } = await migrate(two, ...flags);
    assert.deepEqual([status, out], [2, ""], err);
    assert.match(err, said);
    assert.match(err, /^awscfg: [^\n]*\n$/);
  }
});

Deno.test("migrate refuses flags that do not go together", async () => {
  for (
    const args of [
      ["--write", "--check"],
      ["--yes"],
      ["--no-backup"],
      ["--undo", "--profile=a"],
      ["--format=xml"],
      ["--wirte"],
      ["--write", "-"],
    ]
  ) {
    const { status, out, err } = await migrate(legacyFiles, ...args);
    assert.deepEqual([status, out], [2, ""], args.join(" "));
    assert.match(err, /^awscfg: [^\n]*\n$/);
  }
});

Deno.test("migrate --format json has the plan and no secret", async () => {
  const { status, out } = await migrate(legacyFiles, "--format=json");
  assert.equal(status, 1);
  const { version, sessions, left, edits, summary } = JSON.parse(out);
  assert.deepEqual([version, left, summary], [1, [], {
    sessions: 1,
    moved: 3,
    left: 0,
  }]);
  assert.deepEqual(sessions, [{
    name: "corp",
    startUrl: "https://corp.awsapps.com/start",
    region: "eu-west-1",
    scopes: "sso:account:access",
    isNew: true,
    profiles: ["a", "b", "c"],
    variants: ["https://corp.awsapps.com/start/"],
  }]);
  assert.ok(edits.length > 0);
  const hidden = await migrate({
    config: "[default]\n",
    credentials: legacyProfile("c") + `# ${secret}\n`,
  }, "--format=json");
  assert.ok(!hidden.out.includes(secret));
  assert.equal(JSON.parse(hidden.out).withheld, true);
});

Deno.test("migrate --keep-inline says that Rust is left out", async () => {
  const { err, out } = await migrate(legacyFiles, "--keep-inline");
  assert.match(err, /not proven for Rust, which refuses/);
  assert.match(out, /^\+sso_session = corp\n sso_start_url = /m);
});

Deno.test("migrate leaves everything where a project's clients are too old", async () => {
  const run = async (settings: string) => {
    const io = memoryIo({
      files: {
        "/work/.aws/config": legacyFiles.config,
        "/work/.aws/awscfg.json": settings,
      },
      env: { HOME: "/work" },
    });
    const status = await migrateFiles(io, []);
    return { status, out: io.written("stdout"), err: io.written("stderr") };
  };
  const old = await run('{ "minimumClients": { "terraform": "1.5.7" } }');
  assert.equal(old.status, 0);
  assert.match(old.out, /terraform 1\.5\.7 must be able to read/);
  const wrong = await run('{ "minimumClient": {} }');
  assert.equal(wrong.status, 2);
  assert.match(wrong.err, /awscfg\.json:1:3: There is no setting/);
});
