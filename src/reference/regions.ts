import { findRegion, type Partition, partitions } from "./partitions.ts";

export { nearRegions } from "./near_regions.ts";
export { regionOfZone } from "./zones.ts";

/** A region in which services run. */
export interface Region {
  readonly name: string;
  readonly partition: string;
  /** As in the console: "US East (N. Virginia)". */
  readonly description: string;
}

let known: ReadonlyMap<string, Region> | undefined;

/** Every real region by name; pseudo regions are not among them. */
export function regions(): ReadonlyMap<string, Region> {
  return known ??= new Map(partitions().flatMap(realRegions));
}

function realRegions(
  { id, regions }: Partition,
): readonly (readonly [string, Region])[] {
  return regions.filter(({ name }) => !isGlobal(name))
    .map(({ name, description }) =>
      [name, { name, partition: id, description }] as const
    );
}

function isGlobal(name: string): boolean {
  return /^aws(?:-[a-z-]+)?-global$/.test(name);
}

/** Whether a real region has exactly this name. */
export function isRegion(name: string): boolean {
  return !isGlobal(name) && findRegion(name) !== undefined;
}

/** FIPS names that hold no region: endpoints.json of botocore, `getRealRegion` of JS. */
const bareFips: ReadonlySet<string> = new Set([
  "fips",
  "ProdFips",
  "aws-fips",
  "aws-global-fips",
  "fips-aws-global",
]);

/**
 * Whether `name` stands for no place and is taken all the same: `aws-global` and its likes, and
 * the old spellings of FIPS endpoints (`fips-us-gov-west-1`, `us-east-1-fips`), which botocore
 * and JS turn into the plain region and `use_fips_endpoint`.
 */
export function isPseudoRegion(name: string): boolean {
  if (isGlobal(name)) return findRegion(name) !== undefined;
  return bareFips.has(name) || fipsRegion(name) !== undefined;
}

/** The region inside the old spelling of a FIPS endpoint: `us-east-1-fips` is us-east-1. */
export function fipsRegion(name: string): string | undefined {
  const plain = name.replace(/^fips-(?:dkr-|prod-)?/, "").replace(/-fips$/, "");
  return plain !== name && isRegion(plain) ? plain : undefined;
}

/** The partition of a region, also of one that is newer than the table, by the form of its name. */
export function partitionOfRegion(name: string): string | undefined {
  const region = fipsRegion(name) ?? name;
  const exact = regions().get(region);
  if (exact) return exact.partition;
  return partitions().find(({ regions, regionRegex }) =>
    regions.some((one) => one.name === region) || regionRegex.test(region)
  )?.id;
}

const directions =
  /-(?:north|south|east|west|central|northeast|northwest|southeast|southwest)-[1-9]\d?$/;

/**
 * Whether a region of this name may exist: it is known, or has the form of its partition and a
 * compass direction, so that it may be newer than the table. `us-east-9`, but not `us-eats-1`.
 */
export function isPlausibleRegion(name: string): boolean {
  if (isRegion(name)) return true;
  return directions.test(name) &&
    partitions().some(({ regionRegex }) => regionRegex.test(name));
}

/**
 * Whether botocore takes the value for a region at all (`validate_region_name`): every host
 * label passes, and so does the empty string.
 */
export function isHostLabel(value: string): boolean {
  return /^(?![0-9]+$)(?!-)[a-zA-Z0-9-]{0,63}(?<!-)$/.test(value);
}

/**
 * Whether IAM Identity Center can live in the region: botocore's endpoints.json has `portal.sso`
 * and `oidc` in every region of aws, aws-cn, aws-us-gov and aws-eusc, and nowhere else.
 */
export function identityCenterRegion(name: string): boolean {
  return findRegion(name)?.identityCenter ?? false;
}
