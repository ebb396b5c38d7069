import assert from "node:assert/strict";
import { openDocuments, type Workspace } from "../model/document.ts";
import { ini } from "../text/ini.ts";
import { type MigrateOptions, type Plan, planMigration } from "./plan.ts";
import { migrated } from "./migrated.ts";

interface Files {
  readonly config?: string;
  readonly credentials?: string;
}

function open(files: Files): Workspace {
  return openDocuments((["config", "credentials"] as const).flatMap((kind) => {
    const text = files[kind];
    return text === undefined
      ? []
      : [{ path: kind, kind, bytes: new TextEncoder().encode(text) }];
  }));
}

function plan(files: Files, options?: MigrateOptions): Plan {
  return planMigration(open(files), options);
}

function after(files: Files, options?: MigrateOptions): Files {
  const { documents } = migrated(open(files), plan(files, options).fix);
  return Object.fromEntries(documents.map(({ path, text }) => [path, text]));
}

function reasons(files: Files, options?: MigrateOptions): readonly string[] {
  return plan(files, options).left.map(({ profile, reason }) =>
    `${profile}: ${reason}`
  );
}

const account = "sso_account_id = 123456789011\nsso_role_name = Dev\n";
const legacy = (
  name: string,
  url = "https://corp.awsapps.com/start",
  region = "eu-west-1",
) =>
  `[profile ${name}]\nsso_start_url = ${url}\nsso_region = ${region}\n${account}`;
const session = (
  name: string,
  url = "https://corp.awsapps.com/start",
  region = "eu-west-1",
) =>
  `[sso-session ${name}]\nsso_start_url = ${url}\nsso_region = ${region}\nsso_registration_scopes = sso:account:access\n`;

Deno.test("planMigration() moves the profiles of one portal to one session", () => {
  const files = {
    config: ini`
      # Work

      # The first
      [profile a]
      region = eu-west-1
      sso_start_url = https://my-sso-portal.awsapps.com/start
      # Frankfurt is only for the portal
      sso_region = eu-central-1
      sso_account_id = 123456789011
      sso_role_name = readOnly

      [profile b]
      sso_account_id = 123456789022
      sso_region = eu-central-1
      sso_role_name = readOnly
      sso_start_url = https://my-sso-portal.awsapps.com/start
      output = json
    `,
  };
  assert.equal(
    after(files).config,
    ini`
      # Work

      [sso-session my-sso-portal]
      sso_start_url = https://my-sso-portal.awsapps.com/start
      sso_region = eu-central-1
      sso_registration_scopes = sso:account:access

      # The first
      [profile a]
      region = eu-west-1
      sso_session = my-sso-portal
      # Frankfurt is only for the portal
      sso_account_id = 123456789011
      sso_role_name = readOnly

      [profile b]
      sso_account_id = 123456789022
      sso_session = my-sso-portal
      sso_role_name = readOnly
      output = json
    `,
  );
  assert.deepEqual(reasons(files), []);
});

Deno.test("planMigration() changes nothing the second time", () => {
  const files = { config: legacy("a") + "\n" + legacy("b") };
  assert.deepEqual(plan(after(files)).fix.edits, []);
});

Deno.test("planMigration() takes spellings of one URL for one portal and keeps the most common", () => {
  const files = {
    config: [
      legacy("a", "https://corp.awsapps.com/start#/"),
      legacy("b", "https://corp.awsapps.com/start/"),
      legacy("c", "https://corp.awsapps.com/start/"),
    ].join("\n"),
  };
  const [only, ...others] = plan(files).sessions;
  assert.equal(others.length, 0);
  assert.equal(only.startUrl, "https://corp.awsapps.com/start/");
  assert.deepEqual(only.variants, ["https://corp.awsapps.com/start#/"]);
});

Deno.test("planMigration() leaves a portal that is named with two regions", () => {
  const files = {
    config: legacy("a") + "\n" + legacy("b", undefined, "us-east-1") + "\n" +
      legacy("c", "https://other.awsapps.com/start"),
  };
  assert.deepEqual(reasons(files), [
    'a: one portal is named with two regions, "eu-west-1" and "us-east-1"',
    'b: one portal is named with two regions, "eu-west-1" and "us-east-1"',
  ]);
  assert.deepEqual(plan(files).moved.map(({ profile }) => profile), ["c"]);
});

Deno.test("planMigration() uses the session that is there, whatever it is called", () => {
  const files = {
    config: session("work") + "\n" +
      legacy("a", "https://corp.awsapps.com/start/#"),
  };
  assert.equal(
    after(files).config,
    session("work") + "\n[profile a]\nsso_session = work\n" + account,
  );
});

Deno.test("planMigration() leaves a session alone that may not ask for accounts", () => {
  const q = session("q").replace(
    "sso:account:access",
    "codewhisperer:completions",
  );
  const [made] = plan({ config: q + "\n" + legacy("a") }).sessions;
  assert.equal(made.name, "corp");
});

