import assert from "node:assert/strict";
import { allClients } from "./key.ts";
import { allKeys, keysNamed } from "./key_rows.ts";

Deno.test("allKeys() reads every column of a row", () => {
  const key = allKeys().find(({ name }) => name === "retry_mode");
  assert.deepEqual(key, {
    name: "retry_mode",
    sections: ["profile"],
    files: ["config"],
    type: "enum",
    group: "general",
    secret: false,
    clients: {
      botocore: "yes",
      js: "yes",
      go: "yes",
      rust: "yes",
      java: "yes",
      dotnet: "yes",
      crt: "yes",
    },
    values: ["legacy", "standard", "adaptive"],
    folded: ["rust", "dotnet"],
  });
});

Deno.test("allKeys() reads a range without an end", () => {
  const range = (wanted: string) =>
    allKeys().find(({ name }) => name === wanted)?.range;
  assert.deepEqual(range("duration_seconds"), [900, 43200]);
  assert.deepEqual(range("max_attempts"), [1, Infinity]);
});

Deno.test("allKeys() holds each key of a block once, with a known word in every column", () => {
  const seen = new Set<string>();
  for (
    const { name, parent = "", sections, files, clients, pattern } of allKeys()
  ) {
    assert.ok(!seen.has(`${parent} ${name}`), name);
    seen.add(`${parent} ${name}`);
    assert.ok(sections.length > 0 && files.length > 0, name);
    for (const client of allClients) {
      assert.match(clients[client] ?? "", /^(yes|no|unknown)$/);
    }
    if (pattern) new RegExp(pattern);
  }
});

Deno.test("allKeys() takes the readings of a client from its column of the data", () => {
  const clients = (wanted: string) =>
    allKeys().find(({ name }) => name === wanted)!.clients;
  assert.equal(clients("aws_security_token").botocore, "yes");
  assert.equal(clients("aws_security_token").js, "no");
  assert.equal(clients("aws_security_token").crt, "unknown");
  assert.equal(clients("sso_session").botocore, "yes");
  assert.equal(clients("mfa_serial").rust, "no");
  assert.equal(clients("output").js, "no");
  assert.equal(clients("granted_sso_region").botocore, "no");
});

Deno.test("keysNamed() finds every row by its name, and no part of one", () => {
  for (const key of allKeys()) {
    assert.deepEqual(
      keysNamed(key.name).find(({ parent }) => parent === key.parent),
      key,
    );
  }
  assert.equal(keysNamed("use_dualstack_endpoint").length, 2);
  for (const name of ["", "regio", "egion", "region\t\tprofile", "\nregion"]) {
    assert.deepEqual(keysNamed(name), [], name);
  }
});
