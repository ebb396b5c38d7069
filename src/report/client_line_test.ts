import assert from "node:assert/strict";
import type { Effect, Effects } from "../lint/effect.ts";
import { matters } from "../lint/matters.ts";
import { clients } from "../readers/view.ts";
import { clientLine } from "./client_line.ts";
import { shownEffects } from "./shown_effects.ts";

function effects(some: Partial<Effects>): Effects {
  const ok: Effect = { status: "ok" };
  return Object.fromEntries(
    clients.map((client) => [client, some[client] ?? ok]),
  ) as Effects;
}

const line = (some: Partial<Effects>) =>
  clientLine(shownEffects(effects(some), (text) => text));

Deno.test("clientLine() groups the clients, the worst first", () => {
  assert.equal(
    line({
      js: { status: "different", reads: "x", key: "region" },
      go: { status: "different", reads: "x", key: "region" },
      botocore: { status: "error", refuses: "file" },
      dotnet: { status: "ignored" },
    }),
    'botocore: cannot read the file · JS, Go: read "x" · .NET: ignores it · Rust, Java, CRT: read it as meant',
  );
  assert.equal(line({}), undefined);
});

Deno.test("clientLine() says it of all at once", () => {
  const all = Object.fromEntries(
    clients.map((client) => [client, { status: "error", refuses: "value" }]),
  );
  assert.equal(line(all), "every client: refuses the value");
});

Deno.test("clientLine() shows no secret, no control character and no long value", () => {
  const reads = (key: string, value: string) =>
    line({ js: { status: "different", reads: value, key } })!.split(" · ")[0];
  assert.equal(
    reads("aws_secret_access_key", '"hunter02"'),
    'JS: reads ""****""',
  );
  assert.equal(
    reads("region", "x\naws_secret_access_key = hunter02"),
    'JS: reads "x␊aws_secret_access_key = ****"',
  );
  assert.match(reads("output", "a".repeat(60)), /^JS: reads "a{39}…"$/);
});

Deno.test("matters() drops what bothers other clients alone", () => {
  const found = effects({ js: { status: "ignored" } });
  assert.ok(matters(found, []));
  assert.ok(matters(found, ["js"]));
  assert.ok(matters(found, ["go", "js"]));
  assert.ok(!matters(found, ["go", "rust"]));
  // What no reader minds is for everybody.
  assert.ok(matters(effects({}), ["go"]));
});
