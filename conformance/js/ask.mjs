/**
 * Puts config and credentials bytes to the AWS SDK for JavaScript (v3).
 *
 * Standard input: JSON lines of {id, config, credentials, profile?, profiles?}, the files in base64
 * or null; `profiles` is a list of names, or true for all that the client reads. Standard output:
 * JSON lines of {id, read, resolve?, resolves?}.
 *
 * Nothing is run or asked for: each credential source is given an answer that says what it is, so
 * that the client walks its whole chain. The folder of the packages is the first argument.
 */
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";

const require = createRequire(join(process.argv[2], "package.json"));
const home = mkdtempSync(join(tmpdir(), "awscfg-"));
process.on("exit", () => rmSync(home, { recursive: true, force: true }));
for (const name of Object.keys(process.env)) {
  if (name.startsWith("AWS_")) delete process.env[name];
}
Object.assign(process.env, {
  HOME: home,
  USERPROFILE: home,
  AWS_LOGIN_CACHE_DIRECTORY: home,
});

// The exported API of both packages; the loader is what other tools import.
const { fromIni } = require("@aws-sdk/credential-provider-ini");
const { externalDataInterceptor } = require("@smithy/core/config");
const { loadSharedConfigFiles, loadSsoSessionData, parseKnownFiles } = require(
  "@smithy/shared-ini-file-loader",
);

/** Credentials that say where they come from. */
const keys = (source) => JSON.stringify(source);
const environment = {
  AccessKeyId: keys({ source: "none" }),
  SecretAccessKey: "B",
  Token: "C",
  Expiration: "2999-01-01T00:00:00Z",
};

// `credential_source`: the environment, and for the other two a server of our own.
const server = createServer((request, response) => {
  response.end(
    /token$/.test(request.url)
      ? "token"
      : /credentials\/$/.test(request.url)
      ? "role"
      : JSON.stringify(environment),
  );
});
await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
const url = `http://127.0.0.1:${server.address().port}`;
Object.assign(process.env, {
  AWS_ACCESS_KEY_ID: environment.AccessKeyId,
  AWS_SECRET_ACCESS_KEY: "B",
  AWS_CONTAINER_CREDENTIALS_FULL_URI: `${url}/container`,
  AWS_EC2_METADATA_SERVICE_ENDPOINT: url,
});

// `credential_process`
const command = {
  Version: 1,
  AccessKeyId: keys({ source: "process" }),
  SecretAccessKey: "B",
};
externalDataInterceptor.interceptToken(
  "exec",
  (_, done) => done(null, { stdout: JSON.stringify(command) }),
);

let sso = {};
const options = {
  roleAssumer: (source, { RoleArn }) =>
    assumed({ source: "role", role_arn: RoleArn, base: described(source) }),
  roleAssumerWithWebIdentity: () => assumed({ source: "web-identity" }),
  clientConfig: {
    endpointProvider: ({ Region }) => {
      sso.region = Region;
      return { url: new URL("http://sso.invalid") };
    },
    requestHandler: { handle: ({ query, headers }) => rolesOf(query, headers) },
  },
};

function assumed(source) {
  return Promise.resolve({ accessKeyId: keys(source), secretAccessKey: "B" });
}

/** SSO GetRoleCredentials */
async function rolesOf({ account_id, role_name }, headers) {
  const { session, start_url } = JSON.parse(headers["x-amz-sso_bearer_token"]);
  const source = {
    source: "sso",
    session,
    start_url,
    region: sso.region,
    account: account_id,
    role: role_name,
  };
  const roleCredentials = {
    accessKeyId: keys(source),
    secretAccessKey: "B",
    sessionToken: "C",
    expiration: 32e12,
  };
  const body = Buffer.from(JSON.stringify({ roleCredentials }));
  return {
    response: {
      statusCode: 200,
      headers: { "content-type": "application/json" },
      body: (await import("node:stream")).Readable.from([body]),
    },
  };
}

function described({ accessKeyId }) {
  try {
    const said = JSON.parse(accessKeyId);
    if (said.source) return said;
  } catch {
    // Keys from the file.
  }
  return { source: "static" };
}

