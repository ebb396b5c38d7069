import assert from "node:assert/strict";
import { findKey } from "./keys.ts";
import type { Client } from "./key.ts";
import { valueProblem } from "./values.ts";

function problem(
  name: string,
  value: string,
  client?: Client,
): string | undefined {
  const parent =
    ["max_bandwidth", "multipart_chunksize", "preferred_transfer_client"]
        .includes(name)
      ? "s3"
      : undefined;
  return valueProblem(findKey(name, undefined, parent)!, value, client);
}

/** The clients that take the value. */
function takers(name: string, value: string): string {
  const clients: readonly Client[] = [
    "botocore",
    "js",
    "go",
    "rust",
    "java",
    "dotnet",
  ];
  return clients.filter((client) => problem(name, value, client) === undefined)
    .join(" ");
}

function valid(name: string, ...values: readonly string[]): void {
  for (const value of values) {
    assert.equal(problem(name, value), undefined, `${name} ${value}`);
  }
}

function invalid(name: string, ...values: readonly string[]): void {
  for (const value of values) {
    assert.ok(problem(name, value), `${name} ${value}`);
  }
}

Deno.test("valueProblem() knows how each client reads a boolean", () => {
  const all = "botocore js go rust java dotnet";
  assert.equal(takers("use_fips_endpoint", "true"), all);
  assert.equal(
    takers("use_fips_endpoint", "True"),
    "botocore go rust java dotnet",
  );
  assert.equal(takers("use_fips_endpoint", "yes"), "");
  assert.equal(
    takers("disable_request_compression", "TRUE"),
    "botocore rust java dotnet",
  );
  assert.equal(takers("ec2_metadata_v1_disabled", "yes"), "js");
});

Deno.test("valueProblem() knows each client's values of an enum", () => {
  assert.equal(takers("retry_mode", "legacy"), "botocore java");
  assert.equal(takers("retry_mode", "Standard"), "rust dotnet");
  assert.equal(takers("retry_mode", "exponential"), "");
  assert.equal(takers("endpoint_discovery_enabled", "auto"), "botocore js go");
  assert.equal(
    takers("endpoint_discovery_enabled", "true"),
    "botocore js go rust java dotnet",
  );
  assert.equal(
    takers("account_id_endpoint_mode", "Preferred"),
    "botocore dotnet",
  );
  assert.equal(takers("credential_source", "EC2InstanceMetadata"), "");
  valid(
    "credential_source",
    "Environment",
    "Ec2InstanceMetadata",
    "EcsContainer",
  );
  valid("output", "json", "yaml-stream", "off");
  invalid("output", "JSON", "None", '"json"', "us-east-1");
  valid("cli_timestamp_format", "wire", "none");
  valid("preferred_transfer_client", "crt", "default");
});

Deno.test("valueProblem() knows ranges of numbers", () => {
  valid("duration_seconds", "900", "43200");
  invalid("duration_seconds", "899", "43201", "8h", "3600.5");
  assert.equal(problem("duration_seconds", "8h"), "must be a whole number");
  assert.equal(
    problem("duration_seconds", "60"),
    "must be between 900 and 43200",
  );
  assert.equal(takers("max_attempts", "0"), "js go");
  assert.equal(takers("max_attempts", "3x"), "js");
  assert.equal(takers("max_attempts", "five"), "");
  assert.equal(
    takers("request_min_compression_size_bytes", "0"),
    "js go rust java dotnet",
  );
});

Deno.test("valueProblem() knows sizes and rates of the AWS CLI", () => {
  valid("multipart_chunksize", "8388608", "8MB", "8mib", "1TB");
  invalid("multipart_chunksize", "0", "8 megabytes", "1.5GB", "8M");
  valid("max_bandwidth", "1048576", "10MB/s", "800Kb/s", "1024B/s", "1GiB/s");
  invalid("max_bandwidth", "10MB", "10MB/S", "fast", "0MB/s");
});

