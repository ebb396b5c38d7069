import assert from "node:assert/strict";
import { commands } from "../flags.ts";
import { memoryIo } from "../memory_io.ts";
import { complete } from "./complete.ts";

const config = `[default]
[profile work@corp]
[profile dev.eu]
[profile $(touch X)]
[profile \`touch X\`]
[profile a:b]
[profile -x]
[sso-session corp]
`;

function completed(...words: string[]): readonly string[] {
  const io = memoryIo({
    env: { HOME: "/home/me" },
    files: {
      "/home/me/.aws/config": config,
      "/home/me/.aws/credentials": "[ops]\n",
    },
  });
  assert.equal(complete(io, ["--", ...words]), 0);
  assert.equal(io.written("stderr"), "");
  return io.written("stdout").trimEnd().split("\n").map((line) =>
    line.split("\t")[0]
  );
}

Deno.test("complete() offers commands and flags", () => {
  assert.deepEqual(completed("lin"), ["names", "lint"]);
  assert.deepEqual(completed(""), [
    "names",
    ...commands.map(({ name }) => name),
    "help",
  ]);
  assert.deepEqual(completed("--v"), ["names", "--version"]);
  assert.deepEqual(completed("help", "li"), ["names", "lint"]);
  assert.deepEqual(completed("lint", "--unsa"), ["names", "--unsafe-fixes"]);
  assert.deepEqual(completed("nothing", ""), ["names"]);
});

Deno.test("complete() offers values, also behind = and commas", () => {
  assert.deepEqual(completed("lint", "--format", "conc"), ["names", "concise"]);
  assert.deepEqual(completed("lint", "--format=conc"), [
    "names",
    "--format=concise",
  ]);
  assert.deepEqual(completed("lint", "--select", "region-invalid,region-inv"), [
    "names",
  ]);
  assert.deepEqual(completed("lint", "--ignore=all,region-inv"), [
    "names",
    "--ignore=all,region-invalid",
  ]);
  assert.deepEqual(completed("explain", "region-inv"), [
    "names",
    "region-invalid",
  ]);
  assert.deepEqual(completed("completion", "f"), ["names", "fish"]);
  assert.deepEqual(completed("lint", "con"), ["files"]);
  assert.deepEqual(completed("lint", "--", "--"), ["files"]);
});

Deno.test("complete() offers the user's own names, and none that a shell could expand", () => {
  assert.deepEqual(completed("migrate", "--profile", ""), [
    "names",
    "default",
    "dev.eu",
    "ops",
    "work@corp",
  ]);
  assert.deepEqual(completed("migrate", "--profile", "dev.eu,wor"), [
    "names",
    "dev.eu,work@corp",
  ]);
  assert.deepEqual(completed("migrate", "--profile", "$(t"), ["names"]);
  assert.deepEqual(completed("migrate", "--profile", "a:"), ["names"]);
});

Deno.test("complete() knows no names where there are no files", () => {
  const io = memoryIo({ env: {} });
  assert.equal(complete(io, ["--", "migrate", "--profile", ""]), 0);
  assert.equal(io.written("stdout"), "names\n");
});
