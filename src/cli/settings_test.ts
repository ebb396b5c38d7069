import assert from "node:assert/strict";
import { lintFiles } from "./lint.ts";
import { type Memory, memoryIo } from "./memory_io.ts";

const config = '[default]\nregion = "moon-1"\noutput = json';

async function lint(args: readonly string[], memory: Memory) {
  const io = memoryIo({ env: { HOME: "/home/me" }, ...memory });
  const status = await lintFiles(io, ["--format=concise", ...args]);
  return { status, out: io.written("stdout"), err: io.written("stderr") };
}

const off = (...rules: string[]) =>
  JSON.stringify({
    rules: Object.fromEntries(rules.map((one) => [one, "off"])),
  });

Deno.test("lint takes the nearest settings, up to a .git or the home folder", async () => {
  const run = (files: Record<string, string>, path = "/home/me/a/b/config") =>
    lint([path], { files: { [path]: config, ...files } });
  const has = async (rule: string, files: Record<string, string>) =>
    (await run(files)).out.includes(`[${rule}]`);
  const quoted = off("value-quoted");
  assert.ok(await has("value-quoted", {}));
  assert.ok(!await has("value-quoted", { "/home/me/a/awscfg.json": quoted }));
  assert.ok(!await has("value-quoted", { "/home/me/awscfg.json": quoted }));
  assert.ok(await has("value-quoted", { "/home/awscfg.json": quoted }));
  assert.ok(
    await has("value-quoted", {
      "/home/me/awscfg.json": quoted,
      "/home/me/a/b/awscfg.json": "{}",
    }),
  );
  assert.ok(
    await has("value-quoted", {
      "/home/me/awscfg.json": quoted,
      "/home/me/a/.git/HEAD": "",
    }),
  );
  assert.ok(
    !await has("value-quoted", {
      "/home/me/.config/awscfg/awscfg.json": quoted,
    }),
  );
  const own = await lint(["/srv/config"], {
    env: { HOME: "/home/me", XDG_CONFIG_HOME: "/xdg" },
    files: { "/srv/config": config, "/xdg/awscfg/awscfg.json": quoted },
  });
  assert.doesNotMatch(own.out, /value-quoted/);
});

Deno.test("lint finds the settings of Windows", async () => {
  const { out } = await lint(["C:\\work\\config"], {
    platform: "windows",
    env: {
      USERPROFILE: "C:\\Users\\me",
      APPDATA: "C:\\Users\\me\\AppData\\Roaming",
    },
    files: {
      "C:\\work\\config": config,
      "C:\\Users\\me\\AppData\\Roaming\\awscfg\\awscfg.json": off(
        "value-quoted",
      ),
    },
  });
  assert.doesNotMatch(out, /value-quoted/);
  assert.match(out, /missing-final-newline/);
});

Deno.test("lint refuses settings with mistakes, and lints nothing", async () => {
  const { status, out, err } = await lint(["config"], {
    files: {
      "/work/config": config,
      "/work/awscfg.json":
        '{\n  "rulse": {},\n  "rules": { "value-quoted": "of" },\n  "clients": ["golang"]\n}',
    },
  });
  assert.equal(status, 2);
  assert.equal(out, "");
  assert.equal(
    err,
    'awscfg: awscfg.json:2:3: There is no setting "rulse"; did you mean "rules"?\n' +
      'awscfg: awscfg.json:3:30: "value-quoted" must be off, error, warning, info, not "of"; did you mean "off"?\n' +
      'awscfg: awscfg.json:4:15: "clients" must be botocore, js, go, rust, java, dotnet, crt, not "golang"; did you mean "go"?\n',
  );
});

Deno.test("lint sets levels, and runs a rule that is off when it has one", async () => {
  const files = {
    "/work/config": "[default]\nregion=eu-west-1\noutput = json",
    "/work/awscfg.json":
      '{"rules": {"spacing-style": "error", "missing-final-newline": "info"}}',
  };
  const { out, status } = await lint(["config"], { files });
  assert.match(out, /error\[spacing-style\]/);
  assert.match(out, /info\[missing-final-newline\]/);
  assert.equal(status, 1);
  const ignored = await lint(["config", "--ignore=spacing-style"], { files });
  assert.doesNotMatch(ignored.out, /spacing-style/);
  const isolated = await lint(["config", "--isolated"], { files });
  assert.doesNotMatch(isolated.out, /spacing-style/);
  const selected = await lint(["config", "--select=spacing-style"], { files });
  assert.match(selected.out, /error\[spacing-style\]/);
});

Deno.test("lint --select finds what the settings put off", async () => {
  const { out } = await lint(["config", "--select=value-quoted"], {
    files: { "/work/config": config, "/work/awscfg.json": off("value-quoted") },
  });
  assert.match(out, /value-quoted/);
});

Deno.test("lint takes overrides for the files that match", async () => {
  const files = {
    "/work/ci/config": config,
    "/work/ci/credentials": "[default]\naws_access_key_id = x",
    "/work/awscfg.json": JSON.stringify({
      overrides: [{
        files: ["ci/config"],
        rules: { "missing-final-newline": "off", "value-quoted": "info" },
        extraRegions: ["moon-1"],
      }],
    }),
  };
  const { out } = await lint(["ci"], { files });
  assert.match(out, /^ci\/config:2:\d+: info\[value-quoted\]/m);
  assert.doesNotMatch(out, /region-invalid/);
  assert.doesNotMatch(out, /ci\/config.*missing-final/);
  assert.match(out, /ci\/credentials.*missing-final/);
});

Deno.test("lint --config takes that file, and says so when it is missing", async () => {
  const files = {
    "/work/config": config,
    "/etc/ours.json": off("value-quoted"),
  };
  const named = await lint(["config", "--config=/etc/ours.json"], { files });
  assert.doesNotMatch(named.out, /value-quoted/);
  const missing = await lint(["config", "--config=nowhere"], { files });
  assert.deepEqual([missing.status, missing.err], [
    2,
    "awscfg: nowhere does not exist\n",
  ]);
  const both = await lint(["config", "--config=x", "--isolated"], { files });
  assert.equal(both.status, 2);
});

Deno.test("lint leaves out what bothers other clients alone", async () => {
  const files = {
    "/work/config": "[default]\ns3 =\n  addressing_style = pth\n",
    "/work/awscfg.json": '{"clients": ["botocore"]}',
  };
  assert.match((await lint(["config"], { files })).out, /value-invalid/);
  const other = await lint(["config", "--client=rust"], { files });
  assert.match(other.out + other.err, /value-invalid|No findings/);
});

Deno.test("lint --show-settings and --show-files tell what counts", async () => {
  const files = {
    "/work/config": config,
    "/work/credentials": "",
    "/work/awscfg.json":
      '{"rules": {"value-quoted": "info"}, "clients": ["go"]}',
  };
  const shown = await lint(["config", "--show-settings"], { files });
  assert.equal(shown.status, 0);
  const [one, ...more] = JSON.parse(shown.out).files;
  assert.equal(more.length, 0);
  assert.equal(one.path, "config");
  assert.equal(one.settings, "awscfg.json");
  assert.deepEqual(one.clients, ["go"]);
  assert.equal(one.rules["value-quoted"], "info");
  assert.equal(one.rules["spacing-style"], "off");
  const listed = await lint([".", "--show-files"], { files });
  assert.equal(listed.out, "config\ncredentials\n");
});
