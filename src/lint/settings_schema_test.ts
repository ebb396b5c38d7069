import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import Ajv from "ajv";
import { rules } from "../../rules/mod.ts";
import { readSettings } from "./read_settings.ts";

const cases: readonly (readonly [boolean, unknown])[] = [
  [true, {}],
  [true, { $schema: "./awscfg.schema.json", rules: { "value-quoted": "off" } }],
  [true, { clients: ["go"], minimumClients: { terraform: "1.6" } }],
  [true, { overrides: [{ files: ["ci/**"], extraKeys: ["x"] }] }],
  [false, { rule: {} }],
  [false, { rules: { "value-quoted": "warn" } }],
  [false, { rules: { "value-quotd": "off" } }],
  [false, { clients: ["golang"] }],
  [false, { minimumClients: { go: 1.18 } }],
  [false, { overrides: [{ rules: {} }] }],
  [false, { overrides: [{ files: [] }] }],
  [false, { extraRegions: [""] }],
];

Deno.test("awscfg.schema.json takes what the program takes", () => {
  // deno-lint-ignore no-explicit-any
  const validate = new (Ajv as any)({ strict: false }).compile(
    JSON.parse(
      readFileSync(
        new URL("../../awscfg.schema.json", import.meta.url),
        "utf8",
      ),
    ),
  );
  for (const [good, value] of cases) {
    const text = JSON.stringify(value);
    assert.equal(validate(value), good, text);
    assert.equal("settings" in readSettings(text, rules), good, text);
  }
});
