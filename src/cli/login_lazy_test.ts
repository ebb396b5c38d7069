import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";

interface Module {
  readonly specifier: string;
  readonly dependencies?: readonly {
    readonly code?: { readonly specifier: string };
    readonly isDynamic?: boolean;
  }[];
}

/** What is loaded when a module is: all that it imports, but for what it imports when it needs it. */
function loaded(file: string): readonly string[] {
  const { stdout } = spawnSync(Deno.execPath(), ["info", "--json", file], {
    encoding: "utf8",
  });
  const { modules, roots } = JSON.parse(stdout) as {
    modules: readonly Module[];
    roots: readonly string[];
  };
  const known = new Map(modules.map((one) => [one.specifier, one]));
  const found = new Set<string>();
  const visit = (specifier: string): void => {
    if (found.has(specifier)) return;
    found.add(specifier);
    for (
      const { code, isDynamic } of known.get(specifier)?.dependencies ?? []
    ) {
      if (code && !isDynamic) visit(code.specifier);
    }
  };
  roots.forEach(visit);
  return [...found];
}

const network =
  /@aws-sdk|@clack|https-proxy-agent|npm:\/?open@|uqr|node:https?$|node:net$/;

for (
  const file of [
    "src/main.ts",
    "src/cli/lint.ts",
    "src/cli/program.ts",
    "src/cli/login_actions.ts",
    "src/cli/login_flags.ts",
    "src/cli/status_command.ts",
    "mod.ts",
  ]
) {
  Deno.test(`${file} loads no AWS SDK, no prompt and no network module`, () => {
    assert.deepEqual(loaded(file).filter((one) => network.test(one)), []);
  });
}

Deno.test("the check sees what the sign-in loads", () => {
  assert.ok(
    loaded("src/cli/login_command.ts").some((one) =>
      one.includes("@aws-sdk/client-sso")
    ),
  );
});
