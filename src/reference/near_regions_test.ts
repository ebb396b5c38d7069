import assert from "node:assert/strict";
import { nearRegions } from "./near_regions.ts";

function finds(wanted: Readonly<Record<string, string>>): void {
  for (const [value, regions] of Object.entries(wanted)) {
    assert.equal(nearRegions(value).join(" "), regions, value);
  }
}

Deno.test("nearRegions() sees through case, signs and what stands around", () =>
  finds({
    "us_west-2": "us-west-2",
    "US-EAST-1": "us-east-1",
    "us_east_1": "us-east-1",
    "us east 1": "us-east-1",
    "useast1": "us-east-1",
    "us-east-01": "us-east-1",
    "ap-south-east-1": "ap-southeast-1",
    '"us-east-1"': "us-east-1",
    "“us-east-1”": "us-east-1",
    "us\u200b-east-1": "us-east-1",
    "us-east-1 # main": "us-east-1",
    "us-east-1;": "us-east-1",
    "s3-ap-southeast-1": "ap-southeast-1",
    "s3.us-east-1.amazonaws.com": "us-east-1",
    "us-west-2,us-east-1": "us-west-2 us-east-1",
  }));

Deno.test("nearRegions() completes what is cut", () =>
  finds({
    "west-1": "us-west-1 eu-west-1",
    "us-east": "us-east-1 us-east-2",
    "us-gov": "us-gov-east-1 us-gov-west-1",
    "southeast-2": "ap-southeast-2",
    "northeast": "ap-northeast-1 ap-northeast-2 ap-northeast-3",
  }));

Deno.test("nearRegions() finds typos, the nearest alone", () =>
  finds({
    "us-eat-1": "us-east-1",
    "ap-southest-1": "ap-southeast-1",
    "us-esat-1": "us-east-1",
    "us-est-1": "us-east-1 us-west-1",
    "us-east-3": "us-east-1 us-east-2",
    "cn-north-2": "cn-north-1",
    "eu-centarl-1": "eu-central-1",
  }));

Deno.test("nearRegions() knows regions by their names in the console", () =>
  finds({
    "US East (N. Virginia)": "us-east-1",
    "N. Virginia": "us-east-1",
    "virginia": "us-east-1",
    "oregon": "us-west-2",
    "Ohio": "us-east-2",
    "EU (Ireland)": "eu-west-1",
    "São Paulo": "sa-east-1",
    "AWS GovCloud (US-West)": "us-gov-west-1",
    "frankfrut": "eu-central-1",
    "Canada": "ca-central-1",
  }));

Deno.test("nearRegions() knows zones, short names, FIPS names and the first names of S3", () =>
  finds({
    "us-east-1a": "us-east-1",
    "use1-az1": "us-east-1",
    "apse1": "ap-southeast-1",
    "fips-us-gov-west-1": "us-gov-west-1",
    "EU": "eu-west-1",
    "us-standard": "us-east-1",
  }));

Deno.test("nearRegions() finds nothing in other words", () =>
  finds({
    "": "",
    "None": "",
    "auto": "",
    "fr-par": "",
    "json": "",
    "us": "",
    "default": "",
    "{{ .region }}": "",
    "${AWS_REGION}": "",
  }));
