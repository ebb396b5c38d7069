import { portal } from "../reference/portal.ts";
import {
  isHostLabel,
  isPlausibleRegion,
  nearRegions,
} from "../reference/regions.ts";
import { type Session, shownUrl } from "./session.ts";

/** What makes a session impossible to sign in to, told before anything is sent. */
export function sessionProblem(
  { startUrl, region }: Pick<Session, "startUrl" | "region">,
): string | undefined {
  if (!startUrl) return "sso_start_url is missing";
  if (!region) return "sso_region is missing";
  if (!isHostLabel(region) || !isPlausibleRegion(region)) {
    const near = nearRegions(region);
    return `sso_region "${region}" is no region${
      near.length > 0 ? `; did you mean "${near[0]}"?` : ""
    }`;
  }
  if (portal(startUrl).kind === "not-a-url") {
    return `sso_start_url "${shownUrl(startUrl)}" is no URL`;
  }
  return undefined;
}

/** What should be looked at when the service refuses a start URL in a region. */
export function regionHint(
  { startUrl, region }: Pick<Session, "startUrl" | "region">,
): string {
  const told = portal(startUrl).region;
  return told && told !== region
    ? `the start URL is of region "${told}", sso_region is "${region}"`
    : `check sso_start_url ("${
      shownUrl(startUrl)
    }") and sso_region ("${region}", the region in which Identity Center is set up)`;
}
