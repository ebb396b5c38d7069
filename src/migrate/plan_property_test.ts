import assert from "node:assert/strict";
import fc from "fast-check";
import { generatedFiles } from "../../conformance/generate.ts";
import { openDocuments, type Workspace } from "../model/document.ts";
import { clients } from "../readers/view.ts";
import { diffLines } from "../text/diff.ts";
import { type SsoFiles, ssoFiles } from "./generated_profiles.ts";
import { migrated } from "./migrated.ts";
import { type MigrateOptions, planMigration } from "./plan.ts";
import { prove } from "./proof.ts";

/** A reason of the proof begins with the client. */
const unproven = /^(?:botocore|JS|Go|Rust|Java|\.NET|CRT): /;
const runs = { numRuns: 300 };

function open(files: SsoFiles): Workspace {
  return openDocuments((["config", "credentials"] as const).map((kind) => ({
    path: kind,
    kind,
    bytes: new TextEncoder().encode(files[kind]),
  })));
}

const options: fc.Arbitrary<MigrateOptions> = fc.record({
  keepInline: fc.boolean(),
});

Deno.test("planMigration() is proven, and has nothing more to do the second time", () => {
  let moved = 0;
  fc.assert(
    fc.property(ssoFiles(), options, (files, options) => {
      const before = open(files);
      const plan = planMigration(before, options);
      const after = migrated(before, plan.fix);
      const { failures } = prove(before, after, {
        clients: plan.proven,
        moved: plan.moved,
      });
      assert.deepEqual([...failures.values()], []);
      moved += plan.moved.length;
      // What could not be proven may become possible when other profiles are moved.
      if (plan.left.some(({ reason }) => unproven.test(reason))) return;
      const again = planMigration(after, options);
      assert.deepEqual(again.fix.edits, []);
      assert.deepEqual(again.sessions, []);
    }),
    runs,
  );
  assert.ok(moved > 100, `only ${moved} profiles were moved`);
});

Deno.test("planMigration() moves or leaves every profile that names a portal, each once", () => {
  fc.assert(
    fc.property(ssoFiles(), (files) => {
      const before = open(files);
      const { moved, left, sessions, fix } = planMigration(before);
      const told = [...moved, ...left].map(({ section }) => section);
      assert.equal(new Set(told).size, told.length);
      const inline = before.documents.flatMap(({ sections }) =>
        sections.filter(({ type, properties }) =>
          (type === "profile" || type === "default") &&
          properties.some(({ name }) => /^sso_(?:start_url|region)$/.test(name))
        )
      );
      assert.deepEqual(new Set(told), new Set(inline));
      assert.equal(fix.edits.length > 0, sessions.length > 0);
      const names = sessions.map(({ name }) => name);
      assert.equal(new Set(names).size, names.length);
    }),
    runs,
  );
});

Deno.test("planMigration() touches no line but those of the portal", () => {
  const own = /^\s*(?:sso_(?:start_url|region|registration_scopes|session)\b)/;
  const fresh = /^(?:\[sso-session [\w-]+\]|\s*sso_\w+\s*=.*|[#;].*|)$/;
  fc.assert(
    fc.property(ssoFiles(), (files) => {
      const before = open(files);
      // Without the credentials file nothing goes from one file to the other.
      const alone = { documents: before.documents.slice(0, 1) };
      const after = migrated(alone, planMigration(alone).fix);
      const [a, b] = [alone, after].map(({ documents: [{ text, lines }] }) =>
        lines.map(({ start, stop }) => text.slice(start, stop))
      );
      for (const { aStart, aEnd, bStart, bEnd } of diffLines(a, b)) {
        for (const line of a.slice(aStart, aEnd)) {
          if (!b.includes(line)) assert.match(line, own);
        }
        for (const line of b.slice(bStart, bEnd)) {
          if (!a.includes(line)) assert.match(line, fresh);
        }
      }
      const others = (lines: readonly string[]) =>
        lines.filter((line) => !own.test(line) && !fresh.test(line));
      assert.deepEqual(others(b), others(a));
      const crlf = (text: string) => text.split("\r\n").length;
      const { text } = after.documents[0];
      if (files.config.includes("\r\n")) {
        assert.equal(crlf(text), text.split("\n").length);
      }
    }),
    runs,
  );
});

Deno.test("planMigration() gives the same whether a session is asked for first or last", () => {
  fc.assert(
    fc.property(ssoFiles(), (files) => {
      const before = open(files);
      const { moves, fix } = planMigration(before);
      assert.deepEqual(moves.flatMap(({ edits }) => edits), fix.edits);
    }),
    { numRuns: 50 },
  );
});

Deno.test("planMigration() takes any bytes", () => {
  fc.assert(
    fc.property(
      generatedFiles(),
      options,
      ({ config, credentials }, options) => {
        const before = openDocuments([
          ...(config
            ? [{ path: "config", kind: "config" as const, bytes: config }]
            : []),
          ...(credentials
            ? [{
              path: "credentials",
              kind: "credentials" as const,
              bytes: credentials,
            }]
            : []),
        ]);
        migrated(before, planMigration(before, options).fix);
      },
    ),
    { numRuns: 300 },
  );
});

Deno.test("prove() finds a migration that changes what a client resolves", () => {
  const before = open({
    config:
      "[profile a]\nsso_start_url = https://corp.awsapps.com/start\nsso_region = eu-west-1\nsso_account_id = 123456789011\nsso_role_name = Dev\nregion = eu-west-1\n",
    credentials: "",
  });
  const { moved, fix } = planMigration(before);
  const text = new TextDecoder().decode(
    migrated(before, fix).documents[0].bytes,
  );
  for (
    const [from, to] of [
      ["123456789011", "123456789022"],
      ["role_name = Dev", "role_name = Ops"],
      ["sso_region = eu-west-1", "sso_region = us-east-1"],
      ["corp.awsapps", "other.awsapps"],
      ["\nregion = eu-west-1", "\nregion = us-east-1"],
      ["[profile a]", "[profile b]"],
      ["sso_session = corp", "sso_session = none"],
    ]
  ) {
    const after = open({ config: text.replace(from, to), credentials: "" });
    const { failures } = prove(before, after, { clients, moved });
    assert.equal(failures.size, 1, `${from} to ${to}`);
  }
});
