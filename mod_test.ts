import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import {
  type Client,
  clients,
  fix,
  lint,
  openWorkspace,
  readAs,
  resolveAs,
  rules,
} from "./mod.ts";

interface Case {
  readonly id: string;
  readonly config: string | null;
  readonly credentials: string | null;
  readonly results: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

const { cases } = JSON.parse(
  readFileSync("testdata/conformance/parser_matrix.json", "utf8"),
) as { cases: readonly Case[] };

/** The released package keeps the blocks of both files, where the transcription merged them. */
const released: ReadonlySet<string> = new Set(["java cred-nested"]);

for (const client of clients) {
  Deno.test(`readAs() answers as ${client} was observed to`, () => {
    for (const { id, config, credentials, results } of cases) {
      if (released.has(`${client} ${id}`)) continue;
      const observed = results[client];
      const read = readAs(
        client,
        openWorkspace({
          config: bytes(config),
          credentials: bytes(credentials),
        }),
      );
      for (const group of ["profiles", "sso_sessions", "services"] as const) {
        if (observed[group] === null || observed[group] === undefined) continue;
        assert.deepEqual(
          read[group],
          observed[group],
          `${client} ${id} ${group}`,
        );
      }
      assert.equal(
        read.error !== undefined,
        observed.error !== undefined,
        `${client} ${id} error`,
      );
    }
  });
}

function bytes(base64: string | null): Uint8Array | undefined {
  return base64 === null
    ? undefined
    : Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
}

interface Scenario {
  readonly id: string;
  readonly config: string;
  readonly credentials: string;
}

const { scenarios } = JSON.parse(
  readFileSync("testdata/conformance/resolution_scenarios.json", "utf8"),
) as { scenarios: readonly Scenario[] };

Deno.test("resolveAs() gives plain objects: a source or an error, and nothing of the files", () => {
  for (const { config, credentials } of scenarios) {
    const workspace = openWorkspace({ config, credentials });
    for (const client of clients as readonly Client[]) {
      const resolved = resolveAs(client, workspace, "p");
      assert.deepEqual(JSON.parse(JSON.stringify(resolved)), resolved);
      assert.notEqual("error" in resolved, "source" in resolved);
      assert.ok(!("from" in resolved));
    }
  }
});

Deno.test("openWorkspace() takes text and bytes, and either file may be missing", () => {
  const text = "[default]\nregion = eu-west-1\n";
  const expected = { default: { region: "eu-west-1" } };
  assert.deepEqual(
    readAs("go", openWorkspace({ config: text })).profiles,
    expected,
  );
  assert.deepEqual(
    readAs("go", openWorkspace({ credentials: new TextEncoder().encode(text) }))
      .profiles,
    expected,
  );
  assert.deepEqual(readAs("go", openWorkspace({})).profiles, {});
  assert.deepEqual(lint(openWorkspace({})), []);
});

Deno.test("fix() makes safe fixes alone unless it is told otherwise", () => {
  const workspace = openWorkspace({ config: "[dev]\nREGION = eu-west-1\n" });
  const text = (fixed: ReturnType<typeof fix>) =>
    fixed.workspace.documents[0].text;
  assert.equal(text(fix(workspace)), "[dev]\nregion = eu-west-1\n");
  assert.equal(
    text(fix(workspace, { unsafe: true })),
    "[profile dev]\nregion = eu-west-1\n",
  );
});

Deno.test("rules have ids of their own", () => {
  assert.equal(new Set(rules.map(({ id }) => id)).size, rules.length);
});
