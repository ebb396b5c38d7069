import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openDocument } from "../../model/document.ts";
import { botocore } from "../../readers/botocore.ts";
import { cacheFolder, cacheName } from "../cache_folder.ts";
import type { Machine } from "../machine.ts";
import type { LoginOptions, Place } from "../login_session.ts";
import type { Session } from "../session.ts";
import { type Sessions, sessionsOf } from "../sessions.ts";
import { formatToken, type Token } from "../token.ts";
import { tokenStore } from "../token_store.ts";
import { type StandIn, standIn } from "./stand_in.ts";

/** One session with three profiles that work, and a legacy one. */
export const usualConfig = `[sso-session corp]
sso_start_url = https://corp.awsapps.com/start
sso_region = eu-central-1
sso_registration_scopes = sso:account:access

[profile prod]
sso_session = corp
sso_account_id = 111111111111
sso_role_name = Admin

[profile dev]
sso_session = corp
sso_account_id = 222222222222
sso_role_name = ReadOnly

[profile chain]
role_arn = arn:aws:iam::333333333333:role/deploy
source_profile = dev

[profile old]
sso_start_url = https://old.awsapps.com/start
sso_region = eu-central-1
sso_account_id = 111111111111
sso_role_name = Admin
`;

/** The options of a plain `awscfg login`. */
export const plainLogin: LoginOptions = {
  check: false,
  force: false,
  newSession: false,
  noBrowser: false,
  deviceCode: false,
  noVerify: false,
};

/** A home folder with files of its own, and a stand-in for the service. */
export interface Scene {
  readonly home: string;
  readonly cache: string;
  readonly service: StandIn;
  readonly env: Readonly<Record<string, string>>;
  readonly machine: Machine;
  /** What was written so far. */
  readonly output: { stdout: string; stderr: string };
  readonly place: Place;
  readonly stop: AbortController;
  readonly sessions: Sessions;
  readonly session: (name: string) => Session;
  /** A file of the token cache, by the key of its session. */
  readonly tokenFile: (key: string) => string;
  readonly token: (key: string) => Record<string, string>;
  readonly putToken: (key: string, token: Token) => void;
  readonly cacheFiles: () => readonly string[];
  readonly [Symbol.asyncDispose]: () => Promise<void>;
}

/** Sets a scene; disposing of it removes the folder and stops the server. */
export async function scene(
  { config = usualConfig, env: more = {}, service: given }: {
    config?: string;
    env?: Readonly<Record<string, string>>;
    service?: StandIn;
  } = {},
): Promise<Scene> {
  const service = given ?? await standIn();
  service.state.interval = 0;
  service.state.accounts.set("111111111111", {
    name: "production",
    roles: ["Admin", "ReadOnly"],
  });
  service.state.accounts.set("222222222222", { roles: ["ReadOnly"] });
  const home = mkdtempSync(join(tmpdir(), "awscfg-login-"));
  mkdirSync(join(home, ".aws"));
  writeFileSync(join(home, ".aws", "config"), config);
  const env: Record<string, string> = {
    HOME: home,
    AWS_ENDPOINT_URL_SSO: service.url,
    AWS_ENDPOINT_URL_SSO_OIDC: service.url,
    ...more,
  };
  const output = { stdout: "", stderr: "" };
  const machine: Machine = {
    platform: "linux",
    env: (name) => env[name],
    write: (stream, content) => output[stream] += content,
    isTerminal: () => false,
    columns: () => undefined,
    now: () => new Date(),
  };
  const cache = cacheFolder(home);
  const stop = new AbortController();
  const tokenFile = (key: string) => join(cache, `${cacheName(key)}.json`);
  const bytes = new TextEncoder().encode(config);
  const document = openDocument({ path: "config", kind: "config", bytes });
  const sessions = sessionsOf(botocore({ documents: [document] }));
  return {
    home,
    cache,
    service,
    env,
    machine,
    output,
    stop,
    place: {
      machine,
      store: tokenStore(cache),
      signal: stop.signal,
      say: (line) => machine.write("stderr", `${line}\n`),
    },
    sessions,
    session: (name) =>
      sessions.sessions.find((one) =>
        one.key === name || one.members.some(({ profile }) => profile === name)
      )!,
    tokenFile,
    token: (key) => JSON.parse(readFileSync(tokenFile(key), "utf8")),
    putToken: (key, token) => {
      mkdirSync(cache, { recursive: true, mode: 0o700 });
      writeFileSync(tokenFile(key), formatToken(token));
      chmodSync(tokenFile(key), 0o600);
    },
    cacheFiles: () => readdirSync(cache),
    [Symbol.asyncDispose]: async () => {
      if (!given) await service.close();
      rmSync(home, { recursive: true, force: true });
    },
  };
}
