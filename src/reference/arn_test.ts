import assert from "node:assert/strict";
import { isMfaSerial, isRoleArn, parseArn } from "./arn.ts";

Deno.test("parseArn() takes an ARN apart", () => {
  assert.deepEqual(parseArn("arn:aws-cn:iam::111122223333:role/path/R"), {
    partition: "aws-cn",
    service: "iam",
    region: "",
    account: "111122223333",
    resource: "role/path/R",
  });
  assert.equal(
    parseArn("arn:aws:logs:us-east-1:1:log-group:a:b")?.resource,
    "log-group:a:b",
  );
});

Deno.test("parseArn() takes nothing else", () => {
  for (
    const text of [
      "",
      "R",
      "arn:aws:iam:111122223333:role/R",
      "arn:aws:iam::111122223333:",
      "arn:aws:iam::111122223333: role/R",
      "am:aws:iam::111122223333:role/R",
      '"arn:aws:iam::111122223333:role/R"',
    ]
  ) assert.equal(parseArn(text), undefined, text);
});

Deno.test("isRoleArn() allows paths and every partition", () => {
  for (
    const text of [
      "arn:aws:iam::111122223333:role/R",
      "arn:aws:iam::012345678912:role/team/ops/Deploy+x=,.@-_",
      "arn:aws-us-gov:iam::111122223333:role/R",
      "arn:aws-iso-b:iam::111122223333:role/R",
    ]
  ) assert.ok(isRoleArn(text), text);
});

Deno.test("isRoleArn() refuses what only looks like a role", () => {
  for (
    const text of [
      "arn:aws:iam:111122223333:role/R",
      "arn:aws:iam::11112222333:role/R",
      "arn:aws:iam::111122223333:user/joe",
      "arn:aws:iam::111122223333:instance-profile/R",
      "arn:aws:sts::111122223333:assumed-role/R/s",
      "arn:aws:iam::111122223333:role/",
      "arn:aws:iam::111122223333:role/foobar[profile]",
      `arn:aws:iam::111122223333:role/${"r".repeat(65)}`,
    ]
  ) assert.ok(!isRoleArn(text), text);
});

Deno.test("isMfaSerial() takes ARNs of devices and serials of hardware", () => {
  for (
    const text of [
      "arn:aws:iam::111122223333:mfa/joe",
      "arn:aws:iam::111122223333:sms-mfa/joe",
      "arn:aws-cn:iam::111122223333:mfa/team/joe@example.com",
      "GAHT12345678",
    ]
  ) assert.ok(isMfaSerial(text), text);
  for (
    const text of [
      "arn:aws:iam::111122223333:user/joe",
      "joe",
      "",
      "123 456 789",
    ]
  ) {
    assert.ok(!isMfaSerial(text), text);
  }
});
