import assert from "node:assert/strict";
import {
  existsSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { loginSession } from "./login_session.ts";
import { logoutSession } from "./logout_session.ts";
import { plainLogin, type Scene, scene } from "./testing/scene.ts";
import type { Token } from "./token.ts";

const options = {
  ...plainLogin,
  deviceCode: true,
  noBrowser: true,
  noVerify: true,
};
const check = { ...options, check: true };

async function signedIn(set: Scene): Promise<Record<string, string>> {
  await loginSession(set.place, { session: set.session("corp"), options });
  return set.token("corp");
}

/** Writes the token back as if it ended in so many seconds. */
function ending(set: Scene, seconds: number, more: Partial<Token> = {}): void {
  const { expiresAt: _, registrationExpiresAt, ...token } = set.token("corp");
  set.putToken("corp", {
    ...token as unknown as Token,
    expiresAt: new Date(Date.now() + seconds * 1000),
    registrationExpiresAt: new Date(registrationExpiresAt),
    ...more,
  });
}

const how = async (set: Scene, given = options) => {
  const { how, failure } = await loginSession(set.place, {
    session: set.session("corp"),
    options: given,
  });
  return how ?? failure?.code;
};

Deno.test("ensureToken() uses a token that is good, and refreshes one that is not", async () => {
  await using set = await scene();
  const first = await signedIn(set);
  assert.equal(await how(set), "cached");
  ending(set, 14 * 60);
  assert.equal(await how(set), "refreshed");
  const second = set.token("corp");
  assert.notEqual(second.accessToken, first.accessToken);
  assert.notEqual(second.refreshToken, first.refreshToken);
  assert.equal(second.registrationExpiresAt, first.registrationExpiresAt);
  ending(set, -3600);
  assert.equal(await how(set, check), "refreshed");
  assert.equal(statSync(set.tokenFile("corp")).mode & 0o777, 0o600);
});

Deno.test("ensureToken() keeps the refresh token where none comes back", async () => {
  await using set = await scene();
  const { refreshToken } = await signedIn(set);
  set.service.state.rotates = false;
  ending(set, 60);
  assert.equal(await how(set), "refreshed");
  assert.equal(set.token("corp").refreshToken, refreshToken);
});

Deno.test("ensureToken() signs in where a refresh is refused, and asks nobody with --check", async () => {
  await using set = await scene();
  await signedIn(set);
  set.service.state.refreshTokens.clear();
  ending(set, -10);
  assert.equal(await how(set, check), "session-ended");
  assert.equal(
    set.token("corp").refreshToken,
    undefined,
    "the spent refresh token is dropped",
  );
  assert.equal(await how(set), "signed-in");
});

Deno.test("ensureToken() uses a token to its end while the network is away", async () => {
  await using set = await scene();
  await signedIn(set);
  ending(set, 300);
  set.service.fault = () => "hang up";
  assert.equal(await how(set), "cached");
  ending(set, -300);
  assert.equal(await how(set), "network");
  assert.ok(set.token("corp").refreshToken, "it may be used again later");
});

Deno.test("ensureToken() with --check: what is not there, what cannot be refreshed", async () => {
  await using set = await scene();
  assert.equal(await how(set, check), "not-signed-in");
  await signedIn(set);
  ending(set, 300, { refreshToken: undefined });
  assert.equal(await how(set, check), "cached");
  ending(set, -300, { refreshToken: undefined });
  assert.equal(await how(set, check), "session-ended");
});

Deno.test("ensureToken() does not use the token of another portal or region", async () => {
  await using set = await scene();
  await signedIn(set);
  ending(set, 3600, { region: "us-east-1" });
  assert.equal(await how(set, check), "session-ended");
  ending(set, 3600, { startUrl: "https://other.awsapps.com/start" });
  assert.equal(await how(set), "signed-in");
  ending(set, 3600, { startUrl: "https://corp.awsapps.com/start/#/" });
  assert.equal(await how(set), "cached", "another spelling of one portal");
  ending(set, 3600, {
    startUrl: undefined,
    region: undefined,
    clientId: undefined,
  });
  assert.equal(await how(set), "cached", "the least that a tool may write");
});

Deno.test("ensureToken() with --force and --new-session", async () => {
  await using set = await scene();
  await signedIn(set);
  assert.equal(await how(set, { ...options, force: true }), "signed-in");
  assert.equal(set.service.of("Logout").length, 0);
  assert.equal(await how(set, { ...options, newSession: true }), "signed-in");
  assert.equal(set.service.of("Logout").length, 1);
  assert.equal(set.service.state.ended.size, 1);
});

Deno.test("ensureToken() survives any rubbish in the place of the file", async () => {
  for (
    const rubbish of [
      "",
      "{",
      "[1]",
      '{"accessToken":7,"expiresAt":[]}',
      "\u0000".repeat(100),
    ]
  ) {
    await using set = await scene();
    await signedIn(set);
    writeFileSync(set.tokenFile("corp"), rubbish);
    assert.equal(await how(set, check), "not-signed-in");
    assert.equal(await how(set), "signed-in");
  }
});

Deno.test("loginSession() signs in anew, once, where a good token was signed out elsewhere", async () => {
  await using set = await scene();
  await signedIn(set);
  set.service.state.bearers.clear();
  const verified = { ...options, noVerify: false };
  const checked = await loginSession(set.place, {
    session: set.session("corp"),
    options: { ...verified, check: true },
  });
  assert.equal(checked.failure?.code, "session-ended");
  const { how, verdicts } = await loginSession(set.place, {
    session: set.session("corp"),
    options: verified,
  });
  assert.equal(how, "signed-in");
  assert.deepEqual(verdicts?.map(({ finding }) => finding), ["ok", "ok", "ok"]);
});

Deno.test("logoutSession() ends that session alone, and removes that token alone", async () => {
  await using set = await scene();
  await signedIn(set);
  await loginSession(set.place, { session: set.session("old"), options });
  const before = readdirSync(set.cache);
  ending(set, -60);
  assert.equal(
    await logoutSession(set.place, set.session("corp")),
    "ended",
    "with a refreshed token",
  );
  assert.ok(!existsSync(set.tokenFile("corp")));
  assert.equal(
    readdirSync(set.cache).length,
    before.length - 1,
    "registrations and the other token stay",
  );
  assert.equal(set.service.of("Logout").length, 1);
  assert.equal(await logoutSession(set.place, set.session("corp")), "none");
  set.service.state.bearers.clear();
  assert.equal(await logoutSession(set.place, set.session("old")), "already");
});

Deno.test("logoutSession() removes the token, and says that the server was not told", async () => {
  await using set = await scene();
  await signedIn(set);
  set.service.fault = () => "hang up";
  const ended = await logoutSession(set.place, set.session("corp"));
  assert.match(
    (ended as { message: string }).message,
    /removed here, but the session goes on at the server/,
  );
  assert.ok(!existsSync(set.tokenFile("corp")));
});

Deno.test("nothing of a role's credentials is kept", async () => {
  await using set = await scene();
  await loginSession(set.place, {
    session: set.session("corp"),
    options: { ...options, noVerify: false },
  });
  for (
    const name of readdirSync(set.home, { recursive: true, encoding: "utf8" })
  ) {
    const file = join(set.home, name);
    if (!statSync(file).isFile()) continue;
    assert.doesNotMatch(
      readFileSync(file, "utf8"),
      /SECRET-s(?:ecret-access-key|ession-token)|ASIA/,
    );
  }
});

Deno.test("loginSession() says that the cache cannot be used", async () => {
  await using set = await scene();
  writeFileSync(join(set.home, ".aws", "sso"), "");
  assert.equal(await how(set), "cache");
  assert.equal(set.service.asked.length, 0, "nothing is asked for in vain");
});
