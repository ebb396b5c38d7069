import assert from "node:assert/strict";
import { matchesGlob } from "./matches_glob.ts";
import { readSettings } from "./read_settings.ts";
import { mergeParts, ruleSettings, settingsFor } from "./settings.ts";

const rules = [
  { id: "region-invalid", summary: "Wrong" },
  { id: "value-quoted", summary: "Quoted" },
];

function problemsOf(text: string): readonly string[] {
  const read = readSettings(text, rules);
  assert.ok("problems" in read, text);
  return read.problems.map(({ position: { line, column }, message }) =>
    `${line}:${column} ${message}`
  );
}

Deno.test("readSettings() takes comments and trailing commas", () => {
  const read = readSettings(
    `{ // ours
      "$schema": "./awscfg.schema.json",
      "rules": { "region-invalid": "off", },
      "clients": ["go"],
      "minimumClients": { "go": "1.18.0" },
      "extraRegions": ["moon-1"],
      "overrides": [{ "files": ["ci/**"], "clients": ["js"] }],
    }`,
    rules,
  );
  assert.ok("settings" in read);
  assert.deepEqual(read.settings.rules, { "region-invalid": "off" });
  assert.deepEqual(read.settings.overrides?.[0].files, ["ci/**"]);
});

Deno.test("readSettings() tells every mistake with its place and what was meant", () => {
  assert.deepEqual(
    problemsOf(
      `{
  "clinets": ["go"],
  "rules": {
    "regon-invalid": "off",
    "value-quoted": "warn"
  },
  "clients": ["boto"],
  "minimumClients": { "go": 1.18, "terrafrom": "1.6", "js": "new" },
  "extraRegions": "moon-1",
  "overrides": [{ "fils": ["x"] }],
  "clients": []
}`,
    ),
    [
      '2:3 There is no setting "clinets"; did you mean "clients"?',
      '4:5 There is no rule "regon-invalid"; did you mean "region-invalid"?',
      '5:21 "value-quoted" must be off, error, warning, info, not "warn"; did you mean "warning"?',
      '8:29 "go" must be a version in quotes, as in "1.18.0"',
      '8:35 There is no client "terrafrom"; did you mean "terraform"?',
      '8:61 "js" must be a version, as in "1.18.0", not "new"',
      '9:19 "extraRegions" must be a list, not "moon-1"',
      '10:17 "files" is missing here',
      '10:19 There is no setting "fils"; did you mean "files"?',
      '11:3 "clients" stands here twice',
    ],
  );
});

Deno.test("readSettings() names the place where the JSON breaks off", () => {
  assert.deepEqual(problemsOf('{\n  "rules": {\n'), [
    "3:1 This is no JSON: close brace expected",
  ]);
  assert.deepEqual(problemsOf(""), ["1:1 The file is empty"]);
  assert.deepEqual(problemsOf("[]"), ["1:1 The file must be an object"]);
});

Deno.test("settingsFor() adds the overrides that match, the last on top", () => {
  const found = settingsFor({
    rules: { "region-invalid": "off", "value-quoted": "error" },
    clients: ["go"],
    extraRegions: ["moon-1"],
    overrides: [
      { files: ["ci/**"], rules: { "value-quoted": "info" } },
      { files: ["**/config"], extraRegions: ["mars-1"], clients: [] },
      { files: ["x"], rules: { "region-invalid": "error" } },
    ],
  }, (globs) => matchesGlob(globs, ["ci/.aws/config"]));
  assert.deepEqual(found, {
    rules: { "region-invalid": "off", "value-quoted": "info" },
    clients: [],
    minimumClients: {},
    extraRegions: ["moon-1", "mars-1"],
    extraKeys: [],
  });
});

Deno.test("matchesGlob() takes names, folders and hidden files", () => {
  assert.ok(matchesGlob(["credentials"], ["a/.aws/credentials"]));
  assert.ok(matchesGlob(["**/.aws/*"], ["a/.aws/credentials"]));
  assert.ok(matchesGlob(["a/{b,c}/*"], ["a/c/config"]));
  assert.ok(!matchesGlob(["b/*"], ["a/config"]));
});

Deno.test("ruleSettings() serves files that are read together", () => {
  const { clients, extraKeys } = ruleSettings([
    mergeParts([{ clients: ["go"], extraKeys: ["My_Key"] }]),
    mergeParts([{ clients: ["js", "go"] }]),
  ]);
  assert.deepEqual(clients, ["go", "js"]);
  assert.ok(extraKeys.has("my_key"));
});
