import assert from "node:assert/strict";
import {
  fipsRegion,
  identityCenterRegion,
  isHostLabel,
  isPlausibleRegion,
  isPseudoRegion,
  isRegion,
  partitionOfRegion,
  regions,
} from "./regions.ts";

Deno.test("regions() holds the 48 real ones", () => {
  assert.equal(regions().size, 48);
  assert.deepEqual(regions().get("us-east-1"), {
    name: "us-east-1",
    partition: "aws",
    description: "US East (N. Virginia)",
  });
  assert.equal(regions().get("eusc-de-east-1")?.partition, "aws-eusc");
});

Deno.test("isRegion() takes names as they are", () => {
  assert.ok(isRegion("ap-southeast-7"));
  for (
    const name of ["aws-global", "US-EAST-1", "us-east-9", "us-east-1a", ""]
  ) {
    assert.ok(!isRegion(name), name);
  }
});

Deno.test("isPseudoRegion() knows global and FIPS names", () => {
  for (
    const name of [
      "aws-global",
      "aws-cn-global",
      "aws-us-gov-global",
      "aws-iso-b-global",
      "us-east-1-fips",
      "fips-us-gov-west-1",
      "fips-dkr-us-east-1",
      "fips-prod-us-east-2",
      "aws-fips",
      "fips-aws-global",
    ]
  ) assert.ok(isPseudoRegion(name), name);
  for (
    const name of [
      "us-east-1",
      "aws-eusc-global",
      "us-eats-1-fips",
      "fips-",
      "*",
    ]
  ) {
    assert.ok(!isPseudoRegion(name), name);
  }
});

Deno.test("fipsRegion() gives the plain region", () => {
  assert.equal(fipsRegion("us-east-1-fips"), "us-east-1");
  assert.equal(fipsRegion("fips-us-gov-west-1"), "us-gov-west-1");
  assert.equal(fipsRegion("us-east-1"), undefined);
  assert.equal(fipsRegion("aws-fips"), undefined);
});

Deno.test("partitionOfRegion() goes by the name, else by its form", () => {
  assert.equal(partitionOfRegion("us-east-1"), "aws");
  assert.equal(partitionOfRegion("cn-north-1"), "aws-cn");
  assert.equal(partitionOfRegion("us-gov-west-1"), "aws-us-gov");
  assert.equal(partitionOfRegion("us-isob-east-1"), "aws-iso-b");
  assert.equal(partitionOfRegion("aws-cn-global"), "aws-cn");
  assert.equal(partitionOfRegion("us-gov-west-9"), "aws-us-gov");
  assert.equal(partitionOfRegion("fips-us-gov-west-1"), "aws-us-gov");
  assert.equal(partitionOfRegion("us-east-1a"), undefined);
  assert.equal(partitionOfRegion("nowhere"), undefined);
});

Deno.test("isPlausibleRegion() allows for regions that are newer than the table", () => {
  for (
    const name of [
      "us-east-1",
      "us-east-9",
      "ap-northwest-1",
      "us-gov-central-1",
    ]
  ) {
    assert.ok(isPlausibleRegion(name), name);
  }
  for (
    const name of [
      "ap-southest-1",
      "us-east-0",
      "US-EAST-1",
      "xx-east-1",
      "aws-global",
    ]
  ) {
    assert.ok(!isPlausibleRegion(name), name);
  }
});

Deno.test("isHostLabel() judges as botocore does", () => {
  for (
    const value of [
      "us-east-1a",
      "us-west-2-lax-1a",
      "use1-az1",
      "US-EAST-1",
      "Virginia",
      "useast1",
      "",
    ]
  ) assert.ok(isHostLabel(value), value);
  for (
    const value of [
      "us-east-1 ",
      "us_east_1",
      "us.east.1",
      "123",
      "-us",
      "us-",
      '"us-east-1"',
      "us-east-1 # c",
      "us-east-1;",
      "eu-west-1/",
      "N. Virginia",
      "*",
      "a".repeat(64),
    ]
  ) assert.ok(!isHostLabel(value), value);
});

Deno.test("identityCenterRegion() leaves out pseudo regions and isolated partitions", () => {
  for (
    const name of ["us-east-1", "cn-north-1", "us-gov-east-1", "eusc-de-east-1"]
  ) {
    assert.ok(identityCenterRegion(name), name);
  }
  for (
    const name of ["aws-global", "us-iso-east-1", "us-isof-east-1", "us-east-9"]
  ) {
    assert.ok(!identityCenterRegion(name), name);
  }
});
