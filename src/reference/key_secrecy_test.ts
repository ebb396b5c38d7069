import assert from "node:assert/strict";
import { allKeys } from "./key_rows.ts";
import { isHarmlessKey, isSecretKey } from "./key_secrecy.ts";

Deno.test("isSecretKey() knows secrets in any case", () => {
  for (
    const name of [
      "aws_secret_access_key",
      "AWS_SECRET_ACCESS_KEY",
      "aws_session_token",
      "aws_security_token",
      "azure_default_password",
      "okta_default_password",
    ]
  ) assert.ok(isSecretKey(name), name);
});

Deno.test("isSecretKey() takes unknown keys for secret that look it", () => {
  for (
    const name of [
      "aws_secret_key",
      "secret_access_key_id",
      "aws_secret_access_MISPELLED",
      "aws-secret-access-key",
      "export aws_secret_access_key",
      "aws_session_tokne_session_token",
      "saml_password",
      "client_secret",
      "private_key",
      "api-key",
      "token",
    ]
  ) assert.ok(isSecretKey(name), name);
});

Deno.test("isSecretKey() passes over what only sounds secret", () => {
  for (
    const name of [
      "aws_access_key_id",
      "web_identity_token_file",
      "x_security_token_expires",
      "session_token_duration",
      "secrets_manager",
      "secretsmanager",
      "mfa_token_provider",
      "region",
    ]
  ) assert.ok(!isSecretKey(name), name);
});

Deno.test("isHarmlessKey() allows regions, names, ARNs, numbers and the like", () => {
  for (
    const name of [
      "region",
      "REGION",
      "output",
      "role_arn",
      "sso_account_id",
      "sso_role_name",
      "sso_start_url",
      "sso_session",
      "source_profile",
      "duration_seconds",
      "use_fips_endpoint",
      "mfa_serial",
      "addressing_style",
      "role_session_name",
    ]
  ) assert.ok(isHarmlessKey(name), name);
});

Deno.test("isHarmlessKey() allows no free text, command, key id or unknown key", () => {
  for (
    const name of [
      "aws_access_key_id",
      "aws_secret_access_key",
      "aws_session_token",
      "credential_process",
      "mfa_process",
      "external_id",
      "web_identity_token_file",
      "anything",
      "constructor",
    ]
  ) assert.ok(!isHarmlessKey(name), name);
});

Deno.test("isHarmlessKey() and isSecretKey() never hold of one key", () => {
  for (const { name } of allKeys()) {
    assert.ok(!(isHarmlessKey(name) && isSecretKey(name)), name);
  }
});
