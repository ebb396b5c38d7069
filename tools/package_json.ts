import deno from "../deno.json" with { type: "json" };

/** `package.json`: for npm and pre-commit alone, so it has neither dependencies nor scripts. */
export function packageJson(): string {
  return `${
    JSON.stringify(
      {
        name: "awscfg",
        version: deno.version,
        description:
          "Checks, repairs and explains ~/.aws/config and ~/.aws/credentials",
        keywords: ["aws", "config", "credentials", "sso", "linter"],
        license: deno.license,
        type: "module",
        bin: { awscfg: "npm/awscfg.mjs" },
        exports: {
          ".": { types: "./npm/types/mod.d.ts", default: "./npm/mod.mjs" },
          "./package.json": "./package.json",
        },
        files: ["npm", "CHANGELOG.md"],
        engines: { node: ">=20" },
      },
      null,
      2,
    )
  }\n`;
}
