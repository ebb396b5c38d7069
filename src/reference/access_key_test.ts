import assert from "node:assert/strict";
import {
  accessKeyKind,
  isExampleKey,
  isSecretAccessKey,
} from "./access_key.ts";

Deno.test("accessKeyKind() goes by the prefix", () => {
  assert.equal(accessKeyKind("AKIAIOSFODNN7EXAMPLE"), "long-term");
  assert.equal(accessKeyKind("AKIAI44QH8DHBEXAMPLE"), "long-term");
  assert.equal(accessKeyKind("ASIAIOSFODNN7EXAMPLE"), "temporary");
  for (
    const id of [
      "test",
      "AROAIOSFODNN7EXAMPLE",
      "AKIA",
      "akiaiosfodnn7example",
      "",
    ]
  ) {
    assert.equal(accessKeyKind(id), undefined, id);
  }
});

Deno.test("isSecretAccessKey() goes by length and letters", () => {
  assert.ok(isSecretAccessKey("wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"));
  assert.ok(!isSecretAccessKey("AKIAIOSFODNN7EXAMPLE"));
  assert.ok(!isSecretAccessKey("wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLE KEY"));
});

Deno.test("isExampleKey() knows the keys of AWS's documents", () => {
  assert.ok(isExampleKey("AKIAIOSFODNN7EXAMPLE"));
  assert.ok(isExampleKey("ASIAIOSFODNN7EXAMPLE"));
  assert.ok(isExampleKey("wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"));
  assert.ok(isExampleKey("je7MtGbClwBF/2Zp9Utk/h3yCo8nvbEXAMPLEKEY"));
  assert.ok(!isExampleKey("AKIAIOSFODNN7ABCDEFG"));
  assert.ok(!isExampleKey("test"));
});