/** Tokens for whatever a profile names, each saying what it stands for. */
function prepare(profiles, sessions) {
  const expiresAt = "2999-01-01T00:00:00Z";
  const record = externalDataInterceptor.getTokenRecord();
  const tokens = new Map();
  const token = (id, said) =>
    tokens.set(id, { accessToken: JSON.stringify(said), expiresAt });
  for (const profile of Object.values(profiles)) {
    const { sso_start_url: start_url, login_session: login } = profile;
    const file = profile.web_identity_token_file;
    if (start_url) token(start_url, { start_url });
    if (file) tokens.set(file, "token");
    if (!login) continue;
    const accessToken = {
      accessKeyId: keys({ source: "login" }),
      secretAccessKey: "B",
      sessionToken: "C",
      accountId: "1",
      expiresAt,
    };
    const name = createHash("sha256").update(login).digest("hex");
    writeFileSync(
      join(home, `${name}.json`),
      JSON.stringify({
        accessToken,
        clientId: "c",
        refreshToken: "r",
        dpopKey: "k",
      }),
    );
  }
  for (const profile of Object.values(profiles)) {
    const { sso_session: session } = profile;
    if (session) {
      token(session, { session, start_url: sessions[session]?.sso_start_url });
    }
  }
  for (const [id, said] of tokens) if (id !== "exec") record[id] = said;
  return () => {
    for (const id of tokens.keys()) if (id !== "exec") delete record[id];
  };
}

async function resolve(profile, known) {
  sso = {};
  try {
    return described(await fromIni({ ...options, profile })());
  } catch (error) {
    // A profile without credentials: the default chain goes on.
    const nothing = `Could not resolve credentials using profile: [${profile}]`;
    const none = known && error.tryNextLink &&
      error.message.startsWith(nothing);
    return none ? { source: "none" } : { error: error.message };
  }
}

const prefixed = /^(?:profile|sso-session|services)\./;
let count = 0;

async function answer({ id, config, credentials, profile, profiles }) {
  // The client keeps what it has read, by path.
  const folder = join(home, String(count++));
  mkdirSync(folder);
  const path = (kind) => join(folder, kind);
  if (config !== null) {
    writeFileSync(path("config"), Buffer.from(config, "base64"));
  }
  if (credentials !== null) {
    writeFileSync(path("credentials"), Buffer.from(credentials, "base64"));
  }
  process.env.AWS_CONFIG_FILE = path("config");
  process.env.AWS_SHARED_CREDENTIALS_FILE = path("credentials");
  const known = await parseKnownFiles({});
  const sessions = await loadSsoSessionData({});
  const { configFile } = await loadSharedConfigFiles({});
  const read = {
    // The keys of a `[profile x]` in credentials and the like: no profile by a name that someone gave it.
    profiles: Object.fromEntries(
      Object.entries(known).filter(([name]) => !prefixed.test(name)),
    ),
    sso_sessions: sessions,
    services: Object.fromEntries(
      Object.entries(configFile).flatMap(([name, values]) =>
        name.startsWith("services.") ? [[name.slice(9), values]] : []
      ),
    ),
  };
  const answered = JSON.parse(JSON.stringify({ id, read }));
  const forget = prepare(known, sessions);
  if (profile !== undefined) {
    answered.resolve = await resolve(profile, profile in read.profiles);
  }
  const names = profiles === true ? Object.keys(read.profiles) : profiles;
  if (names) {
    const entries = [];
    for (const name of names) {
      entries.push([name, await resolve(name, name in read.profiles)]);
    }
    answered.resolves = Object.fromEntries(entries);
  }
  forget();
  rmSync(folder, { recursive: true });
  // A section `[toString]` sets properties of a function that all objects have.
  for (const name of Object.getOwnPropertyNames(Object.prototype)) {
    const shared = name === "__proto__" ? undefined : Object.prototype[name];
    if (typeof shared === "function") {
      for (const key of Object.keys(shared)) delete shared[key];
    }
  }
  return answered;
}

// With an MFA serial the client drops the promise of its source.
process.on("unhandledRejection", () => {});
for await (const line of createInterface({ input: process.stdin })) {
  console.log(JSON.stringify(await answer(JSON.parse(line))));
}
server.close();
