import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { networkInterfaces, tmpdir } from "node:os";
import { join } from "node:path";
import { authorizeUrl } from "./authorize_url.ts";
import { loginSession } from "./login_session.ts";
import { plainLogin, type Scene, scene } from "./testing/scene.ts";

const options = { ...plainLogin, noBrowser: true, noVerify: true };
const desktop = { DISPLAY: ":0" };

/** Starts a sign-in, and gives the address that it prints. */
async function begin(set: Scene) {
  const run = loginSession(set.place, {
    session: set.session("corp"),
    options,
  });
  let found: RegExpExecArray | null;
  for (;;) {
    found = /\n {2}(http\S+)\n/.exec(set.output.stderr);
    if (found) break;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  const url = new URL(found[1]);
  return { run, url, back: new URL(url.searchParams.get("redirect_uri")!) };
}

async function page(
  url: URL | string,
  init?: RequestInit,
): Promise<{ status: number; text: string }> {
  const answer = await fetch(url, init);
  return { status: answer.status, text: await answer.text() };
}

Deno.test("authorizationCode() asks as the AWS CLI 2.36.7 does", async () => {
  await using set = await scene({ env: desktop });
  const { run, url, back } = await begin(set);
  assert.deepEqual(set.service.of("RegisterClient")[0].body, {
    clientName: "awscfg",
    clientType: "public",
    grantTypes: ["authorization_code", "refresh_token"],
    redirectUris: ["http://127.0.0.1/oauth/callback"],
    issuerUrl: "https://corp.awsapps.com/start",
    scopes: ["sso:account:access"],
  });
  assert.deepEqual([...url.searchParams.keys()], [
    "response_type",
    "client_id",
    "redirect_uri",
    "state",
    "code_challenge_method",
    "scopes",
    "code_challenge",
  ]);
  assert.equal(url.pathname, "/authorize");
  assert.match(back.href, /^http:\/\/127\.0\.0\.1:\d+\/oauth\/callback$/);
  const { status, text } = await page(url);
  assert.equal(status, 200);
  assert.match(text, /<h1>Signed in<\/h1>/);
  assert.equal((await run).how, "signed-in");
  const [{ body }] = set.service.of("CreateToken");
  assert.deepEqual(Object.keys(body).sort(), [
    "clientId",
    "clientSecret",
    "code",
    "codeVerifier",
    "grantType",
    "redirectUri",
  ]);
  assert.equal(body.redirectUri, back.href);
  assert.match(body.codeVerifier, /^[\w.~-]{43,128}$/);
  assert.ok(set.token("corp").refreshToken);
});

Deno.test("authorizeUrl() is the AWS CLI's, byte for byte", () => {
  const url = authorizeUrl(new URL("https://oidc.eu-central-1.amazonaws.com"), {
    clientId: "client",
    redirectUri: "http://127.0.0.1:39917/oauth/callback",
    state: "7a8c",
    scopes: ["sso:account:access"],
    codeVerifier: "verifier",
  });
  assert.equal(
    url.href,
    "https://oidc.eu-central-1.amazonaws.com/authorize?response_type=code&client_id=client&redirect_uri=http%3A%2F%2F127.0.0.1%3A39917%2Foauth%2Fcallback&state=7a8c&code_challenge_method=S256&scopes=sso%3Aaccount%3Aaccess&code_challenge=iMnq5o6zALKXGivsnlom_0F5_WYda32GHkxlV7mq7hQ",
  );
});

Deno.test("authorizationCode() takes nothing but the one answer, on 127.0.0.1 alone", async () => {
  await using set = await scene({ env: desktop });
  const { run, url, back } = await begin(set);
  assert.equal((await page(new URL("/favicon.ico", back))).status, 404);
  assert.equal((await page(back)).status, 404);
  assert.equal(
    (await page(`${back.href}?code=x`, { method: "POST" })).status,
    404,
  );
  for (
    const address of Object.values(networkInterfaces()).flat().filter((one) =>
      one && !one.internal && one.family === "IPv4"
    )
  ) {
    await assert.rejects(
      fetch(`http://${address!.address}:${back.port}/oauth/callback?code=x`),
    );
  }
  // Another name that leads to this machine.
  await assert.rejects(
    fetch(`http://localhost:${back.port}/`).then(({ status }) => {
      if (status === 404) throw new Error("refused");
    }),
  );
  await page(url);
  assert.equal((await run).how, "signed-in");
  await assert.rejects(fetch(back), "the port is closed");
});

Deno.test("authorizationCode() stops at a wrong state and at a denial, and says so in the browser too", async () => {
  await Promise.all((["wrong-state", "deny"] as const).map(async (consent) => {
    await using set = await scene({ env: desktop });
    set.service.state.consent = consent;
    const { run, url } = await begin(set);
    assert.match((await page(url)).text, /<h1>Not signed in<\/h1>/);
    const { failure } = await run;
    assert.equal(failure?.code, consent === "deny" ? "denied" : "refused");
    if (consent === "wrong-state") {
      assert.match(failure!.message, /--device-code/);
    }
    assert.equal(set.service.of("CreateToken").length, 0);
  }));
});

Deno.test("authorizationCode() shows what the service says as text, and what it means", async () => {
  await using set = await scene({ env: desktop });
  const { run, back, url } = await begin(set);
  back.search = new URLSearchParams({
    error: "server_error",
    error_description: "<script>x</script>\u001b[31m",
    state: url.searchParams.get("state")!,
  }).toString();
  const { text } = await page(back);
  assert.ok(!text.includes("<script>"));
  const { failure } = await run;
  assert.match(failure!.message, /refused the sign-in/);
  assert.ok(!failure!.message.includes("\u001b"));
});

Deno.test("authorizationCode() gives way to a code where no browser opens", async () => {
  const folder = mkdtempSync(join(tmpdir(), "awscfg-browser-"));
  try {
    const browser = join(folder, "browser");
    writeFileSync(browser, "#!/bin/sh\nexit 3\n", { mode: 0o755 });
    await using set = await scene({ env: { ...desktop, BROWSER: browser } });
    const { how } = await loginSession(set.place, {
      session: set.session("corp"),
      options: { ...options, noBrowser: false },
    });
    assert.equal(how, "signed-in");
    assert.match(
      set.output.stderr,
      /No browser could be opened: signing in with a code instead/,
    );
    assert.equal(set.service.of("StartDeviceAuthorization").length, 1);
    const [, second] = set.service.of("RegisterClient");
    assert.equal(second.body.grantTypes, undefined, "a client of its own");
  } finally {
    rmSync(folder, { recursive: true });
  }
});

Deno.test("authorizationCode() is interrupted at once, and closes its port", async () => {
  await using set = await scene({ env: desktop });
  const { run, back } = await begin(set);
  set.stop.abort();
  assert.equal((await run).failure?.code, "interrupted");
  await assert.rejects(fetch(back));
});
