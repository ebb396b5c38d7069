import assert from "node:assert/strict";
import { meantKey } from "./meant_key.ts";

function meant(name: string): string | undefined {
  const found = meantKey(name, { section: "profile" });
  return found && `${found.name} ${found.by}`;
}

Deno.test("meantKey() finds what a person meant", () => {
  assert.equal(meant("sso-session"), "sso_session sign");
  assert.equal(meant("aws_access_key"), "aws_access_key_id alias");
  assert.equal(meant("aws_role_arn"), "role_arn alias");
  assert.equal(meant("session_token"), "aws_session_token alias");
  assert.equal(meant("regoin"), "region guess");
  assert.equal(meant("ssostarturl"), "sso_start_url guess");
  assert.equal(meant("aws_secret_acess_key"), "aws_secret_access_key guess");
});

Deno.test("meantKey() leaves known keys, those of tools and strange ones alone", () => {
  for (
    const name of [
      "region",
      "sso_region",
      "sdk-ua-app-id",
      "granted_color",
      "color",
      "adfs_config.role_arn",
      "mfa_token_provider",
      "username",
      "note",
    ]
  ) assert.equal(meant(name), undefined, name);
});

Deno.test("meantKey() looks into blocks", () => {
  assert.equal(
    meantKey("adressing_style", { section: "profile", parent: "s3" })?.name,
    "addressing_style",
  );
  assert.equal(
    meantKey("endpoint-url", { section: "services", parent: "s3" })?.name,
    "endpoint_url",
  );
  assert.equal(meantKey("s3-proxy", { section: "plugins" }), undefined);
});
