import { readFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { version } from "../../src/version.ts";

/**
 * `install.sh` and `install.ps1` as a release carries them: with its version, and the address of
 * its files where the workflow that builds it says which repository it is.
 */
export function installers(
  root: string,
): readonly (readonly [string, string])[] {
  const { GITHUB_SERVER_URL, GITHUB_REPOSITORY } = process.env;
  const address = GITHUB_SERVER_URL && GITHUB_REPOSITORY
    ? `${GITHUB_SERVER_URL}/${GITHUB_REPOSITORY}/releases/download/v${version}`
    : "";
  return ["install.sh", "install.ps1"].map((name) => [
    name,
    readFileSync(join(root, name), "utf8")
      .replace("@VERSION@", version)
      .replace("@ADDRESS@", address),
  ]);
}