Deno.test("valueProblem() knows regions, and leaves room for new ones", () => {
  valid("region", "us-east-1", "aws-global", "us-east-1-fips", "us-east-9");
  invalid(
    "region",
    "us_west-2",
    "US-EAST-1",
    "west-1",
    "us-east-1a",
    "ap-southest-1",
    "None",
  );
  valid("sso_region", "us-east-1", "us-gov-west-1", "us-east-9");
  invalid(
    "sso_region",
    "aws-global",
    "us-iso-east-1",
    "us-east-1-fips",
    "us-west",
  );
});

Deno.test("valueProblem() knows identifiers", () => {
  valid("sso_account_id", "111122223333", "011122223333");
  invalid("sso_account_id", "11122223333", "1111-2222-3333", "<ACCOUNT>");
  valid("sso_role_name", "Administrator_Access+=,.@-");
  invalid(
    "sso_role_name",
    "arn:aws:iam::111122223333:role/R",
    "a/b",
    "x".repeat(65),
  );
  valid("role_arn", "arn:aws:iam::111122223333:role/R");
  invalid("role_arn", "arn:aws:iam:111122223333:role/R", "R");
  valid("login_session", "arn:aws:iam::012345678912:user/username");
  invalid("mfa_serial", "arn:aws:iam::111122223333:user/joe");
});

Deno.test("valueProblem() knows URLs", () => {
  valid(
    "endpoint_url",
    "http://localhost:4566",
    "https://example.com/a?b",
    "http://[::1]:9000",
  );
  invalid(
    "endpoint_url",
    "localhost:4566",
    "http://",
    "s3://bucket",
    "http://${HOST}:4566",
  );
  const plain = "http://corp.awsapps.com/start";
  assert.equal(takers("sso_start_url", plain), "js go rust java");
  valid("sso_start_url", "https://corp.awsapps.com/start#/");
  invalid(
    "sso_start_url",
    "https://corp.awsapps.com/start # ours",
    "corp.awsapps.com/start",
  );
});

Deno.test("valueProblem() knows lists", () => {
  valid("sso_registration_scopes", "sso:account:access", "a:b, c:d_e ,openid");
  invalid(
    "sso_registration_scopes",
    "sso:account:access codewhisperer:completions",
    "a:b:c:d",
  );
  valid("auth_scheme_preference", "sigv4", "foo, sigv4a");
  invalid("auth_scheme_preference", "sigv5");
});

Deno.test("valueProblem() takes any free text, key and name", () => {
  valid("aws_access_key_id", "test", "AKIAIOSFODNN7EXAMPLE");
  valid("aws_session_token", "anything", "");
  valid("external_id", "%20");
  valid("source_profile", "any name");
  valid("credential_process", "/bin/x --y");
  valid("ca_bundle", "~/corp.pem");
});

Deno.test("valueProblem() takes no value where empty says something, and nowhere else", () => {
  valid("cli_pager", "");
  valid("s3", "", "\naddressing_style = path");
  invalid("s3", "path");
  invalid("region", "");
  invalid("aws_access_key_id", "");
  invalid("source_profile", "");
});

Deno.test("valueProblem() is easy on the keys of other tools", () => {
  valid("adfs_config.role_arn", "None", "arn:aws:iam::111122223333:role/R");
  valid("adfs_config.ssl_verification", "True", "None");
  valid("granted_sso_start_url", "`https://corp.awsapps.com/start/#`");
  valid("azure_default_duration_hours", "1.5");
  invalid("toolkit_artifact_guid", "no guid");
});

Deno.test("valueProblem() never repeats the value", () => {
  for (
    const name of [
      "region",
      "output",
      "role_arn",
      "sso_account_id",
      "endpoint_url",
    ]
  ) {
    assert.ok(!problem(name, "hunter2hunter2")?.includes("hunter2"), name);
  }
});
