import { distance } from "fastest-levenshtein";
import {
  bare,
  type RegionCandidate,
  regionCandidates,
  sorted,
} from "./region_candidates.ts";
import { regionOfZone, regionsByShortName } from "./zones.ts";

/** What S3 called its two first regions. */
const oldNames: ReadonlyMap<string, string> = new Map([
  ["eu", "eu-west-1"],
  ["usstandard", "us-east-1"],
]);

/**
 * The regions that a wrong value may mean, best first, at most three: `us_west-2` means
 * us-west-2, `s3.us-east-1.amazonaws.com` us-east-1, `oregon` us-west-2, and `west-1` us-west-1
 * or eu-west-1.
 */
export function nearRegions(value: string): readonly string[] {
  const found = remembered.get(value) ?? search(value);
  // One value often stands in a hundred profiles; a thousand values are a file of nothing but noise.
  if (remembered.size > 1000) remembered.clear();
  remembered.set(value, found);
  return found;
}

const remembered = new Map<string, readonly string[]>();

function search(value: string): readonly string[] {
  const text = value.normalize("NFD").replace(/[^ -~]/g, "").trim()
    .toLowerCase();
  const words = text.replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "").replace(
    /-0+(?=\d)/g,
    "-",
  );
  const zone = regionOfZone(text);
  if (zone) return [zone];
  const known = contained(words);
  if (known.length > 0) return known.slice(0, 3);
  const exact = oldNames.get(bare(words)) ??
    regionsByShortName().get(bare(words));
  if (exact) return [exact];
  for (const find of [byDescription, byName, byPart, byTypo]) {
    const found = likely(find(words));
    if (found.length > 0) return found;
  }
  return [];
}

/** Regions between signs or at the ends, in the order in which they stand there. */
function contained(words: string): readonly string[] {
  const at = (name: string): number => `-${words}-`.indexOf(`-${name}-`);
  return regionCandidates().map(({ name }) => name).filter((name) =>
    at(name) !== -1
  )
    .toSorted((a, b) => at(a) - at(b));
}

function byDescription(words: string): readonly RegionCandidate[] {
  const text = bare(words);
  const whole = regionCandidates().filter(({ description }) =>
    bare(description) === text
  );
  if (whole.length > 0) return whole;
  return regionCandidates().filter(({ place }) =>
    place !== "" &&
    (place === text || (place.length > 3 && text.includes(place)))
  );
}

function byName(words: string): readonly RegionCandidate[] {
  return regionCandidates().filter((region) => region.bare === bare(words));
}

/** The name without its number, its beginning or its end: `us-east`, `us-gov`, `west-1`, `west`. */
function byPart(words: string): readonly RegionCandidate[] {
  const part = words.replace(/([a-z])(\d)/g, "$1-$2");
  const several = part.includes("-");
  return regionCandidates().filter(({ name, stem }) =>
    bare(stem) === bare(part) ||
    (several && (name.startsWith(`${part}-`) || name.endsWith(`-${part}`))) ||
    (part.length > 3 && stem.endsWith(`-${part}`))
  );
}

function byTypo(words: string): readonly RegionCandidate[] {
  const text = bare(words);
  const letters = sorted(text);
  let least = Infinity;
  let found: RegionCandidate[] = [];
  for (const region of regionCandidates()) {
    // Letters in the wrong order count once.
    const far = region.letters === letters ? 1 : Math.min(
      apart(text, region.bare, text.length / 3),
      // Names of places are words like others, so less will do to be another word.
      apart(text, region.place, text.length / 4),
    );
    if (far < least) {
      least = far;
      found = [];
    }
    if (far === least && far < Infinity) found.push(region);
  }
  return found;
}

/** How many letters differ; more than `most` is infinitely many. */
function apart(text: string, name: string, most: number): number {
  if (name === "" || Math.abs(text.length - name.length) > most) {
    return Infinity;
  }
  const far = distance(text, name);
  return far <= most ? far : Infinity;
}

/** A region that an account must ask for is meant only where no other fits. */
function likely(found: readonly RegionCandidate[]): readonly string[] {
  const usual = found.filter(({ enabledByDefault }) => enabledByDefault);
  return (usual.length > 0 ? usual : found).slice(0, 3).map(({ name }) => name);
}
