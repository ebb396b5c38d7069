import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** A package that is inside the binary. */
export interface Package {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  readonly licenceText: string;
  /** SHA-512 of its archive, in Base64, from the lock file. */
  readonly integrity?: string;
}

/** Asks Bun which files it takes into the program, and to which packages they belong. */
export function packages(root: string): readonly Package[] {
  const metafile = join(root, "dist/inputs.json");
  execFileSync("npx", [
    "-y",
    "bun@1.4.5",
    "build",
    "--target=bun",
    `--metafile=${metafile}`,
    "--splitting",
    "--outdir=dist/inputs",
    "src/main.ts",
  ], { cwd: root, stdio: ["ignore", "ignore", "inherit"] });
  const { inputs } = JSON.parse(readFileSync(metafile, "utf8"));
  const folders = new Set(
    Object.keys(inputs).flatMap((path) =>
      /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(`/${path}`)?.[0] ?? []
    ),
  );
  const lock = JSON.parse(readFileSync(join(root, "deno.lock"), "utf8")).npm;
  return [...folders].map((folder) => describe(join(root, folder), lock)).sort(
    (a, b) => a.name < b.name ? -1 : a.name > b.name ? 1 : 0,
  );
}

function describe(
  folder: string,
  lock: Readonly<Record<string, { readonly integrity?: string }>>,
): Package {
  const { name, version, license } = JSON.parse(
    readFileSync(join(folder, "package.json"), "utf8"),
  );
  const file = readdirSync(folder).find((name) => /^licen[cs]e/i.test(name));
  const entry = Object.keys(lock).find((key) =>
    key === `${name}@${version}` || key.startsWith(`${name}@${version}_`)
  );
  return {
    name,
    version,
    licence: license ?? "NOASSERTION",
    licenceText: file ? readFileSync(join(folder, file), "utf8").trim() : "",
    integrity: entry ? lock[entry].integrity : undefined,
  };
}
