/**
 * Asks the real clients, each at the version that its folder pins, for every case of
 * `testdata/conformance`, and compares with what they answered before (`answers/CLIENT.json`).
 *
 * `run.ts [CLIENT…] [--update] [--require CLIENT,…]`: `--update` records the answers anew and shows
 * what changed; a client without its toolchain is named and left out, unless it is required.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import process from "node:process";
import { isDeepStrictEqual, parseArgs } from "node:util";
import { clients } from "../src/readers/view.ts";
import { type Answer, ask, realClient } from "./ask.ts";
import { allCases } from "./cases.ts";

interface Recorded {
  readonly client: string;
  readonly version: string;
  readonly cases: Readonly<Record<string, Omit<Answer, "id">>>;
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { update: { type: "boolean" }, require: { type: "string" } },
});
// Python's client by its language, too.
const required = new Set<string>(
  (values.require ?? "").split(",").map((name) =>
    name === "python" ? "botocore" : name
  ),
);
const here = new URL("./", import.meta.url);
const names: readonly string[] = clients.filter((name) =>
  existsSync(new URL(`${name}/setup`, here))
);
const cases = allCases();
const ids = new Set(cases.map(({ id }) => id));
if (ids.size < cases.length) throw new Error("Two cases have the same id");

for (const name of required) {
  if (name && !names.includes(name)) {
    fail(`${name}: there is no conformance/${name}/setup`);
  }
}
for (const name of positionals.length > 0 ? positionals : names) {
  try {
    await run(name);
  } catch (error) {
    fail(`${name}: ${error instanceof Error ? error.message : error}`);
  }
}

async function run(name: string): Promise<void> {
  const client = realClient(name);
  if ("missing" in client) {
    if (required.has(name)) fail(`${name}: required, but ${client.missing}`);
    else console.log(`${name}: left out, ${client.missing}`);
    return;
  }
  const answers = await ask(client, cases);
  const now: Recorded = {
    client: name,
    version: client.version ?? recorded(name)?.version ?? "",
    cases: Object.fromEntries(answers.map(({ id, ...answer }) => [id, answer])),
  };
  const changed = changes(recorded(name), now);
  for (const change of changed) console.log(change);
  if (values.update) write(now);
  else if (changed.length > 0) process.exitCode = 1;
  const count = changed.length === 0
    ? "all as recorded"
    : `${changed.length} not as recorded`;
  console.log(`${name} ${now.version}: ${answers.length} cases, ${count}`);
}

function fail(message: string): void {
  console.log(message);
  process.exitCode = 1;
}

function answersFile(name: string): URL {
  return new URL(`answers/${name}.json`, here);
}

function recorded(name: string): Recorded | undefined {
  const file = answersFile(name);
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : undefined;
}

/** One line or three for each case that is answered differently. */
function changes(
  before: Recorded | undefined,
  now: Recorded,
): readonly string[] {
  const was = before?.cases ?? {};
  const gone = Object.keys(was).filter((id) => !(id in now.cases)).map((id) =>
    `${now.client} ${id}: no longer asked`
  );
  const other = Object.entries(now.cases).flatMap(([id, answer]) => {
    if (isDeepStrictEqual(was[id], answer)) return [];
    const [old, fresh] = [was[id], answer].map((one) =>
      JSON.stringify(one) ?? "not recorded"
    );
    return [`${now.client} ${id}:\n  before ${old}\n  now    ${fresh}`];
  });
  return [...gone, ...other];
}

/** One case a line, keys in order, so that a change is seen as one. */
function write({ client, version, cases }: Recorded): void {
  const lines = Object.entries(cases).sort(([a], [b]) => a < b ? -1 : 1).map((
    [id, answer],
  ) => `    ${JSON.stringify(id)}: ${JSON.stringify(sorted(answer))}`);
  mkdirSync(new URL("answers/", here), { recursive: true });
  writeFileSync(
    answersFile(client),
    `{\n  "client": ${JSON.stringify(client)},\n  "version": ${
      JSON.stringify(version)
    },\n  "cases": {\n${lines.join(",\n")}\n  }\n}\n`,
  );
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => a < b ? -1 : 1);
  return Object.fromEntries(
    entries.map(([key, inner]) => [key, sorted(inner)]),
  );
}
