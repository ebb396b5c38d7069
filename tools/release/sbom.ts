import { Buffer } from "node:buffer";
import { createHash } from "node:crypto";
import type { Package } from "./packages.ts";

/** The runtime that is inside. */
const bun = { name: "bun", version: "1.4.5" };

/** A CycloneDX list of all that is in the binaries. */
export function sbom(
  packages: readonly Package[],
  { version, seconds }: { readonly version: string; readonly seconds: number },
): string {
  const components = [
    {
      type: "platform",
      "bom-ref": `pkg:npm/${bun.name}@${bun.version}`,
      ...bun,
      licenses: [{ license: { id: "MIT" } }],
      purl: `pkg:npm/${bun.name}@${bun.version}`,
    },
    ...packages.map(({ name, version, licence, integrity }) => {
      const purl = `pkg:npm/${name.replace("@", "%40")}@${version}`;
      const hash = integrity?.replace(/^sha512-/, "");
      return {
        type: "library",
        "bom-ref": purl,
        name,
        version,
        ...(hash
          ? {
            hashes: [{
              alg: "SHA-512",
              content: Buffer.from(hash, "base64").toString("hex"),
            }],
          }
          : {}),
        licenses: /^[A-Za-z0-9.+-]+$/.test(licence)
          ? [{ license: { id: licence } }]
          : [{ expression: licence }],
        purl,
      };
    }),
  ];
  const digest = createHash("sha256").update(JSON.stringify(components))
    .digest("hex");
  const root = `pkg:npm/awscfg@${version}`;
  return `${
    JSON.stringify(
      {
        $schema: "http://cyclonedx.org/schema/bom-1.6.schema.json",
        bomFormat: "CycloneDX",
        specVersion: "1.6",
        serialNumber: `urn:uuid:${uuid(digest)}`,
        version: 1,
        metadata: {
          timestamp: new Date(seconds * 1000).toISOString(),
          component: {
            type: "application",
            "bom-ref": root,
            name: "awscfg",
            version,
            licenses: [{ license: { id: "MIT" } }],
            purl: root,
          },
        },
        components,
        dependencies: [{
          ref: root,
          dependsOn: components.map((one) => one["bom-ref"]),
        }],
      },
      null,
      2,
    )
  }\n`;
}

/** A UUID that is the same for the same contents. */
function uuid(hex: string): string {
  const variant = "89ab"[parseInt(hex[16], 16) % 4];
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `5${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join("-");
}
