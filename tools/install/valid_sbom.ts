import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Place } from "./check.ts";
import { command } from "./command.ts";
import { released } from "./released.ts";

/** Validates a release's list of contents by the official library for CycloneDX. */
export function validSbom(place: Place): string {
  const at = place.folder();
  command([
    "npm",
    "install",
    "--no-audit",
    "--no-fund",
    "--prefix",
    at,
    "@cyclonedx/cyclonedx-library@10.3.0",
    "ajv@8.20.0",
    "ajv-formats@3.0.1",
    "ajv-formats-draft2019@1.6.1",
  ]);
  const file = join(released(place), `awscfg-${place.version}.cdx.json`);
  writeFileSync(
    join(at, "validate.mjs"),
    `import { readFileSync } from "node:fs";
import { Spec, Validation } from "@cyclonedx/cyclonedx-library";
const validator = new Validation.JsonStrictValidator(Spec.Version.v1dot6);
const text = readFileSync(process.argv[2], "utf8");
const wrong = await validator.validate(text);
if (wrong) { console.error(wrong); process.exitCode = 1; }
`,
  );
  command(["node", "validate.mjs", file], { cwd: at });
  const { components } = JSON.parse(readFileSync(file, "utf8"));
  return `valid, ${components.length} components`;
}