Deno.test("planMigration() completes a session that lacks its region", () => {
  const config =
    "[sso-session corp]\nsso_start_url = https://corp.awsapps.com/start\nsso_registration_scopes = sso:account:access\n\n" +
    legacy("a").replace("[profile a]\n", "[profile a]\nsso_session = corp\n");
  assert.equal(
    after({ config }).config,
    session("corp").replace(/(sso_region.*\n)(sso_reg.*\n)/, "$2$1") +
      "\n[profile a]\nsso_session = corp\n" + account,
  );
});

Deno.test("planMigration() finds a name that nothing else has", () => {
  const files = {
    config: session("corp", "https://other.awsapps.com/start") +
      "\n[profile corp-2]\nregion = eu-west-1\n\n" + legacy("a"),
  };
  assert.equal(plan(files).sessions[0].name, "corp-3");
});

Deno.test("planMigration() takes names as it is told", () => {
  const files = {
    config: legacy("a") + "\n" + legacy("b", "https://other.awsapps.com/start"),
  };
  const byUrl = { "https://corp.awsapps.com/start/": "work" };
  assert.deepEqual(
    plan(files, { naming: { byUrl } }).sessions.map(({ name }) => name),
    ["work", "other"],
  );
});

Deno.test("planMigration() cleans up a profile that is half migrated", () => {
  const half = legacy("a").replace(
    "[profile a]\n",
    "[profile a]\nsso_session = corp\n",
  );
  assert.equal(
    after({ config: session("corp") + "\n" + half }).config,
    session("corp") + "\n[profile a]\nsso_session = corp\n" + account,
  );
  const other = session("corp", "https://other.awsapps.com/start");
  assert.deepEqual(reasons({ config: other + "\n" + half }), [
    "a: its sso_start_url is not that of sso-session corp",
  ]);
});

Deno.test("planMigration() makes the session that a profile names already", () => {
  const half = legacy("a").replace(
    "[profile a]\n",
    "[profile a]\nsso_session = work\n",
  );
  assert.equal(
    after({ config: half }).config,
    session("work") + "\n[profile a]\nsso_session = work\n" + account,
  );
});

Deno.test("planMigration() moves the scopes of a profile to its session", () => {
  const scoped = legacy("a") +
    "sso_registration_scopes = sso:account:access,codecatalyst:read_write\n";
  const { sessions } = plan({ config: scoped + "\n" + legacy("b") });
  assert.deepEqual(
    sessions.map(({ name, scopes, members }) => [name, scopes, members.length]),
    [
      ["corp", "sso:account:access,codecatalyst:read_write", 1],
      ["corp-2", "sso:account:access", 1],
    ],
  );
});

Deno.test("planMigration() keeps line ends, tabs, indentation and a missing last line end", () => {
  const config =
    "[profile a]\r\nsso_start_url\t=\thttps://corp.awsapps.com/start\r\nsso_account_id\t=\t123456789011\r\nsso_role_name\t=\tDev\r\nsso_region\t=\teu-west-1";
  assert.equal(
    after({ config }).config,
    "[sso-session corp]\r\nsso_start_url\t=\thttps://corp.awsapps.com/start\r\nsso_region\t=\teu-west-1\r\n" +
      "sso_registration_scopes\t=\tsso:account:access\r\n\r\n" +
      "[profile a]\r\nsso_session\t=\tcorp\r\nsso_account_id\t=\t123456789011\r\nsso_role_name\t=\tDev",
  );
});

Deno.test("planMigration() keeps the columns of an aligned section", () => {
  const config =
    "[profile a]\nsso_start_url  = https://corp.awsapps.com/start\nsso_region     = eu-west-1\nsso_account_id = 123456789011\nsso_role_name  = Dev\n";
  assert.match(
    after({ config }).config!,
    /\[profile a\]\nsso_session {4}= corp\nsso_account_id = 123456789011\n/,
  );
});

Deno.test("planMigration() keeps the comments behind removed values", () => {
  const config =
    "[profile a]\nsso_start_url = https://corp.awsapps.com/start # the portal\nsso_region = eu-west-1 ; Ireland\n" +
    account;
  assert.equal(
    after({ config }).config,
    session("corp") +
      "\n[profile a]\n# the portal\nsso_session = corp\n; Ireland\n" + account,
  );
});

Deno.test("planMigration() writes no blank lines into a file that has none", () => {
  const config = "[default]\nregion = eu-west-1\n" + legacy("a");
  assert.equal(
    after({ config }).config,
    "[default]\nregion = eu-west-1\n" + session("corp") +
      "[profile a]\nsso_session = corp\n" + account,
  );
});

