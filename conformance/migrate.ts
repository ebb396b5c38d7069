/**
 * Migrates generated files and those of the folders that are named, and asks the real clients before
 * and after: every profile that a client resolved must resolve to the same, and every other setting
 * be read as it was. The AWS CLI of 2022 lists the profiles and reads the sessions of what was written.
 *
 * `migrate.ts [--count N] [--seed N] [--require CLIENT,…] [FOLDER…]`; a client without its toolchain
 * is named and left out, unless it is required ("cli" is the AWS CLI).
 */
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { parseArgs } from "node:util";
import fc from "fast-check";
import { ssoFiles } from "../src/migrate/generated_profiles.ts";
import { migrated } from "../src/migrate/migrated.ts";
import { planMigration } from "../src/migrate/plan.ts";
import {
  openDocuments,
  type Source,
  type Workspace,
} from "../src/model/document.ts";
import { clients } from "../src/readers/view.ts";
import { realClient } from "./ask.ts";
import { type LiveClient, liveClient } from "./live_client.ts";
import { migratedAlike } from "./migrated_alike.ts";
import { askedHost, listedProfiles, oldCliMissing } from "./old_cli.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    count: { type: "string", default: "300" },
    seed: { type: "string" },
    require: { type: "string", default: "" },
  },
});
const required = new Set(values.require.split(",").filter(Boolean));
const here = new URL("./", import.meta.url);
const faults: string[] = [];
const live: LiveClient[] = [];
for (const name of clients) {
  if (!existsSync(new URL(`${name}/setup`, here))) continue;
  const client = realClient(name);
  if (!("missing" in client)) live.push(liveClient(client));
  else if (required.has(name)) {
    faults.push(`${name}: required, but ${client.missing}`);
  } else console.log(`${name}: left out, ${client.missing}`);
}
const noCli = oldCliMissing();
if (noCli && required.has("cli")) faults.push(`cli: required, but ${noCli}`);
else if (noCli) console.log(`cli: left out, ${noCli}`);

let moved = 0;
let left = 0;
let resolved = 0;
let files = 0;
for (const folder of positionals) {
  for (const name of readdirSync(folder).sort()) {
    if (!/\.(?:config|credentials)$|^(?:config|credentials)$/.test(name)) {
      continue;
    }
    const kind = name.includes("credentials") ? "credentials" : "config";
    const bytes = readFileSync(join(folder, name));
    await check(name, openDocuments([{ path: name, kind, bytes }]), true);
  }
}
const seed = Number(values.seed ?? Date.now() % 0x7fffffff);
const count = Number(values.count);
for (
  const [at, { config, credentials }] of fc.sample(ssoFiles(), {
    numRuns: count,
    seed,
  }).entries()
) {
  const encode = (text: string) => new TextEncoder().encode(text);
  await check(
    `seed ${seed}, number ${at}`,
    openDocuments([
      { path: "config", kind: "config", bytes: encode(config) },
      { path: "credentials", kind: "credentials", bytes: encode(credentials) },
    ]),
    at < 10,
  );
}
for (const client of live) client.end();
for (const fault of faults) console.log(fault);
console.log(
  `${files} files, ${moved} profiles moved, ${left} left, ${resolved} resolved alike by ${
    live.map(({ name }) => name).join(", ")
  }: ${faults.length} faults`,
);
process.exitCode = faults.length > 0 ? 1 : 0;

async function check(
  name: string,
  before: Workspace,
  cli: boolean,
): Promise<void> {
  const plan = planMigration(before);
  left += plan.left.length;
  files++;
  for (
    const { profile, reason } of positionals.length > 0 && cli ? plan.left : []
  ) {
    console.log(`${name}: ${profile} left: ${reason}`);
  }
  if (plan.fix.edits.length === 0) return;
  moved += plan.moved.length;
  const after = migrated(before, plan.fix);
  for (const client of live) {
    const [was, is] = [
      await client.ask(asked(before)),
      await client.ask(asked(after)),
    ];
    const { alike, problems } = migratedAlike(was, is);
    resolved += alike;
    faults.push(...problems.map((one) => `${name}: ${client.name}: ${one}`));
  }
  if (!cli || noCli) return;
  const [was, is] = [written(before), written(after)];
  const [a, b] = [was, is].map(({ config, credentials }) =>
    listedProfiles(config, credentials)
  );
  const sorted = (text: string) => text.split("\n").sort().join("\n");
  if (sorted(a) !== sorted(b)) {
    faults.push(`${name}: cli lists\n${b}\nand before\n${a}`);
  }
  for (const session of plan.sessions) {
    const host = await askedHost(session.name, is);
    const wanted = `oidc.${session.region}.amazonaws.com`;
    if (!host.startsWith(wanted)) {
      faults.push(
        `${name}: cli asks ${host} and not ${wanted} for ${session.name}`,
      );
    }
  }
}

function asked({ documents }: Workspace) {
  const of = (kind: Source["kind"]) => {
    const document = documents.find((one) => one.kind === kind);
    return document
      ? btoa(
        Array.from(document.bytes, (byte) => String.fromCharCode(byte)).join(
          "",
        ),
      )
      : null;
  };
  return { config: of("config"), credentials: of("credentials") };
}

function written({ documents }: Workspace) {
  const folder = mkdtempSync(join(tmpdir(), "awscfg-migrate-"));
  const paths = {
    config: join(folder, "config"),
    credentials: join(folder, "credentials"),
  };
  for (const { kind, bytes } of documents) writeFileSync(paths[kind], bytes);
  return paths;
}
