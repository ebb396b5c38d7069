import assert from "node:assert/strict";
import { findRegion, partitions } from "./partitions.ts";

Deno.test("partitions() lists all of them with their suffixes", () => {
  assert.deepEqual(partitions().map(({ id, dnsSuffix }) => [id, dnsSuffix]), [
    ["aws", "amazonaws.com"],
    ["aws-cn", "amazonaws.com.cn"],
    ["aws-eusc", "amazonaws.eu"],
    ["aws-iso", "c2s.ic.gov"],
    ["aws-iso-b", "sc2s.sgov.gov"],
    ["aws-iso-e", "cloud.adc-e.uk"],
    ["aws-iso-f", "csp.hci.ic.gov"],
    ["aws-us-gov", "amazonaws.com"],
  ]);
});

Deno.test("partitions() has regexes that fit each partition's regions and no other's", () => {
  for (const { id, regions } of partitions()) {
    for (
      const { name } of regions.filter(({ name }) => !name.endsWith("-global"))
    ) {
      const fitting = partitions().filter(({ regionRegex }) =>
        regionRegex.test(name)
      );
      assert.deepEqual(fitting.map((one) => one.id), [id], name);
    }
  }
});

Deno.test("partitions() knows where Identity Center is, and which regions are open to all", () => {
  const withPortal = partitions().filter(({ regions }) =>
    regions.some(({ identityCenter }) => identityCenter)
  );
  assert.deepEqual(withPortal.map(({ id }) => id), [
    "aws",
    "aws-cn",
    "aws-eusc",
    "aws-us-gov",
  ]);
  const open = partitions().flatMap(({ regions }) => regions)
    .filter(({ enabledByDefault }) => enabledByDefault);
  assert.equal(open.length, 17);
});

Deno.test("findRegion() finds every row, and no part of one", () => {
  for (const region of partitions().flatMap(({ regions }) => regions)) {
    assert.deepEqual(findRegion(region.name), region);
  }
  for (
    const name of ["", "us-east", "us-east-1\tUS East (N. Virginia)", "aws"]
  ) {
    assert.equal(findRegion(name), undefined, name);
  }
});
