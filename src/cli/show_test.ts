import assert from "node:assert/strict";
import { ini } from "../text/ini.ts";
import { memoryIo } from "./memory_io.ts";
import { run } from "./run.ts";

const config = ini`
  [sso-session corp]
  sso_start_url = https://corp.awsapps.com/start
  sso_region = eu-west-1
  sso_registration_scopes = sso:account:access

  [profile dev]
  sso_session = corp
  sso_account_id = 123456789011
  sso_role_name = Dev
  region = eu-west-1

  [profile both]
  sso_start_url = https://corp.awsapps.com/start
  sso_region = eu-west-1
  sso_account_id = 123456789011
  sso_role_name = Dev

  [profile deploy]
  role_arn = arn:aws:iam::123456789022:role/Deploy
  source_profile = dev
`;
const credentials = ini`
  [both]
  aws_access_key_id = AKIAIOSFODNN7EXAMPLE
  aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY
`;

async function show(
  ...args: readonly string[]
): Promise<{ status: number; out: string; err: string }> {
  const io = memoryIo({
    args: ["show", ...args],
    env: { HOME: "/home/me" },
    files: {
      "/home/me/.aws/config": config,
      "/home/me/.aws/credentials": credentials,
    },
  });
  const status = await run(io);
  return { status, out: io.written("stdout"), err: io.written("stderr") };
}

Deno.test("show marks the profiles that clients read differently", async () => {
  const { status, out } = await show();
  assert.equal(status, 0);
  assert.match(out, /^ {3}dev +SSO +123456789011 +Dev +eu-west-1$/m);
  assert.match(out, /^≠ {2}both /m);
  assert.match(out, /^\n1 profile that clients read differently/m);
});

Deno.test("show puts the readings of one profile side by side, with their places", async () => {
  const { out } = await show("both");
  assert.match(out, /botocore, Rust, Java/);
  assert.match(
    out,
    /^≠ {2}source .*SSO, legacy \(config:13\).*access keys \(credentials:2\)/m,
  );
  assert.doesNotMatch(out, /wJalr/);
});

Deno.test("show tells a role by what it is assumed with", async () => {
  const { out } = await show("deploy", "--client", "botocore,js");
  assert.match(out, /every client/);
  assert.match(out, /role, assumed with SSO \(config:19\)/);
  assert.match(out, /account +123456789022/);
});

Deno.test("show writes JSON for machines", async () => {
  const { out } = await show("both", "--json");
  const { version, profiles: [both] } = JSON.parse(out);
  assert.equal(version, 1);
  assert.ok(both.differing.includes("source"));
  assert.equal(both.clients.js.source.value, "access keys");
  assert.equal(both.clients.rust.account.value, "123456789011");
});

Deno.test("show draws sessions, profiles and roles as a tree", async () => {
  const { out } = await show("--tree");
  assert.equal(
    out,
    "sso-session corp  https://corp.awsapps.com/start\n" +
      "└─ dev  123456789011 Dev\n" +
      "   └─ deploy  arn:aws:iam::123456789022:role/Deploy\n" +
      "https://corp.awsapps.com/start  legacy\n" +
      "└─ both  123456789011 Dev\n",
  );
  const mermaid = await show("--format", "mermaid");
  assert.match(mermaid.out, /^flowchart LR\n/);
});

Deno.test("show refuses names that are not there", async () => {
  assert.deepEqual(await show("deplyo"), {
    status: 2,
    out: "",
    err: 'awscfg: There is no profile "deplyo"; did you mean "deploy"?\n',
  });
  assert.equal((await show("--client", "cobol")).status, 2);
  assert.equal((await show("a", "b")).status, 2);
});
