import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { peer } from "../../../tools/install/peer.ts";
import { scripts } from "./completion.ts";
import { shellHome } from "./testing/shell_home.ts";
import { pause, shellTerminal } from "./testing/shell_terminal.ts";

/** What is typed, and the arguments with which awscfg is then run. */
const cases: readonly (readonly [string, string])[] = [
  ["awscfg expl\t\r", "[explain]"],
  ["awscfg lint --unsa\t\r", "[lint][--unsafe-fixes]"],
  ["awscfg explain region-inva\t\r", "[explain][region-invalid]"],
  ["true; awscfg lint --format=conc\t\r", "[lint][--format=concise]"],
  ["A=b awscfg lint --format conc\t\r", "[lint][--format][concise]"],
  [
    "awscfg lint --ignore=all,region-inva\t\r",
    "[lint][--ignore=all,region-invalid]",
  ],
  ["awscfg migrate --profile wor\t\r", "[migrate][--profile][work@corp]"],
  ["awscfg migrate --profile work@c\t\r", "[migrate][--profile][work@corp]"],
  ["awscfg migrate --profile=work@c\t\r", "[migrate][--profile=work@corp]"],
  ["awscfg lint some-fi\t\r", "[lint][some-file]"],
];

/** Typed to see that nothing is run; the line is then given up. */
const hostile = [
  "awscfg migrate --profile \t\t",
  "awscfg migrate --profile '$(to\t\t",
  "awscfg migrate --profile \\$\\(\t\t",
  "awscfg migrate --profile a:\t\t",
  'awscfg migrate --profile "`tou\t\t',
];

const shells: Readonly<Record<string, readonly string[]>> = {
  bash: ["--noprofile", "--norc", "-i"],
  zsh: ["-f", "-i"],
  fish: ["--no-config", "-i"],
};

Deno.test({
  name:
    "completion scripts complete in a real bash, zsh and fish, and expand nothing",
  ignore: process.platform === "win32",
}, async () => {
  const python = peer("python3");
  if (!python) return;
  // One for all: the first to ask compiles the binary.
  const homes = Object.keys(shells).map((shell) => shellHome(scripts[shell]));
  await Promise.all(
    Object.keys(shells).map((shell, index) =>
      completes(shell, { python, home: homes[index] })
    ),
  );
});

async function completes(
  shell: string,
  { python, home }: { readonly python: string; readonly home: string },
): Promise<void> {
  const path = shell === "bash" ? "bash" : peer(shell);
  if (!path) return;
  const { type, runs, leave } = await shellTerminal(
    [path, ...shells[shell]],
    { python, home },
  );
  const before = shell === "zsh" ? "autoload -U compinit; compinit -u; " : "";
  await type(`${before}source ${join(home, "script")}; awscfg ready\r`);
  await runs(1);
  for (const [index, [line]] of cases.entries()) {
    await type(line);
    await runs(index + 2);
  }
  for (const line of hostile) {
    await type(line);
    await pause(200);
    // Ctrl-C gives the line up, in a list of choices too.
    await type("\x03");
    await pause(200);
  }
  await type("awscfg done\r");
  await runs(cases.length + 2);
  const { log, screen } = await leave();
  const expected = ["[ready]", ...cases.map(([, ran]) => ran), "[done]"];
  assert.deepEqual(log, expected, `${shell}\n${screen}`);
  assert.ok(!existsSync(join(home, "X")), `${shell}\n${screen}`);
}
