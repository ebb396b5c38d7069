import assert from "node:assert/strict";
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { commands } from "../../../src/cli/flags.ts";
import { mainManPage, manPage } from "../../../src/cli/man_page.ts";
import type { Check, Place } from "../check.ts";
import { command } from "../command.ts";
import { git } from "../fresh_clone.ts";
import { needed } from "../needed.ts";

/** What is written for other programs: completions, man pages, workflows, scripts, the Action. */
export const texts: readonly Check[] = [
  {
    name: "completions in real shells",
    run: ({ root }) => {
      needed("zsh");
      needed("fish");
      const { out } = command([
        process.execPath,
        "test",
        "--allow-all",
        "--no-check",
        "src/cli/completion/",
      ], { cwd: root });
      assert.doesNotMatch(out, /Peer missing/);
      return "bash, zsh and fish on a pseudo-terminal; PowerShell is not tried";
    },
  },
  {
    name: "man pages",
    run: ({ folder, version }) => {
      const mandoc = needed("mandoc");
      const options = { version, date: "2026-01-31" };
      const pages = [
        mainManPage(commands, options),
        ...commands.map((one) => manPage(one, options)),
      ];
      for (const page of pages) {
        const file = join(folder(), "page.1");
        writeFileSync(file, page);
        assert.equal(command([mandoc, "-Tlint", "-Wwarning", file]).out, "");
      }
      return `${pages.length} without a warning`;
    },
  },
  {
    name: "workflows by actionlint",
    run: ({ clone }) => {
      command([needed("actionlint"), "-no-color"], { cwd: clone });
      return readdirSync(join(clone, ".github/workflows")).join(", ");
    },
  },
  {
    name: "scripts by ShellCheck",
    run: ({ clone }) => {
      const scripts = [
        "install.sh",
        "tools/install/setup",
        "tools/action/lint",
      ];
      command([needed("shellcheck"), "--severity=warning", ...scripts], {
        cwd: clone,
      });
      return scripts.join(", ");
    },
  },
  { name: "the Action, as a runner runs it", run: tryAction },
];

function tryAction({ clone, folder }: Place): string {
  const repo = folder();
  const output = join(folder(), "output");
  const step = (env: Readonly<Record<string, string>>, status: number) => {
    writeFileSync(output, "");
    const { out } = command(
      ["bash", "--noprofile", "--norc", "-e", "-o", "pipefail", "-c", script],
      {
        cwd: repo,
        status,
        env: {
          CI: "true",
          GITHUB_ACTIONS: "true",
          GITHUB_ACTION_PATH: clone,
          GITHUB_WORKSPACE: repo,
          GITHUB_OUTPUT: output,
          GITHUB_STEP_SUMMARY: join(folder(), "summary"),
          HOME: folder(),
          ...env,
        },
      },
    );
    return { out, set: readFileSync(output, "utf8") };
  };
  const script = /^ +run: '(.*)'$/m.exec(
    readFileSync(join(clone, "action.yml"), "utf8"),
  )![1];
  git(repo, "init", "--quiet");
  assert.match(step({}, 0).out, /nothing to lint/);
  mkdirSync(join(repo, ".aws"));
  writeFileSync(
    join(repo, ".aws/config"),
    "[profile dev]\nregion = us_east_1\n",
  );
  git(repo, "add", ".");
  const found = step({ AWSCFG_SARIF: "out.sarif" }, 1);
  assert.match(found.out, /^::error .*file=\.aws\/config,line=2/m);
  assert.equal(found.set, "status=1\nsarif=out.sarif\n");
  const sarif = JSON.parse(readFileSync(join(repo, "out.sarif"), "utf8"));
  assert.equal(sarif.version, "2.1.0");
  // What stands in an input is no code.
  symlinkSync(".aws/config", join(repo, "$(touch X)"));
  step({ AWSCFG_PATHS: "$(touch X)\n", AWSCFG_ARGS: "--exit-zero\n" }, 0);
  assert.ok(!readdirSync(repo).includes("X"));
  assert.match(step({ AWSCFG_PATHS: "nowhere" }, 2).set, /^status=2\n/);
  return "annotations, SARIF, outputs, hostile inputs";
}