Deno.test("planMigration() moves [default], nested blocks and role chains along", () => {
  const config =
    "[default]\nsso_start_url = https://corp.awsapps.com/start\nsso_region = eu-west-1\n" +
    account +
    "s3 =\n  addressing_style = path\n\n[profile role]\nrole_arn = arn:aws:iam::123456789011:role/R\nsource_profile = default\n";
  assert.equal(
    after({ config }).config,
    session("corp") + "\n[default]\nsso_session = corp\n" + account +
      "s3 =\n  addressing_style = path\n\n[profile role]\nrole_arn = arn:aws:iam::123456789011:role/R\nsource_profile = default\n",
  );
});

Deno.test("planMigration() never writes into a block that another tool marks as its own", () => {
  const config =
    "[default]\nregion = eu-west-1\n\n[granted_registry_start team]\n\n" +
    legacy("a") + "\n[granted_registry_end team]\n";
  assert.match(
    after({ config }).config!,
    /sso:account:access\n\n\[granted_registry_start team\]/,
  );
});

Deno.test("planMigration() leaves profiles that other tools need as they are", () => {
  assert.deepEqual(
    reasons({
      config: legacy("a") +
        "credential_process = aws-sso-util credential-process --profile a\n",
    }),
    ["a: aws-sso-util reads its inline keys"],
  );
  assert.deepEqual(
    reasons({ config: legacy("a") + "sso_auto_populated = true\n" }),
    ["a: aws-sso-util reads its inline keys"],
  );
  assert.deepEqual(
    reasons({
      config: legacy("a") +
        "granted_sso_start_url = https://corp.awsapps.com/start\n",
    }),
    ["a: Granted reads its inline keys"],
  );
  assert.deepEqual(
    reasons({ config: legacy("a") }, { minimumClients: { go: "1.17.0" } }),
    ["a: go 1.17.0 must be able to read it, and reads sessions from 1.18.0 on"],
  );
});

Deno.test("planMigration() says what is missing", () => {
  assert.deepEqual(
    reasons({ config: legacy("a").replace(/sso_region.*\n/, "") }),
    ["a: sso_region is missing"],
  );
  assert.deepEqual(
    reasons({ config: legacy("a").replace(/= https.*\n/, "=\n") }),
    ["a: sso_start_url is missing"],
  );
  assert.deepEqual(reasons({ config: legacy("a") + "\n" + legacy("a") }), [
    "a: it is written twice in one file: merge the two first",
    "a: it is written twice in one file: merge the two first",
  ]);
});

Deno.test("planMigration() moves a profile of the credentials file to config", () => {
  const files = {
    config: "[default]\nregion = eu-west-1\n",
    credentials:
      "[keys]\naws_access_key_id = AKIAIOSFODNN7EXAMPLE\naws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY\n\n" +
      "# Sign in\n[a]\nsso_start_url = https://corp.awsapps.com/start\nsso_region = eu-west-1\n" +
      account,
  };
  assert.deepEqual(after(files), {
    config: "[default]\nregion = eu-west-1\n\n" + session("corp") +
      "\n# Sign in\n[profile a]\nsso_session = corp\n" + account,
    credentials:
      "[keys]\naws_access_key_id = AKIAIOSFODNN7EXAMPLE\naws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY\n",
  });
});

Deno.test("planMigration() leaves a profile with keys in the credentials file, and moves its portal alone", () => {
  const files = {
    config: "",
    credentials:
      "[a]\naws_access_key_id = AKIAIOSFODNN7EXAMPLE\naws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY\n" +
      "sso_start_url = https://corp.awsapps.com/start\nsso_region = eu-west-1\n" +
      account,
  };
  assert.deepEqual(after(files), {
    config: session("corp"),
    credentials:
      "[a]\naws_access_key_id = AKIAIOSFODNN7EXAMPLE\naws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY\nsso_session = corp\n" +
      account,
  });
});

Deno.test("planMigration() needs a config file for the session", () => {
  const credentials = legacy("a").replace("profile ", "");
  assert.deepEqual(reasons({ credentials }), [
    "a: a session can stand in the config file alone, and there is none",
  ]);
});

Deno.test("planMigration() keeps the inline keys where they are wanted, equal to the session's", () => {
  const config = legacy("a") + "\n" +
    legacy("b", "https://corp.awsapps.com/start/") + "\n" + legacy("c");
  assert.equal(
    after({ config }, { keepInline: true }).config,
    session("corp") + "\n" +
      ["a", "b", "c"].map((name) =>
        legacy(name).replace(
          "sso_start_url",
          "sso_session = corp\nsso_start_url",
        )
      ).join("\n"),
  );
});

Deno.test("planMigration() moves only what it is asked for", () => {
  const config = legacy("a") + "\n" + legacy("b");
  assert.deepEqual(
    plan({ config }, { wanted: (name) => name === "b" }).moved.map((
      { profile },
    ) => profile),
    ["b"],
  );
});
