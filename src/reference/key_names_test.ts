import assert from "node:assert/strict";
import { allKeys } from "./key_rows.ts";
import { aliases, thirdPartyTool } from "./key_names.ts";

Deno.test("aliases leads from names that nobody reads to keys that official clients read", () => {
  const official = new Set(
    allKeys().filter(({ tool }) => !tool).map(({ name }) => name),
  );
  for (const [alias, key] of aliases) {
    assert.ok(!official.has(alias), alias);
    assert.ok(official.has(key), key);
  }
  assert.equal(aliases.get("aws_access_key"), "aws_access_key_id");
  assert.equal(aliases.get("secret_access_key_id"), "aws_secret_access_key");
  assert.equal(aliases.get("aws_default_region"), "region");
  assert.equal(
    aliases.get("sso_registration_scope"),
    "sso_registration_scopes",
  );
});

Deno.test("thirdPartyTool() names the tool of a key, also by its prefix", () => {
  assert.equal(thirdPartyTool("include_profile"), "aws-vault");
  assert.equal(thirdPartyTool("granted_something_new"), "granted");
  assert.equal(thirdPartyTool("common_fate_generated_from"), "granted");
  assert.equal(thirdPartyTool("adfs_config.new"), "aws-adfs");
  assert.equal(thirdPartyTool("region"), undefined);
  assert.equal(thirdPartyTool("anything"), undefined);
});
