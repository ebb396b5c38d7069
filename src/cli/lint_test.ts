import assert from "node:assert/strict";
import { lintFiles } from "./lint.ts";
import { type Memory, type MemoryIo, memoryIo } from "./memory_io.ts";

const bad = "[dev]\nregion = eu-west-1\n";
const good = "[profile dev]\nregion = eu-west-1\n";

async function lint(
  args: readonly string[],
  memory: Memory,
): Promise<{ status: number; io: MemoryIo; out: string; err: string }> {
  const io = memoryIo(memory);
  const status = await lintFiles(io, args);
  return { status, io, out: io.written("stdout"), err: io.written("stderr") };
}

Deno.test("lint reads the user's own files where the variables say", async () => {
  const { status, out } = await lint(["--format=concise"], {
    env: { HOME: "/home/me", AWS_CONFIG_FILE: "~/elsewhere" },
    files: { "/home/me/elsewhere": bad, "/home/me/.aws/config": bad },
  });
  assert.equal(status, 1);
  assert.match(out, /^\/home\/me\/elsewhere:1:2: error\[config-missing/);
  assert.doesNotMatch(out, /\.aws/);
});

Deno.test("lint says so when there is nothing to lint", async () => {
  const { status, out, err } = await lint([], { env: { HOME: "/home/me" } });
  assert.equal(status, 0);
  assert.equal(out, "");
  assert.match(err, /nothing to lint: neither \/home\/me\/\.aws\/config nor/);
});

Deno.test("lint says so when a variable names no file", async () => {
  const { status, err } = await lint([], {
    env: { HOME: "/home/me", AWS_CONFIG_FILE: "/nowhere" },
    files: { "/home/me/.aws/credentials": "" },
  });
  assert.equal(status, 0);
  assert.match(err, /AWS_CONFIG_FILE names \/nowhere, which does not exist/);
});

Deno.test("lint asks for HOME where it is not known", async () => {
  const { status, err } = await lint([], {});
  assert.equal(status, 2);
  assert.match(err, /set HOME/);
});

Deno.test("lint finds the home of Windows, and tells of another .aws", async () => {
  const memory: Memory = {
    platform: "windows",
    env: { USERPROFILE: "C:\\Users\\me", HOME: "D:\\unix" },
    files: {
      "C:\\Users\\me\\.aws\\config": bad,
      "D:\\unix\\.aws\\config": good,
    },
  };
  const { out, err } = await lint(["--format=concise"], memory);
  assert.match(out, /^C:\/Users\/me\/\.aws\/config:1:2/);
  assert.match(err, /D:\\unix\\\.aws\\config.*C:\\Users\\me\\\.aws\\config/);
  const drive = await lint(["--format=concise"], {
    ...memory,
    env: { HOMEDRIVE: "C:", HOMEPATH: "\\Users\\me" },
  });
  assert.match(drive.out, /^C:\/Users\/me\/\.aws\/config:1:2/);
});

Deno.test("lint reads a folder, and tells findings of the named file alone", async () => {
  const files = {
    "/work/aws/config": bad,
    "/work/aws/credentials": "[profile dev]\n",
    "/work/aws/config.bak": bad,
    "/work/aws/config~": bad,
  };
  const folder = await lint(["aws", "--format=concise"], { files });
  assert.match(folder.out, /^aws\/config:1:2/);
  assert.match(folder.out, /aws\/credentials:1:/);
  assert.doesNotMatch(folder.out, /bak|~/);
  const one = await lint(["aws/config", "--format=json"], { files });
  const { diagnostics, summary } = JSON.parse(one.out);
  assert.equal(summary.files, 1);
  assert.ok(
    diagnostics.every(({ path }: { path: string }) => path === "aws/config"),
  );
});

Deno.test("lint takes the kind from the name, or from --kind", async () => {
  const files = { "/work/credentials.txt": good, "/work/other": good };
  const rule = "--select=credentials-profile-prefix";
  assert.equal((await lint(["credentials.txt", rule], { files })).status, 1);
  assert.equal((await lint(["other", rule], { files })).status, 0);
  const forced = ["other", rule, "--kind=credentials"];
  assert.equal((await lint(forced, { files })).status, 1);
});

Deno.test("lint goes on behind a path that is missing", async () => {
  const { status, out, err } = await lint(["nowhere", "config", "empty"], {
    files: { "/work/config": bad, "/work/empty/x": "" },
  });
  assert.equal(status, 2);
  assert.match(out, /config:1:2/);
  assert.equal(
    err,
    "awscfg: nowhere does not exist\nawscfg: empty holds neither config nor credentials\n",
  );
});

Deno.test("lint names a file that it may not read", async () => {
  const memory = {
    files: { "/work/config": bad, "/work/credentials": "" },
    closed: ["/work/config"],
  };
  const named = await lint(["config"], memory);
  assert.equal(named.status, 2);
  assert.match(named.err, /config cannot be read: you have no permission/);
  const beside = await lint(["credentials"], memory);
  assert.equal(beside.status, 0);
  assert.match(beside.err, /warning: config beside it cannot be read/);
});

Deno.test("lint reads standard input in the place of a file", async () => {
  const { status, out } = await lint([
    "-",
    "--stdin-filename=aws/config",
    "--format=concise",
  ], { stdin: bad, files: { "/work/aws/config": good } });
  assert.equal(status, 1);
  assert.match(out, /^aws\/config:1:2/);
  const nameless = await lint(["-", "--format=concise"], { stdin: bad });
  assert.match(nameless.out, /^<stdin>:1:2/);
});

Deno.test("lint --fix - writes the file to standard output, and findings beside it", async () => {
  const { status, out, err } = await lint(["--fix", "-"], {
    stdin: "[default]\nregion = eu-west-1",
  });
  assert.equal(status, 0);
  assert.equal(out, "[default]\nregion = eu-west-1\n");
  assert.match(err, /fixed 1, 0 left/);
});

Deno.test("lint --diff shows what would change, masked, and writes nothing", async () => {
  const { status, out, err } = await lint(["--diff", "config"], {
    files: {
      "/work/config": "[default]\naws_secret_access_key = abcdefgh\nregion = x",
    },
  });
  assert.equal(status, 1);
  assert.match(out, /^--- config\n\+\+\+ config\n@@ -1,3 \+1,3 @@\n/);
  assert.match(out, /aws_secret_access_key = \*\*\*\*\n/);
  assert.doesNotMatch(out + err, /abcdefgh/);
  assert.match(err, /no patch/);
});

Deno.test("lint --severity decides the status, --quiet what is shown", async () => {
  const files = { "/work/config": "[default]\nregion = eu-west-1" };
  const select = "--select=missing-final-newline";
  const lax = await lint(["config", select, "--severity=error"], { files });
  assert.equal(lax.status, 0);
  assert.match(lax.out, /missing-final-newline/);
  const quiet = ["config", select, "--severity=error", "--quiet"];
  const hushed = await lint(quiet, { files });
  assert.deepEqual([hushed.out, hushed.err], ["", ""]);
  assert.equal((await lint(["config", select], { files })).status, 1);
  assert.equal((await lint(["config", "--exit-zero"], { files })).status, 0);
});

Deno.test("lint writes a whole JSON document at status 0 too", async () => {
  const { status, out } = await lint(["config", "--format=json"], {
    files: { "/work/config": good },
  });
  assert.equal(status, 0);
  assert.deepEqual(JSON.parse(out).diagnostics, []);
});

Deno.test("lint --client and --ignore take what exists, and --select all of it", async () => {
  const files = { "/work/config": bad };
  const run = (...args: string[]) => lint(["config", ...args], { files });
  assert.equal((await run("--ignore=config-missing-profile-prefix")).status, 0);
  assert.equal((await run("--client", "go,js")).status, 1);
  assert.equal((await run("--select=all")).status, 1);
  for (
    const [args, said] of [
      [["--select=regon-invalid"], 'did you mean "region-invalid"?'],
      [["--ignore=x"], 'no rule "x"'],
      [["--client=botocor"], 'did you mean "botocore"?'],
      [["--format=jsno"], 'did you mean "json"?'],
      [["--sevirity=error"], 'did you mean "--severity"?'],
      [["--format"], "--format needs a value: full"],
      [["--fix=yes"], "--fix takes no value"],
      [["--unsafe-fixes"], "--unsafe-fixes goes with --fix or --diff"],
      [["--stdin-filename=x"], '--stdin-filename goes with "-"'],
    ] as const
  ) {
    const { status, out, err } = await run(...args);
    assert.equal(status, 2, said);
    assert.equal(out, "");
    assert.ok(err.startsWith("awscfg: ") && err.includes(said), err);
    assert.equal(err.split("\n").length, 2);
  }
});

Deno.test("lint asks for nothing of the machine unless the files are the user's own", async () => {
  const io = memoryIo({ files: { "/work/config": good } });
  await lintFiles({
    ...io,
    list: () => assert.fail("the folder was listed"),
    envOf: () => assert.fail("the environment was read"),
  }, ["config"]);
});
