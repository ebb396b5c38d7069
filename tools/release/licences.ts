import type { Package } from "./packages.ts";

/** The licences of all that is in the binaries, for those who pass them on. */
export function licences(packages: readonly Package[]): string {
  const parts = packages.map(({ name, version, licence, licenceText }) =>
    `${name} ${version}: ${licence}\n\n${
      licenceText || "(The package has no licence file.)"
    }\n`
  );
  const bun =
    "bun 1.4.5: MIT. It contains JavaScriptCore and parts of WebKit (LGPL-2.0-or-later and\n" +
    "BSD-2-Clause) and further libraries, listed in its own LICENSE.md.\n";
  return ["What is inside awscfg, and its licences\n", bun, ...parts].join(
    `\n${"-".repeat(80)}\n\n`,
  );
}
