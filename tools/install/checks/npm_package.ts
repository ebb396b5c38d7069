import assert from "node:assert/strict";
import { existsSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import type { Check } from "../check.ts";
import { command } from "../command.ts";
import { needed } from "../needed.ts";

const bundle = [process.execPath, "task", "-q", "bundle", "--library"];

/** The npm package: packed, installed in an empty folder, run, used as a library, removed. */
export const npmPackage: readonly Check[] = ["npm-10", "npm-11"].map((
  name,
) => ({
  name: `npm package with ${name.replace("-", " ")}`,
  run: ({ clone, version, folder }) => {
    const env = { PATH: `${needed(name)}:${process.env.PATH}` };
    const at = folder();
    command(bundle, { cwd: clone });
    const packed = command(["npm", "pack", "--pack-destination", at], {
      cwd: clone,
      env,
    });
    assert.equal(packed.out.trim(), `awscfg-${version}.tgz`);
    writeFileSync(join(at, "package.json"), "{}");
    command(
      ["npm", "install", "--no-audit", "--no-fund", `./awscfg-${version}.tgz`],
      { cwd: at, env },
    );
    assert.deepEqual(
      readdirSync(join(at, "node_modules")).filter((one) => one[0] !== "."),
      ["awscfg"],
    );
    const bin = join(at, "node_modules/.bin/awscfg");
    assert.equal(command([bin, "--version"]).out, `awscfg ${version}\n`);
    const { out } = command([bin, "lint", join(clone, "testdata/demo")], {
      status: 1,
    });
    assert.match(out, /region-invalid/);
    command([bin, "migrate", "--check", join(clone, "testdata/demo")], {
      status: 1,
    });
    assert.match(
      command([bin, "login"], { status: 2 }).err,
      /^awscfg: .*binary.*\n$/,
    );
    useLibrary(at);
    command(["npm", "uninstall", "awscfg"], { cwd: at, env });
    assert.ok(!existsSync(bin));
    assert.ok(!existsSync(join(at, "node_modules/awscfg")));
    return `packed, installed, run, imported with types, removed, on Node ${
      command(["node", "--version"]).out.trim()
    }`;
  },
}));

function useLibrary(at: string): void {
  writeFileSync(
    join(at, "use.mts"),
    `import { type Diagnostic, lint, openWorkspace, readAs, resolveAs } from "awscfg";
const workspace = openWorkspace({ config: "[profile dev]\\nregion = us_east_1\\n" });
const found: readonly Diagnostic[] = lint(workspace);
const rule: string = found[0].rule;
console.log(rule, readAs("botocore", workspace).profiles?.dev.region, typeof resolveAs("go", workspace, "dev"));
// @ts-expect-error A number is no file.
openWorkspace({ config: 1 });
`,
  );
  command(
    [
      "npm",
      "install",
      "--no-audit",
      "--no-fund",
      "--save-dev",
      "typescript@5.9.3",
    ],
    { cwd: at },
  );
  command([
    join(at, "node_modules/.bin/tsc"),
    "--strict",
    "--module",
    "nodenext",
    "--target",
    "es2022",
    "--lib",
    "es2022,dom",
    "use.mts",
  ], { cwd: at });
  // The wrong call is there for the types alone.
  const use = "import('./use.mjs').catch(() => {})";
  const said = /^region-invalid us_east_1 object\n/;
  assert.match(command(["node", "-e", use], { cwd: at }).out, said);
  assert.match(
    command(["npx", "-y", "bun@1.4.5", "use.mjs"], { cwd: at, status: 0 }).out,
    said,
  );
}
