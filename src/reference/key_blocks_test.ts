import assert from "node:assert/strict";
import { isBlockParent, mayBeEmpty } from "./key_blocks.ts";

Deno.test("isBlockParent() tells what opens a block", () => {
  for (
    const name of [
      "s3",
      "s3api",
      "cloudfront",
      "api_versions",
      "proxies_config",
      "emr",
    ]
  ) {
    assert.ok(isBlockParent(name, "profile"), name);
  }
  assert.ok(isBlockParent("dynamodb", "profile"));
  assert.ok(isBlockParent("dynamodb", "services"));
  assert.ok(!isBlockParent("s3api", "services"));
  assert.ok(!isBlockParent("region", "profile"));
  assert.ok(!isBlockParent("s3", "sso-session"));
});

Deno.test("mayBeEmpty() allows a pager that is off, and what opens a block", () => {
  assert.ok(mayBeEmpty("cli_pager"));
  assert.ok(mayBeEmpty("s3"));
  assert.ok(mayBeEmpty("elastic_beanstalk"));
  assert.ok(!mayBeEmpty("region"));
  assert.ok(!mayBeEmpty("aws_session_token"));
});
