import assert from "node:assert/strict";
import { statSync } from "node:fs";
import { loginSession } from "./login_session.ts";
import { plainLogin, type Scene, scene } from "./testing/scene.ts";
import { oidcError } from "./testing/oidc_error.ts";

const options = {
  ...plainLogin,
  deviceCode: true,
  noBrowser: true,
  noVerify: true,
};

async function failing(prepare: (scene: Scene) => void, session = "corp") {
  await using set = await scene();
  prepare(set);
  const { failure, how } = await loginSession(set.place, {
    session: set.session(session),
    options,
  });
  return {
    code: failure?.code,
    message: failure?.message ?? "",
    how,
    asked: set.service.asked.map(({ operation }) => operation),
    output: set.output.stderr,
  };
}

Deno.test("deviceCode() signs in, and writes what the AWS CLI would", async () => {
  await using set = await scene();
  set.service.state.polls = ["pending", "granted"];
  const { how } = await loginSession(set.place, {
    session: set.session("corp"),
    options,
  });
  assert.equal(how, "signed-in");
  const [register] = set.service.of("RegisterClient");
  assert.deepEqual(register.body, {
    clientName: "awscfg",
    clientType: "public",
    scopes: ["sso:account:access"],
  });
  assert.equal(
    set.service.of("StartDeviceAuthorization")[0].body.startUrl,
    "https://corp.awsapps.com/start",
  );
  assert.deepEqual(Object.keys(set.token("corp")), [
    "startUrl",
    "region",
    "accessToken",
    "expiresAt",
    "clientId",
    "clientSecret",
    "registrationExpiresAt",
    "refreshToken",
  ]);
  assert.match(
    set.token("corp").expiresAt,
    /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/,
  );
  assert.equal(statSync(set.tokenFile("corp")).mode & 0o777, 0o600);
  assert.equal(statSync(set.cache).mode & 0o777, 0o700);
  assert.match(
    set.output.stderr,
    /\/device\?user_code=ABCD-EFGH\n\n {2}Code: ABCD-EFGH {3}\(valid for 10 min\)/,
  );
  assert.doesNotMatch(set.output.stderr, /SECRET/);
  // The registration is used again.
  await loginSession(set.place, {
    session: set.session("corp"),
    options: { ...options, force: true },
  });
  assert.equal(set.service.of("RegisterClient").length, 1);
});

Deno.test("deviceCode() signs in to a legacy portal without scopes, keyed by start URL", async () => {
  await using set = await scene();
  const { how } = await loginSession(set.place, {
    session: set.session("old"),
    options: { ...options, deviceCode: false },
  });
  assert.equal(how, "signed-in");
  assert.deepEqual(set.service.of("RegisterClient")[0].body, {
    clientName: "awscfg",
    clientType: "public",
  });
  assert.equal(
    set.token("https://old.awsapps.com/start").refreshToken,
    undefined,
  );
});

Deno.test("deviceCode() polls more slowly when it is told to, and for good", async () => {
  await using set = await scene();
  set.service.state.polls = ["slow-down", "pending", "granted"];
  await loginSession(set.place, { session: set.session("corp"), options });
  const [, second, third] = set.service.of("CreateToken").map((
    { at },
    index,
    all,
  ) => index ? at - all[index - 1].at : 0);
  assert.ok(second >= 5000 && third >= 5000, `${second} and ${third} ms`);
});

Deno.test("deviceCode() goes on through errors of the server and a lost network", async () => {
  await using set = await scene();
  set.service.state.polls = ["granted"];
  let broken = 0;
  set.service.fault = ({ operation }) =>
    operation === "CreateToken" && ++broken <= 4
      ? (broken % 2 ? "hang up" : oidcError("server_error"))
      : undefined;
  const { how } = await loginSession(set.place, {
    session: set.session("corp"),
    options,
  });
  assert.equal(how, "signed-in");
});

