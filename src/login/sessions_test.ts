import assert from "node:assert/strict";
import { ini } from "../text/ini.ts";
import { namedSessions } from "./choice.ts";
import { usualConfig } from "./testing/scene.ts";
import { openDocument } from "../model/document.ts";
import { botocore } from "../readers/botocore.ts";
import { type Sessions, sessionsOf } from "./sessions.ts";

function read(config: string): Sessions {
  const bytes = new TextEncoder().encode(config);
  const document = openDocument({ path: "config", kind: "config", bytes });
  return sessionsOf(botocore({ documents: [document] }));
}

Deno.test("sessionsOf() sorts profiles by session, chains by their root, legacy ones by start URL", () => {
  const { sessions, outside } = read(usualConfig);
  assert.deepEqual(
    sessions.map((
      { key, scopes, members },
    ) => [key, scopes, members.map(({ profile }) => profile)]),
    [
      ["corp", ["sso:account:access"], ["prod", "dev", "chain"]],
      ["https://old.awsapps.com/start", [], ["old"]],
    ],
  );
  assert.deepEqual(sessions[0].members[2], {
    profile: "chain",
    account: "222222222222",
    role: "ReadOnly",
    assumes: "arn:aws:iam::333333333333:role/deploy",
  });
  assert.equal(outside.size, 0);
});

Deno.test("sessionsOf() says why a profile cannot work", () => {
  const { sessions, outside } = read(ini`
    [sso-session a]
    sso_start_url = https://a.awsapps.com/start
    sso_region = us-eats-1

    [sso-session b]
    sso_start_url = https://b.awsapps.com/start

    [profile lost]
    sso_session = c
    sso_account_id = 111111111111
    sso_role_name = Admin

    [profile half]
    sso_session = b
    sso_account_id = 111111111111

    [profile token]
    sso_session = b

    [profile keys]
    aws_access_key_id = AKIAIOSFODNN7EXAMPLE
    aws_secret_access_key = x

    [profile one]
    sso_start_url = https://l.awsapps.com/start
    sso_region = us-east-1
    sso_account_id = 111111111111
    sso_role_name = Admin

    [profile two]
    sso_start_url = https://l.awsapps.com/start
    sso_region = eu-west-1
    sso_account_id = 111111111111
    sso_role_name = Admin
  `);
  assert.match(
    sessions[0].problem!,
    /"us-eats-1" is no region; did you mean "us-east-1"\?/,
  );
  assert.equal(sessions[1].problem, "sso_region is missing");
  assert.ok(outside.get("lost")?.broken);
  assert.match(outside.get("lost")!.reason, /"c"/);
  assert.deepEqual(outside.get("keys"), {
    reason: "it does not take its credentials from SSO",
    broken: false,
  });
  const [half] = sessions[1].members;
  assert.match(half.problem!, /sso_role_name/);
  const two = sessions[2].members[1];
  assert.match(
    two.problem!,
    /sso_region is "eu-west-1" here and "us-east-1" in profile one/,
  );
});

Deno.test("namedSessions() takes sessions, profiles and start URLs", () => {
  const known = read(
    usualConfig +
      "[profile corp]\nsso_start_url = https://old.awsapps.com/start\nsso_region = eu-central-1\nsso_account_id = 111111111111\nsso_role_name = Admin\n[profile static]\nregion = x\n",
  );
  const keys = (...names: string[]) => {
    const choice = namedSessions(known, names);
    return "code" in choice
      ? choice.message
      : choice.sessions.map(({ key }) => key);
  };
  assert.deepEqual(keys("dev", "prod", "chain"), ["corp"]);
  assert.deepEqual(keys("old", "corp"), [
    "https://old.awsapps.com/start",
    "corp",
  ]);
  assert.deepEqual(keys("https://old.awsapps.com/start"), [
    "https://old.awsapps.com/start",
  ]);
  assert.equal(
    keys("prodd"),
    'There is no session and no profile "prodd"; did you mean "prod"?',
  );
  assert.match(
    keys("static") as string,
    /Profile "static" cannot be signed in to: /,
  );
  const both = namedSessions(known, ["corp"]);
  assert.deepEqual("remarks" in both && both.remarks, [
    '"corp" is both a session and a profile: the session is meant',
  ]);
});
