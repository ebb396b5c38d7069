import assert from "node:assert/strict";
import { findKey, isKnownKey, keyNames } from "./keys.ts";

Deno.test("findKey() finds a key in the sections where it may stand", () => {
  assert.equal(findKey("region")?.type, "region");
  assert.equal(findKey("region", "profile")?.type, "region");
  assert.equal(findKey("region", "sso-session"), undefined);
  assert.equal(findKey("sso_start_url", "sso-session")?.type, "url");
  assert.equal(findKey("sso_start_url", "profile")?.type, "url");
  assert.equal(findKey("sso_account_id", "sso-session"), undefined);
  assert.equal(findKey("sso_registration_scopes", "sso-session")?.type, "list");
  assert.equal(findKey("aws_saml_url", "other")?.tool, "aws-okta");
});

Deno.test("findKey() knows no misspelt key, and names by their case", () => {
  assert.equal(findKey("REGION"), undefined);
  assert.equal(findKey("sso-region"), undefined);
  assert.equal(findKey("constructor"), undefined);
  assert.equal(findKey("disable_s3_express_session_auth"), undefined);
});

Deno.test("findKey() knows the keys of other tools, dotted ones too", () => {
  assert.equal(findKey("adfs_config.role_arn")?.tool, "aws-adfs");
  assert.equal(findKey("granted_sso_start_url")?.tool, "granted");
  assert.equal(findKey("credentials_duration")?.tool, "aws-runas");
});

Deno.test("findKey() looks into a block when its parent is given", () => {
  assert.equal(findKey("addressing_style", "profile", "s3")?.type, "enum");
  assert.equal(findKey("addressing_style", "profile"), undefined);
  assert.equal(findKey("addressing_style", undefined, "s3")?.parent, "s3");
  assert.equal(findKey("region", "profile", "s3"), undefined);
  assert.equal(findKey("use_dualstack_endpoint")?.parent, undefined);
  assert.equal(
    findKey("use_dualstack_endpoint", "profile", "s3")?.parent,
    "s3",
  );
});

Deno.test("findKey() knows endpoint_url under every service id of a services section", () => {
  assert.equal(
    findKey("endpoint_url", "services", "dynamodb")?.parent,
    "dynamodb",
  );
  assert.equal(
    findKey("endpoint_url", "services", "elastic_beanstalk")?.type,
    "url",
  );
  assert.equal(findKey("endpoint_url", "services", "dynamoDB"), undefined);
  assert.equal(findKey("endpoint_url", "services"), undefined);
  assert.equal(findKey("endpoint_url", "profile", "dynamodb"), undefined);
  assert.equal(findKey("region", "services", "dynamodb"), undefined);
});

Deno.test("findKey() knows what botocore reads under the name of a client", () => {
  const key = findKey("signature_version", "profile", "cognito-idp");
  assert.equal(key?.parent, "cognito-idp");
  assert.equal(key?.name, "signature_version");
  assert.equal(findKey("ec2", "profile", "api_versions")?.name, "ec2");
  assert.equal(findKey("nonsense", "profile", "api_versions"), undefined);
});

Deno.test("findKey() takes any name for a plugin, and services for previews", () => {
  assert.equal(findKey("endpoint", "plugins")?.name, "endpoint");
  assert.equal(findKey("cli_legacy_plugin_path", "plugins")?.type, "path");
  assert.equal(findKey("cloudfront", "preview")?.type, "bool");
  assert.equal(findKey("cloudfrnot", "preview"), undefined);
});

Deno.test("isKnownKey() looks everywhere", () => {
  assert.ok(isKnownKey("region"));
  assert.ok(isKnownKey("max_bandwidth"));
  assert.ok(isKnownKey("signature_version"));
  assert.ok(isKnownKey("x_security_token_expires"));
  assert.ok(!isKnownKey("so_start_url"));
  assert.ok(!isKnownKey("<service>"));
});

Deno.test("keyNames() suggests the keys of official clients", () => {
  assert.ok(keyNames().includes("sso_start_url"));
  assert.ok(!keyNames().includes("granted_sso_start_url"));
  assert.ok(!keyNames().includes("<plugin-name>"));
  assert.deepEqual(keyNames("sso-session"), [
    "sso_start_url",
    "sso_region",
    "sso_registration_scopes",
  ]);
  assert.ok(keyNames("profile", "s3").includes("addressing_style"));
  assert.ok(keyNames("profile", "s3").includes("signature_version"));
  assert.deepEqual(keyNames("services", "sqs"), ["endpoint_url"]);
});
