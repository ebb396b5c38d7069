import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import type { Check } from "../check.ts";
import { command } from "../command.ts";

const permissions = ["read", "write", "env", "net", "run", "sys"].map((one) =>
  `--allow-${one}`
);

/** From a clone with Deno: the README's commands, `deno install`, publishing, and the library. */
export const denoInstall: readonly Check[] = [
  {
    name: "README: the first command, in a fresh clone",
    run: ({ clone }) => {
      const { out } = command(
        [process.execPath, "task", "awscfg", "lint", "testdata/demo"],
        { cwd: clone, status: 1 },
      );
      assert.match(out, /region-invalid/);
      return "status 1, with findings";
    },
  },
  {
    name: "deno install from a folder",
    run: ({ clone, version, folder }) => {
      const at = folder();
      command([
        process.execPath,
        "install",
        "--global",
        "--root",
        at,
        "--name",
        "awscfg",
        "--config",
        "deno.json",
        ...permissions,
        "src/main.ts",
      ], { cwd: clone });
      const { out } = command([join(at, "bin/awscfg"), "--version"], {
        cwd: at,
        env: { PATH: `${process.execPath}/..:${process.env.PATH}` },
      });
      assert.equal(out, `awscfg ${version}\n`);
      return "installed and run";
    },
  },
  {
    name: "deno publish --dry-run and deno pack",
    run: ({ clone, folder }) => {
      const { err } = command([process.execPath, "publish", "--dry-run"], {
        cwd: clone,
      });
      assert.doesNotMatch(err, /warning|\[missing-/i);
      const file = join(folder(), "packed.tgz");
      command([process.execPath, "pack", "--output", file], { cwd: clone });
      const names = command(["tar", "-tzf", file]).out;
      assert.match(names, /^package\/mod\.d\.ts$/m);
      assert.doesNotMatch(names, /_test|testdata|conformance/);
      return "clean, without tests";
    },
  },
  {
    name: "the library from Deno",
    run: ({ clone, folder }) => {
      const at = folder();
      writeFileSync(
        join(at, "use.ts"),
        `import { type Diagnostic, lint, openWorkspace } from "${clone}/mod.ts";
const found: readonly Diagnostic[] = lint(openWorkspace({ config: "[profile dev]\\nregion = us_east_1\\n" }));
console.log(found[0].rule);
`,
      );
      const { out } = command([
        process.execPath,
        "run",
        "--check",
        "--no-prompt",
        "--config",
        join(clone, "deno.json"),
        "use.ts",
      ], { cwd: at });
      assert.equal(out, "region-invalid\n");
      return "type-checked, and run without any permission";
    },
  },
];
