import assert from "node:assert/strict";
import { loginSession } from "./login_session.ts";
import { plainLogin, scene } from "./testing/scene.ts";
import { portalError, throttled } from "./testing/stand_in_portal.ts";

const options = { ...plainLogin, deviceCode: true, noBrowser: true };
const session = `[sso-session corp]
sso_start_url = https://corp.awsapps.com/start
sso_region = eu-central-1
`;

function profiles(...pairs: readonly (readonly [string, string])[]): string {
  return session +
    pairs.map(([account, role], at) =>
      `[profile p${at}]\nsso_session = corp\nsso_account_id = ${account}\nsso_role_name = ${role}\n`
    ).join("");
}

Deno.test("verify() says of each profile what is wrong, with the nearest real name", async () => {
  await using set = await scene({
    config: profiles(
      ["111111111111", "Admin"],
      ["111111111111", "admin"],
      ["111111111111", "Redaonly"],
      ["111111111111", "Billing"],
      ["111111111112", "Admin"],
      ["production", "Admin"],
      ["999999999999", "Admin"],
      ["222222222222", "ReadOnly"],
    ),
  });
  const { verdicts } = await loginSession(set.place, {
    session: set.session("corp"),
    options,
  });
  assert.deepEqual(
    verdicts!.map(({ finding, message }) => [finding, message]),
    [
      ["ok", undefined],
      [
        "role-not-assigned",
        'role "admin" is not assigned to you in account 111111111111 ("production"); did you mean "Admin"?',
      ],
      [
        "role-not-assigned",
        'role "Redaonly" is not assigned to you in account 111111111111 ("production"); did you mean "ReadOnly"?',
      ],
      [
        "role-not-assigned",
        'role "Billing" is not assigned to you in account 111111111111 ("production"): you have "Admin", "ReadOnly"',
      ],
      [
        "account-not-assigned",
        'account 111111111112 is not assigned to you; did you mean 111111111111 ("production")?',
      ],
      [
        "account-not-assigned",
        'account production is not assigned to you, and has not 12 digits; did you mean 111111111111 ("production")?',
      ],
      [
        "account-not-assigned",
        "account 999999999999 is not assigned to you: ask for it, or correct sso_account_id",
      ],
      ["ok", undefined],
    ],
  );
  assert.equal(
    set.service.of("ListAccountRoles").length,
    1,
    "each account is asked once",
  );
});

Deno.test("verify() says that nothing at all is assigned", async () => {
  await using set = await scene({
    config: profiles(["111111111111", "Admin"]),
  });
  set.service.state.accounts.clear();
  const { verdicts } = await loginSession(set.place, {
    session: set.session("corp"),
    options,
  });
  assert.match(
    verdicts![0].message!,
    /^no account at all is assigned to you: ask for one, or check sso_start_url/,
  );
});

Deno.test("verify() reads all pages, tries a pair once, and shows names as text", async () => {
  await using set = await scene({
    config: profiles(["111111111111", "Admin"], ["111111111111", "Admin"], [
      "100000000249",
      "R",
    ]),
  });
  for (let at = 0; at < 250; at++) {
    set.service.state.accounts.set(String(100000000000 + at), {
      name: "a\u001b[31m",
      roles: ["R"],
    });
  }
  const { verdicts } = await loginSession(set.place, {
    session: set.session("corp"),
    options,
  });
  assert.ok(verdicts!.every(({ finding }) => finding === "ok"));
  assert.equal(set.service.of("ListAccounts").length, 3);
  assert.equal(set.service.of("GetRoleCredentials").length, 2);
  assert.ok(!verdicts![2].accountName!.includes("\u001b"));
});

Deno.test("verify() tells a token without the scope, and a session of another region", async () => {
  await using set = await scene({
    config: session.replace("\n[", "") +
      "sso_registration_scopes = codewhisperer:completions\n" +
      profiles(["111111111111", "Admin"]).slice(session.length),
  });
  const { failure } = await loginSession(set.place, {
    session: set.session("corp"),
    options,
  });
  assert.equal(failure?.code, "refused");
  assert.match(failure!.message, /lacks "sso:account:access"/);
});

Deno.test("verify() tries again through broken connections, slow answers and errors of the server", async () => {
  await using set = await scene({
    config: profiles(["111111111111", "Admin"], ["222222222222", "ReadOnly"]),
  });
  set.service.fault = ({ operation }, count) =>
    !/^(?:Get|List)/.test(operation)
      ? undefined
      : count === 1
      ? "hang up"
      : count === 2
      ? portalError(503, "ServiceUnavailable", "")
      : { delay: 300 };
  const { verdicts } = await loginSession(set.place, {
    session: set.session("corp"),
    options,
  });
  assert.ok(verdicts!.every(({ finding }) => finding === "ok"));
});

Deno.test("verify() says who could not be verified where throttling does not end", async () => {
  await using set = await scene({
    config: profiles(["111111111111", "Admin"]),
  });
  set.service.fault = ({ operation }) =>
    operation === "GetRoleCredentials" ? throttled : undefined;
  const run = loginSession(set.place, {
    session: set.session("corp"),
    options,
  });
  await set.service.until("GetRoleCredentials", 5);
  set.stop.abort();
  assert.equal((await run).failure?.code, "interrupted");
});
