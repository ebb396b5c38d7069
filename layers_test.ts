import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";

/** Each room may import what stands to its left, and itself. */
const order = [
  "text",
  "syntax",
  "model",
  "readers",
  "migrate",
  "lint",
  "rules",
  "report",
  "docs",
  "lsp",
  "cli",
];
const mayTouchMachine = /^(?:src\/(?:cli|lsp|login)\/|src\/(?:main|npm)\.ts)/;

const files = ["src", "rules"].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" }).map((name) =>
    `${folder}/${name.replaceAll("\\", "/")}`
  )
).concat("mod.ts").filter((name) =>
  name.endsWith(".ts") && !name.endsWith("_test.ts") &&
  name !== "rules/harness.ts"
);

function room(file: string): string {
  if (file.startsWith("rules/")) return "rules";
  return /^src\/([^/]+)\//.exec(file)?.[1] ?? file;
}

function imports(file: string): readonly string[] {
  const text = readFileSync(file, "utf8").replace(
    /\/\*[\s\S]*?\*\/|`(?:\\.|[^`\\])*`/g,
    "",
  );
  return [
    ...text.matchAll(
      /(?:^|\n)\s*(?:import|export)\b[^;'"]*?from\s*["']([^"']+)["']|\bimport\s*\(?\s*["']([^"']+)["']/g,
    ),
  ]
    .map(([, from, alone]) => from ?? alone);
}

function allowed(from: string, to: string): boolean {
  if (
    from === to || from === "mod.ts" || from === "src/main.ts" ||
    from === "src/npm.ts"
  ) return true;
  if (to === "src/version.ts") return true;
  if (to === "reference") return from !== "text";
  if (from === "reference") return false;
  if (to === "login") return from === "cli";
  if (from === "login") return ["text", "model", "readers"].includes(to);
  return order.includes(to) && order.indexOf(to) < order.indexOf(from);
}

for (const file of files) {
  Deno.test(`${file} imports only what stands to its left`, () => {
    const at = new URL(file, "file:///");
    for (const specifier of imports(file)) {
      if (specifier.startsWith(".")) {
        const target = new URL(specifier, at).pathname.slice(1);
        assert.ok(
          allowed(room(file), room(target)),
          `${file} imports ${target}`,
        );
      } else if (specifier.startsWith("node:")) {
        assert.match(file, mayTouchMachine, `${file} imports ${specifier}`);
      }
    }
    if (!mayTouchMachine.test(file)) {
      const code = readFileSync(file, "utf8").replace(
        /\/\*[\s\S]*?\*\/|\/\/.*|`(?:\\.|[^`\\])*`/g,
        "",
      );
      assert.doesNotMatch(
        code,
        /\b(?:Deno|Bun|process)\.[a-z]/,
        `${file} touches the machine`,
      );
    }
  });
}

Deno.test("the check finds an import that points the wrong way", () => {
  assert.ok(!allowed("text", "syntax"));
  assert.ok(!allowed("readers", "lint"));
  assert.ok(!allowed("lint", "rules"));
  assert.ok(!allowed("lint", "login"));
  assert.ok(allowed("cli", "login"));
});
