/**
 * Tries every way to get awscfg for real, as far as this machine allows, from a fresh clone, and
 * says what it could not try and why: `deno task test:install [WORD…]`, where only checks are run
 * whose name contains a word. With AWSCFG_REQUIRE_PEERS=1 programs that are missing are installed.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { version } from "../src/version.ts";
import { type Check, NotTried, type Place } from "./install/check.ts";
import { binaries } from "./install/checks/binaries.ts";
import { denoInstall } from "./install/checks/deno_install.ts";
import { hooks } from "./install/checks/hooks.ts";
import { installers } from "./install/checks/installers.ts";
import { npmPackage } from "./install/checks/npm_package.ts";
import { texts } from "./install/checks/texts.ts";
import { freshClone } from "./install/fresh_clone.ts";

const all: readonly Check[] = [
  ...denoInstall,
  ...npmPackage,
  ...hooks,
  ...texts,
  ...binaries,
  ...installers,
];
const words = process.argv.slice(2);
const chosen = all.filter(({ name }) =>
  words.length === 0 || words.some((word) => name.includes(word))
);
const base = mkdtempSync(join(tmpdir(), "awscfg-install-"));
const folder = () => mkdtempSync(join(base, "at-"));
const root = fileURLToPath(new URL("..", import.meta.url));
const counts = { passed: 0, failed: 0, "not tried": 0 };

try {
  const place: Place = {
    root,
    version,
    folder,
    clone: freshClone(root, { folder: folder(), version }),
  };
  for (const check of chosen) {
    const outcome = await tried(check, place);
    counts[outcome]++;
  }
} finally {
  rmSync(base, { recursive: true, force: true });
}
if (counts["not tried"] > 0) {
  console.log(`\n${counts["not tried"]} could not be tried on this machine`);
}
console.log(`\n${counts.passed} passed, ${counts.failed} failed`);
process.exitCode = counts.failed === 0 && counts.passed > 0 ? 0 : 1;

async function tried(
  { name, run }: Check,
  place: Place,
): Promise<keyof typeof counts> {
  const began = performance.now();
  const took = () => `${((performance.now() - began) / 1000).toFixed(1)} s`;
  try {
    console.log(`ok         ${name}: ${await run(place)} (${took()})`);
    return "passed";
  } catch (error) {
    if (error instanceof NotTried) {
      console.log(`not tried  ${name}: ${error.message}`);
      return "not tried";
    }
    const text = error instanceof Error ? error.message : String(error);
    console.log(`FAIL       ${name}: ${text.slice(0, 3000)} (${took()})`);
    return "failed";
  }
}
