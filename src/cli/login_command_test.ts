import assert from "node:assert/strict";
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { scene, usualConfig } from "../login/testing/scene.ts";
import { throttled } from "../login/testing/stand_in_portal.ts";
import { sideBySide } from "./testing/side_by_side.ts";

sideBySide(
  "login, status and logout, and their statuses",
  async ({ awscfg }) => {
    await using set = await scene();
    const several = await awscfg(set, "login");
    assert.equal(several.status, 2);
    assert.match(
      several.stderr,
      /^awscfg: There are 2 sessions \(corp, https:\/\/old\.awsapps\.com\/start\): name one, or use --all\n$/,
    );
    assert.equal((await awscfg(set, "login", "--check")).status, 2);

    const login = await awscfg(set, "login", "chain", "--device-code");
    assert.equal(login.status, 0, login.stderr);
    assert.match(
      login.stdout,
      /^PROFILE +ACCOUNT +ROLE +RESULT\nprod +111111111111 \(production\) +Admin +ok\n/,
    );
    assert.match(
      login.stderr,
      /AWS_ENDPOINT_URL_SSO is set: tokens go to http:\/\/127\.0\.0\.1/,
    );
    assert.match(login.stderr, /All 3 profiles work\n$/);
    const again = await awscfg(set, "login", "corp");
    assert.match(again.stderr, /Already signed in to corp: 1 h 0 min left/);

    const status = await awscfg(set, "status");
    assert.equal(status.status, 0);
    assert.match(
      status.stdout,
      /^SESSION .*\ncorp +signed in +1 h 0 min +yes +prod, dev, chain\nhttps:\S+ +signed out +- +- +old\n$/,
    );
    assert.deepEqual(
      JSON.parse((await awscfg(set, "status", "--json")).stdout).sessions.map((
        { name, state }: { name: string; state: string },
      ) => [name, state]),
      [["corp", "signed-in"], [null, "signed-out"]],
    );

    const all = await awscfg(set, "login", "--all", "--json", "--device-code");
    const document = JSON.parse(all.stdout);
    assert.deepEqual(
      document.sessions.map((
        { how, signedIn }: { how: string; signedIn: boolean },
      ) => [how, signedIn]),
      [["cached", true], ["signed-in", true]],
    );
    assert.deepEqual(document.summary, {
      sessions: 2,
      signedIn: 2,
      ok: 4,
      failed: 0,
    });
    const check = await awscfg(set, "login", "--check");
    assert.deepEqual([check.status, check.stdout], [0, ""]);

    set.service.state.accounts.delete("222222222222");
    const failing = await awscfg(set, "login", "--check");
    assert.equal(failing.status, 1);
    assert.match(
      failing.stderr,
      /awscfg: dev: account 222222222222 is not assigned to you/,
    );
    assert.equal((await awscfg(set, "status", "--verify")).status, 1);

    const logout = await awscfg(set, "logout", "corp");
    assert.equal(logout.status, 0);
    assert.ok(
      !existsSync(set.tokenFile("corp")) &&
        existsSync(set.tokenFile("https://old.awsapps.com/start")),
    );
    assert.match(
      (await awscfg(set, "logout")).stderr,
      /Signed out of https:\/\/old\.awsapps\.com\/start\n$/,
    );
    assert.match(
      (await awscfg(set, "logout", "--all")).stderr,
      /Nobody was signed in to corp/,
    );
    assert.equal(set.service.of("Logout").length, 2);
  },
);

sideBySide("mistakes are one clear line, and status 2", async ({ awscfg }) => {
  await using set = await scene();
  const says = async (...args: readonly string[]) => {
    const { status, stdout, stderr } = await awscfg(set, ...args);
    assert.deepEqual([status, stdout], [2, ""], stderr);
    return stderr;
  };
  assert.equal(
    await says("login", "crop"),
    'awscfg: There is no session and no profile "crop"\n',
  );
  assert.equal(
    await says("login", "pro"),
    'awscfg: There is no session and no profile "pro"; did you mean "prod"?\n',
  );
  assert.match(
    await says("login", "--all", "corp"),
    /--all goes without names/,
  );
  assert.match(
    await says("login", "--check", "--force"),
    /--check does not sign in/,
  );
  writeFileSync(join(set.home, ".aws", "config"), "[default\nregion = x\n");
  assert.match(
    await says("login"),
    /^awscfg: The AWS CLI cannot read \S+config: run awscfg lint/,
  );
  writeFileSync(
    join(set.home, ".aws", "config"),
    "[default]\nregion = us-east-1\n",
  );
  assert.match(
    await says("login"),
    /^awscfg: There is no session and no SSO profile in /,
  );
  writeFileSync(
    join(set.home, ".aws", "config"),
    usualConfig.replaceAll("eu-central-1", "eu-centrl-1"),
  );
  assert.match(
    await says("login", "corp"),
    /^awscfg: AWS.*\nawscfg: AWS.*\nawscfg: corp: sso_region "eu-centrl-1" is no region; did you mean "eu-central-1"\?\n$/,
  );
});

sideBySide(
  "300 profiles over 20 accounts with random 429s: each is verified exactly once",
  async ({ awscfg }) => {
    const config = usualConfig.split("[profile")[0] +
      Array.from(
        { length: 300 },
        (_, at) =>
          `[profile p${at}]\nsso_session = corp\nsso_account_id = ${
            500000000000 + at % 20
          }\nsso_role_name = Role${Math.floor(at / 20)}\n`,
      ).join("");
    await using set = await scene({ config });
    const { service } = set;
    for (let account = 0; account < 20; account++) {
      // One role in each account is not assigned.
      const roles = Array.from({ length: 15 }, (_, role) => `Role${role}`)
        .filter((role) => role !== `Role${account % 15}`);
      service.state.accounts.set(String(500000000000 + account), {
        name: `account ${account}`,
        roles,
      });
    }
    let seed = 7;
    const random = () => (seed = seed * 48271 % 2147483647) / 2147483647;
    const served = new Map<string, number>();
    service.fault = ({ operation, query }) => {
      if (!/^(?:Get|List)/.test(operation)) return undefined;
      if (random() < 0.15) return throttled;
      if (operation === "GetRoleCredentials") {
        const pair = `${query.get("account_id")} ${query.get("role_name")}`;
        served.set(pair, (served.get(pair) ?? 0) + 1);
      }
      return undefined;
    };
    const { status, stdout } = await awscfg(
      set,
      "login",
      "corp",
      "--device-code",
      "--json",
    );
    assert.equal(status, 1);
    const { summary, sessions: [{ profiles }] } = JSON.parse(stdout);
    assert.deepEqual(summary, {
      sessions: 1,
      signedIn: 1,
      ok: 280,
      failed: 20,
    });
    assert.equal(
      new Set(profiles.map(({ profile }: { profile: string }) => profile)).size,
      300,
    );
    assert.equal(
      profiles.filter(({ status }: { status: string }) =>
        status === "role-not-assigned"
      ).length,
      20,
    );
    assert.equal(served.size, 300);
    assert.ok(
      [...served.values()].every((count) => count === 1),
      "each exactly once",
    );
    const times = service.asked.filter(({ operation }) =>
      /^(?:Get|List)/.test(operation)
    ).map(({ at }) => at);
    for (let at = 24; at < times.length; at++) {
      // Four more than 20, since what is sent in time may arrive late.
      assert.ok(
        times[at] - times[at - 24] >= 1000,
        `25 requests within ${times[at] - times[at - 24]} ms`,
      );
    }
  },
);
