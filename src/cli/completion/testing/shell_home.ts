import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { programs, temporaryFolder } from "../../programs.ts";

/** The user's own file in a test: two names to complete, and the rest hostile. */
const config = `[profile work@corp]
[profile $(touch X)]
[profile \`touch X\`]
[profile a:b]
[profile "$(touch X)"]
[profile %{\$(touch X)%}]
[sso-session corp]
`;

/** A home folder whose `awscfg` completes for real, and else writes into `log` how it was run. */
export function shellHome(script: string): string {
  const home = temporaryFolder();
  const binary = programs().find(({ name }) => name === "binary")!.command({});
  mkdirSync(join(home, ".aws"));
  mkdirSync(join(home, "bin"));
  writeFileSync(join(home, ".aws/config"), config);
  writeFileSync(join(home, "some-file"), "");
  writeFileSync(join(home, "script"), script);
  const program = join(home, "bin/awscfg");
  writeFileSync(
    program,
    `#!/bin/sh
[ "$1" = __complete ] && exec '${binary[0]}' "$@"
{ printf '[%s]' "$@"; echo; } >>"$HOME/log"
`,
  );
  chmodSync(program, 0o755);
  return home;
}
