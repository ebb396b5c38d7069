import assert from "node:assert/strict";
import { regionOfZone, regionsByShortName } from "./zones.ts";

Deno.test("regionOfZone() finds the region of every kind of zone", () => {
  assert.equal(regionOfZone("us-east-1a"), "us-east-1");
  assert.equal(regionOfZone("US-EAST-1A"), "us-east-1");
  assert.equal(regionOfZone("ap-southeast-2c"), "ap-southeast-2");
  assert.equal(regionOfZone("us-gov-west-1b"), "us-gov-west-1");
  assert.equal(regionOfZone("use1-az1"), "us-east-1");
  assert.equal(regionOfZone("usgw1-az2"), "us-gov-west-1");
  assert.equal(regionOfZone("us-west-2-lax-1a"), "us-west-2");
  assert.equal(regionOfZone("us-west-2-lax-1"), "us-west-2");
  assert.equal(regionOfZone("usw2-lax1-az1"), "us-west-2");
  assert.equal(regionOfZone("us-east-1-wl1-bos-wlz-1"), "us-east-1");
});

Deno.test("regionOfZone() finds nothing in other names", () => {
  for (
    const name of [
      "us-east-1",
      "us-east-9a",
      "us-east-1ab",
      "xxx1-az1",
      "use1",
      "us-east-1-",
    ]
  ) {
    assert.equal(regionOfZone(name), undefined, name);
  }
});

Deno.test("regionsByShortName() shortens as the ids of zones do", () => {
  const short = regionsByShortName();
  for (
    const [name, region] of [
      ["apne1", "ap-northeast-1"],
      ["apse2", "ap-southeast-2"],
      ["cac1", "ca-central-1"],
      ["cnnw1", "cn-northwest-1"],
      ["euc1", "eu-central-1"],
      ["eun1", "eu-north-1"],
      ["mes1", "me-south-1"],
      ["sae1", "sa-east-1"],
    ]
  ) assert.equal(short.get(name), region);
});