for (const plain of [false, true]) {
  Deno.test(`deviceCode() says what each error means${plain ? ", with the fields of OAuth alone" : ""}`, async () => {
    const fault =
      (operation: string, ...error: Parameters<typeof oidcError>) =>
      ({ service }: Scene) => {
        service.fault = (asked) =>
          asked.operation === operation
            ? oidcError(error[0], { plain, ...error[1] })
            : undefined;
      };
    const cases:
      readonly (readonly [(scene: Scene) => void, string, RegExp])[] = [
        [
          fault("CreateToken", "access_denied"),
          "denied",
          /denied in the browser.*run the command again/,
        ],
        [
          fault("CreateToken", "access_denied", {
            reason: "KMS_AccessDeniedException",
          }),
          "denied",
          /encryption key \(KMS_AccessDeniedException\)/,
        ],
        [
          fault("CreateToken", "expired_token"),
          "code-expired",
          /code has expired/,
        ],
        [
          fault("CreateToken", "invalid_grant"),
          "refused",
          /sso_region "eu-central-1" is wrong/,
        ],
        [
          fault("CreateToken", "invalid_client"),
          "refused",
          /refuses this program as a client/,
        ],
        [
          fault("CreateToken", "unauthorized_client"),
          "refused",
          /refuses this program as a client/,
        ],
        [
          fault("CreateToken", "unsupported_grant_type"),
          "refused",
          /refuses this program as a client/,
        ],
        [
          fault("RegisterClient", "invalid_scope"),
          "refused",
          /sso_registration_scopes is "sso:account:access"/,
        ],
        [
          fault("RegisterClient", "invalid_client_metadata"),
          "wrong-region",
          /does not take the request/,
        ],
        [
          fault("StartDeviceAuthorization", "invalid_request"),
          "wrong-region",
          /check sso_start_url \("https:\/\/corp\.awsapps\.com\/start"\) and sso_region/,
        ],
        [
          fault("StartDeviceAuthorization", "invalid_request", {
            region: "us-west-2",
            endpoint: "https://oidc.us-west-2.amazonaws.com",
          }),
          "wrong-region",
          /set sso_region = us-west-2 \(it is "eu-central-1"\)/,
        ],
        [
          fault("StartDeviceAuthorization", "invalid_request", {
            reason: "KMS_DisabledException",
          }),
          "wrong-region",
          /encryption key/,
        ],
        [
          fault("RegisterClient", "server_error"),
          "service",
          /failed without saying why/,
        ],
      ];
    await Promise.all(cases.map(async ([prepare, code, message]) => {
      const failed = await failing(prepare);
      assert.match(failed.message, message);
      assert.equal(failed.code, code, failed.message);
      assert.doesNotMatch(failed.message + failed.output, /SECRET/);
    }));
  });
}

Deno.test("deviceCode() makes a new registration, once, where the old one is not known any more", async () => {
  await using set = await scene();
  await loginSession(set.place, { session: set.session("corp"), options });
  set.service.state.clients.clear();
  const { how } = await loginSession(set.place, {
    session: set.session("corp"),
    options: { ...options, force: true },
  });
  assert.equal(how, "signed-in");
  assert.equal(set.service.of("RegisterClient").length, 2);
});

Deno.test("deviceCode() ends when the code does, even if nobody says so", async () => {
  const { code } = await failing(({ service }) => {
    service.state.deviceLife = 2;
    service.state.polls = ["pending"];
  });
  assert.equal(code, "code-expired");
});

Deno.test("deviceCode() opens no page that is not of the web", async () => {
  const { code, output } = await failing(({ service }) => {
    service.fault = ({ operation }) =>
      operation === "StartDeviceAuthorization"
        ? {
          status: 200,
          body: {
            deviceCode: "d",
            userCode: "u",
            verificationUri: "file:///etc/passwd",
            expiresIn: 5,
            interval: 1,
          },
        }
        : undefined;
  });
  assert.equal(code, "service");
  assert.doesNotMatch(output, /passwd/);
});

Deno.test("loginSession() is interrupted at once, wherever it is", async () => {
  await Promise.all(
    ["RegisterClient", "StartDeviceAuthorization", "CreateToken", "polling"]
      .map(async (step) => {
        await using set = await scene();
        set.service.state.polls = ["pending"];
        set.service.fault = ({ operation }) =>
          operation === step ? { delay: 5000 } : undefined;
        const run = loginSession(set.place, {
          session: set.session("corp"),
          options,
        });
        await set.service.until(
          step === "polling" ? "StartDeviceAuthorization" : step,
        );
        if (step === "polling") {
          await new Promise((resolve) => setTimeout(resolve, 200));
        }
        const from = performance.now();
        set.stop.abort();
        assert.equal((await run).failure?.code, "interrupted", step);
        assert.ok(performance.now() - from < 1000);
        assert.ok(!set.cacheFiles().some((name) => name.endsWith("lock")));
      }),
  );
});

Deno.test("loginSession() says that nothing is reached", async () => {
  await using set = await scene();
  await set.service.close();
  const { failure } = await loginSession(set.place, {
    session: set.session("corp"),
    options,
  });
  assert.equal(failure?.code, "network");
  assert.match(failure!.message, /not reached/);
});
