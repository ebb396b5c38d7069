import type { SectionKind } from "./key.ts";
import { isServiceClient, isServiceId } from "./services.ts";

/** Blocks of a profile that are not named after a service of their own. */
const profileBlocks: ReadonlySet<string> = new Set([
  "s3",
  "s3api",
  "cloudfront",
  "api_versions",
  "proxies_config",
  "emr",
]);

/**
 * Whether `name` opens a nested block: in a profile `s3`, a few others and every service (for its
 * `signature_version`), in a services section every service id.
 */
export function isBlockParent(name: string, section: SectionKind): boolean {
  if (section === "services") return isServiceId(name);
  if (section !== "profile") return false;
  return profileBlocks.has(name) || isServiceClient(name) || isServiceId(name);
}

/** Whether no value means something: `cli_pager =` turns the pager off, `s3 =` opens a block. */
export function mayBeEmpty(name: string): boolean {
  return name === "cli_pager" || isBlockParent(name, "profile");
}
