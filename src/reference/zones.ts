import { partitions } from "./partitions.ts";

let shortNames: ReadonlyMap<string, string> | undefined;

/** Regions by the short names that begin the ids of their zones: `use1` is us-east-1. */
export function regionsByShortName(): ReadonlyMap<string, string> {
  return shortNames ??= new Map(
    partitions().flatMap(({ regions }) =>
      regions.map(({ name }) => [shortName(name), name])
    ),
  );
}

/** `usw2`, `apse1`, `usgw1`, `cnnw1`: a direction shrinks to its initials, `gov` to a `g`. */
function shortName(region: string): string {
  return region.split("-").map((word) => {
    const direction = /^(north|south|)(east|west|central|)$/.exec(word);
    if (direction) {
      return `${direction[1].slice(0, 1)}${direction[2].slice(0, 1)}`;
    }
    return word === "gov" ? "g" : word;
  }).join("");
}

/** What follows the region in the names of a zone, a Local Zone and a Wavelength Zone. */
const zoneSuffix = /^(?:[a-z]|-[a-z]{3}-\d+[a-z]?|-wl\d+-[a-z]{3}-wlz-\d+)$/;

/** An id after the short name: of a zone, a Local Zone, a Wavelength Zone. */
const zoneId =
  /^([a-z]+\d)-(?:az\d+|[a-z]{3}\d+-az\d+|wl\d+-[a-z]{3}-?wlz\d+)$/;

/**
 * The region in which a zone lies, where `value` is the name or id of one: `us-east-1a`,
 * `use1-az1`, `us-west-2-lax-1a`, `us-east-1-wl1-bos-wlz-1`.
 */
export function regionOfZone(value: string): string | undefined {
  const zone = value.toLowerCase();
  for (const { regions } of partitions()) {
    for (const { name } of regions) {
      if (zone.startsWith(name) && zoneSuffix.test(zone.slice(name.length))) {
        return name;
      }
    }
  }
  const id = zoneId.exec(zone);
  return id ? regionsByShortName().get(id[1]) : undefined;
}
