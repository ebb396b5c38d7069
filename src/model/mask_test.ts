import assert from "node:assert/strict";
import fc from "fast-check";
import { maskLine, maskValue } from "./mask.ts";

const secret = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";

Deno.test("maskLine() masks secrets wherever they stand in a line", () => {
  for (
    const [line, shown] of [
      [`aws_secret_access_key = ${secret}`, "aws_secret_access_key = ****"],
      ["aws_secret_access_key=short", "aws_secret_access_key=****"],
      ['aws_secret_acess_key: "short"', 'aws_secret_acess_key: "****"'],
      ["export AWS_SESSION_TOKEN=abc", "export AWS_SESSION_TOKEN=****"],
      ["# aws_secret_access_key = abc", "# aws_secret_access_key = ****"],
      [`# it was ${secret}`, "# it was ****"],
      [`  ${secret}`, "  ****"],
      [`foo = ${secret}`, "foo = ****"],
      [`aws_access_key_id = ${secret}`, "aws_access_key_id = ****"],
      [
        "credential_process = /bin/x --key abc",
        "credential_process = /bin/x ****",
      ],
      [
        'credential_process = "/my dir/x" abc',
        'credential_process = "/my dir/x" ****',
      ],
      ["proxy = http://me:pa/ss@host:80", "proxy = http://****@host:80"],
      ["endpoint_url = http://me:p@host", "endpoint_url = http://****@host"],
      [
        "[default]aws_secret_access_key = abc",
        "[default]aws_secret_access_key = ****",
      ],
      [`[profile ${secret}]`, "[profile ****]"],
      ['"SecretAccessKey": "abc",', '"SecretAccessKey": ****'],
      [
        '{"AccessKeyId":"AKIA", "SecretAccessKey":"abc"}',
        '{"AccessKeyId":"AKIA", "SecretAccessKey":****',
      ],
    ]
  ) assert.equal(maskLine(line), shown);
});

Deno.test("maskLine() leaves what is harmless", () => {
  for (
    const line of [
      "region = us-east-1",
      "aws_access_key_id=AKIAIOSFODNN7EXAMPLE",
      "role_arn = arn:aws:iam::123456789012:role/Some_Long-Name123456",
      "sso_start_url = https://my-sso-Portal1.awsapps.com/start#/",
      "[profile AdministratorAccess-123456789012]",
      "credential_process = /usr/local/bin/tool",
      "",
    ]
  ) assert.equal(maskLine(line), line);
});

Deno.test("maskLine() shows no run that looks like a key, unless the key of the line is harmless", () => {
  const run = fc.stringMatching(/^[A-Za-z0-9/+]{20,60}$/).filter((text) =>
    /[a-z]/.test(text) && /[A-Z]/.test(text) && /[0-9]/.test(text)
  );
  const before = fc.constantFrom(
    "",
    "# ",
    "  ",
    "x = ",
    "x: ",
    "password=",
    "<",
  );
  const after = fc.constantFrom("", " ", ">", " # note", '"');
  fc.assert(fc.property(before, run, after, (before, run, after) => {
    assert.ok(!maskLine(before + run + after).includes(run));
  }));
});

Deno.test("maskValue() masks by the key", () => {
  assert.equal(maskValue("aws_secret_access_key", "abc"), "****");
  assert.equal(maskValue("Region", "us-east-1"), "us-east-1");
  assert.equal(maskValue("credential_process", "a b"), "a ****");
  assert.equal(maskValue("aws_secret_access_key", ""), "");
});
