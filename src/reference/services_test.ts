import assert from "node:assert/strict";
import {
  isServiceClient,
  isServiceId,
  nearServiceIds,
  serviceIds,
} from "./services.ts";

Deno.test("isServiceId() knows ids as they stand in a services section", () => {
  for (
    const id of [
      "s3",
      "dynamodb",
      "elastic_beanstalk",
      "sso_oidc",
      "route_53",
      "xray",
    ]
  ) {
    assert.ok(isServiceId(id), id);
  }
  for (
    const id of ["", "dynamoDB", "elastic-beanstalk", "s3api", "stepfunctions"]
  ) {
    assert.ok(!isServiceId(id), id);
  }
});

Deno.test("serviceIds() lists each id once, in order", () => {
  assert.equal(serviceIds().length, 462);
  assert.deepEqual(serviceIds(), [...new Set(serviceIds())].toSorted());
});

Deno.test("isServiceClient() knows the names that botocore gives to services", () => {
  for (
    const name of [
      "s3",
      "elasticbeanstalk",
      "cognito-idp",
      "stepfunctions",
      "logs",
    ]
  ) {
    assert.ok(isServiceClient(name), name);
  }
  assert.ok(!isServiceClient("elastic_beanstalk"));
});

Deno.test("nearServiceIds() finds ids in another case, with other signs, or by a client", () => {
  assert.deepEqual(nearServiceIds("dynamoDB"), ["dynamodb"]);
  assert.deepEqual(nearServiceIds("elastic-beanstalk"), ["elastic_beanstalk"]);
  assert.deepEqual(nearServiceIds("Elastic Beanstalk"), ["elastic_beanstalk"]);
  assert.deepEqual(nearServiceIds("stepfunctions"), ["sfn"]);
  assert.deepEqual(nearServiceIds("elbv2"), ["elastic_load_balancing_v2"]);
  assert.deepEqual(nearServiceIds("cognito-idp"), [
    "cognito_identity_provider",
  ]);
  assert.deepEqual(nearServiceIds("redshift-serverless"), [
    "redshift_serverless",
  ]);
});

Deno.test("nearServiceIds() finds typos, and nothing for other words", () => {
  assert.deepEqual(nearServiceIds("dynamdb"), ["dynamodb"]);
  assert.deepEqual(nearServiceIds("clodwatch"), ["cloudwatch"]);
  assert.deepEqual(nearServiceIds("region"), []);
  assert.deepEqual(nearServiceIds("zz"), []);
});
