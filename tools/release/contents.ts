import { readFileSync } from "node:fs";
import { scripts } from "../../src/cli/completion/completion.ts";
import { commands } from "../../src/cli/flags.ts";
import { mainManPage, manPage } from "../../src/cli/man_page.ts";
import { version } from "../../src/version.ts";
import type { Entry } from "./entry.ts";
import type { Target } from "./targets.ts";

const completions: Readonly<Record<string, string>> = {
  bash: "awscfg.bash",
  zsh: "_awscfg",
  fish: "awscfg.fish",
  powershell: "awscfg.ps1",
};

/** What stands beside the binary in every archive. */
export function contents(
  { note }: Target,
  { seconds, licences }: {
    readonly seconds: number;
    readonly licences: string;
  },
): readonly Entry[] {
  const date = new Date(seconds * 1000).toISOString().slice(0, 10);
  const options = { version, date };
  return [
    file(
      "README.txt",
      `awscfg ${version}\n\n${note}\n\nPut awscfg where your PATH leads, completions/ and man/ where your shell and man look.\n`,
    ),
    file("LICENSE", readFileSync(new URL("../../LICENSE", import.meta.url))),
    file("LICENSES-OF-OTHERS.txt", licences),
    ...Object.entries(scripts).map(([shell, script]) =>
      file(`completions/${completions[shell]}`, script)
    ),
    file("man/awscfg.1", mainManPage(commands, options)),
    ...commands.map((command) =>
      file(`man/awscfg-${command.name}.1`, manPage(command, options))
    ),
  ];
}

function file(name: string, content: string | Uint8Array): Entry {
  return {
    name,
    bytes: typeof content === "string"
      ? new TextEncoder().encode(content)
      : content,
  };
}
