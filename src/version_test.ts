import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { version } from "./version.ts";

Deno.test("version is that of deno.json", () => {
  assert.equal(version, JSON.parse(readFileSync("deno.json", "utf8")).version);
});
