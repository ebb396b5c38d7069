import assert from "node:assert/strict";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { peer } from "../login/testing/peer.ts";
import { type Scene, scene, usualConfig } from "../login/testing/scene.ts";
import { onDeno, programs, run } from "./testing/program.ts";

const here = (name: string) =>
  fileURLToPath(new URL(`../../conformance/login/${name}`, import.meta.url));
const denoCommand = onDeno.command[0];

/** The newest program that there is: the compiled one, else that on Deno. */
const awscfg = programs.at(-1)!;

interface Client {
  readonly name: string;
  /** The access key that it gets for a profile, or what it says. */
  readonly key: (set: Scene, profile: string) => Promise<string>;
}

async function answerOf(
  command: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<string> {
  const { stdout, stderr } = await run(command, { env });
  try {
    const { accessKeyId, AccessKeyId, error, message } = JSON.parse(stdout);
    return accessKeyId ?? AccessKeyId ?? `${error}: ${message}`;
  } catch {
    return `${stdout}${stderr}`;
  }
}

/** Where Debian has the models of its AWS CLI. */
const models = "/usr/lib/python3/dist-packages/awscli/botocore/data";

/** The AWS CLI 2.9.19 knows no variable for the address, but takes another model of the service. */
function awsEnv(
  { home, env, service }: Scene,
): Readonly<Record<string, string>> {
  // Later versions take the variables, as boto3 does.
  if (!existsSync(models)) return env;
  const data = join(home, "models");
  const rules = [{
    conditions: [],
    type: "endpoint",
    endpoint: { url: service.url, properties: {}, headers: {} },
  }];
  for (const name of ["sso", "sso-oidc"]) {
    const from = `${models}/${name}/2019-06-10`;
    const to = join(data, name, "2019-06-10");
    mkdirSync(to, { recursive: true });
    const file = "endpoint-rule-set-1.json";
    const known = JSON.parse(readFileSync(join(from, file), "utf8"));
    writeFileSync(join(to, file), JSON.stringify({ ...known, rules }));
  }
  return { ...env, AWS_DATA_PATH: data };
}

function clients(): readonly Client[] {
  const aws = peer("aws-cli");
  const botocore = peer("botocore");
  return [
    ...(aws
      ? [{
        name: "aws-cli",
        key: (set: Scene, profile: string) =>
          answerOf([
            ...aws,
            "configure",
            "export-credentials",
            "--profile",
            profile,
          ], awsEnv(set)),
      }]
      : []),
    ...(botocore
      ? [{
        name: "botocore",
        key: (set: Scene, profile: string) =>
          answerOf(
            [...botocore, here("botocore_credentials.py"), profile],
            set.env,
          ),
      }]
      : []),
    {
      name: "js",
      key: (set: Scene, profile: string) =>
        answerOf([
          denoCommand,
          "run",
          "-A",
          "--quiet",
          here("js_credentials.mjs"),
          profile,
        ], set.env),
    },
  ];
}

const KEY = "ASIASTANDINSTANDIN42";

/** Moves the end of a token, as if time had passed. */
function endsIn(set: Scene, seconds: number, key = "corp"): void {
  const time = new Date(Date.now() + seconds * 1000).toISOString().replace(
    /\.\d+Z/,
    "Z",
  );
  writeFileSync(
    set.tokenFile(key),
    JSON.stringify({ ...set.token(key), expiresAt: time }),
  );
}

Deno.test("the stand-in is one that the real AWS CLI signs in to and out of", async () => {
  const aws = peer("aws-cli");
  if (!aws) return;
  await using set = await scene();
  set.service.state.polls = ["pending", "granted"];
  const env = awsEnv(set);
  const login = await run([
    ...aws,
    "sso",
    "login",
    "--sso-session",
    "corp",
    "--no-browser",
  ], { env });
  assert.equal(login.status, 0, login.stdout + login.stderr);
  assert.match(login.stdout, /ABCD-EFGH/);
  // What awscfg registers and keeps is what the AWS CLI does.
  const [{ body }] = set.service.of("RegisterClient");
  assert.deepEqual(body, {
    clientName: "botocore-client-corp",
    clientType: "public",
    scopes: ["sso:account:access"],
  });
  const written = set.token("corp");
  const files = set.cacheFiles();
  // Then awscfg uses that token, and leaves the registration alone.
  const used = await run([...awscfg.command, "login", "corp"], {
    env: set.env,
  });
  assert.equal(used.status, 0, used.stderr);
  assert.match(used.stderr, /Already signed in/);
  assert.deepEqual(set.cacheFiles(), files);
  endsIn(set, -60);
  assert.equal(
    (await run([...awscfg.command, "login", "--check", "corp"], {
      env: set.env,
    })).status,
    0,
    "refreshed",
  );
  assert.notEqual(set.token("corp").accessToken, written.accessToken);
  assert.deepEqual(
    Object.keys(set.token("corp")).sort(),
    Object.keys(written).sort(),
  );
  // Our own sign-in has the same shape.
  const anew = await run([
    ...awscfg.command,
    "login",
    "corp",
    "--force",
    "--device-code",
  ], { env: set.env });
  assert.equal(anew.status, 0);
  assert.deepEqual(
    Object.keys(set.token("corp")).sort(),
    Object.keys(written).sort(),
  );
  assert.deepEqual(
    files.filter((name) => !set.cacheFiles().includes(name)),
    [],
    "the AWS CLI's registration stays",
  );
  const logout = await run([...aws, "sso", "logout"], { env });
  assert.equal(logout.status, 0, logout.stderr);
  assert.equal(set.service.of("Logout").length, 1);
  assert.equal(
    (await run([...awscfg.command, "login", "--check", "corp"], {
      env: set.env,
    })).status,
    2,
  );
});

Deno.test("a token of awscfg is used and refreshed by the AWS CLI, botocore and the JavaScript SDK", async () => {
  await Promise.all(
    clients().map(async ({ name, key }) => {
      // The AWS CLI keeps the credentials of a role: each question is about another one.
      const config =
        `${usualConfig}[profile other]\nsso_session = corp\nsso_account_id = 111111111111\nsso_role_name = ReadOnly\n`;
      await using set = await scene({ config });
      const login = await run([
        ...awscfg.command,
        "login",
        "--all",
        "--device-code",
        "--no-verify",
      ], { env: set.env });
      assert.equal(login.status, 0, login.stderr);
      assert.equal(await key(set, "prod"), KEY, name);
      assert.equal(await key(set, "old"), KEY, `${name}, legacy`);
      const { accessToken } = set.token("corp");
      endsIn(set, 120);
      assert.equal(await key(set, "dev"), KEY, `${name}, refreshed`);
      assert.notEqual(set.token("corp").accessToken, accessToken, name);
      // And what the client made of the file is good for awscfg.
      const { status, stderr } = await run([
        ...awscfg.command,
        "login",
        "--check",
        "corp",
      ], { env: set.env });
      assert.equal(status, 0, `${name}: ${stderr}`);
      assert.equal(set.service.of("RegisterClient").length, 2, name);
      // The stand-in's errors are those of the service, as the clients know them.
      set.service.state.accounts.clear();
      const refused = await key(set, "other");
      assert.match(refused, /ForbiddenException|Forbidden|No access/, name);
      set.service.state.bearers.clear();
      const ended = await key(set, "other");
      assert.match(ended, /Unauthorized|SSO session|Session token/, name);
    }),
  );
});
