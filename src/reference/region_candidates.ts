import { type PartitionRegion, partitions } from "./partitions.ts";

/** A region, and what a wrong value is compared with. */
export interface RegionCandidate extends PartitionRegion {
  /** The name without signs. */
  readonly bare: string;
  /** The letters of `bare` in alphabetical order. */
  readonly letters: string;
  /** The name without its number. */
  readonly stem: string;
  /** The city or state of its description, without signs; most have one. */
  readonly place: string;
}

let list: readonly RegionCandidate[] | undefined;

/** Real regions, those first that most people mean. */
export function regionCandidates(): readonly RegionCandidate[] {
  return list ??= partitions().flatMap(({ id, regions }) =>
    regions.filter(({ name }) => !name.endsWith("-global")).map((region) => ({
      ...region,
      bare: bare(region.name),
      letters: sorted(bare(region.name)),
      stem: region.name.replace(/-\d+$/, ""),
      place: id === "aws" || id === "aws-cn" ? place(region.description) : "",
    }))
  ).toSorted((a, b) => rank(a) - rank(b) || (a.name < b.name ? -1 : 1));
}

function rank({ name, enabledByDefault }: PartitionRegion): number {
  const prefix = ["us", "eu", "ap", "ca", "sa"].indexOf(name.slice(0, 2));
  return (prefix === -1 ? 9 : prefix) + (enabledByDefault ? 0 : 10);
}

/** "US East (N. Virginia)" lies in Virginia, but "Canada (Central)" in Canada. */
function place(description: string): string {
  const [, outside, inside] = /^(.*) \((?:N\. )?(.*)\)$/.exec(description) ??
    [];
  return bare(inside === "Central" ? outside : inside ?? "");
}

/** Letters and digits alone, in lower case. */
export function bare(text: string): string {
  return text.toLowerCase().replace(/[^a-z0-9]/g, "");
}

/** The characters in alphabetical order. */
export function sorted(text: string): string {
  return [...text].toSorted().join("");
}
