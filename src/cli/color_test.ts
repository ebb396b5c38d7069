import assert from "node:assert/strict";
import { wantsColor } from "./color.ts";
import { memoryIo } from "./memory_io.ts";

function color(
  env: Readonly<Record<string, string>>,
  terminal: boolean,
  when?: string,
): boolean {
  return wantsColor(memoryIo({ env, terminal }), "stdout", when);
}

Deno.test("wantsColor() goes by the stream unless it is told", () => {
  assert.equal(color({}, true), true);
  assert.equal(color({}, false), false);
  assert.equal(color({ TERM: "dumb" }, true), false);
  assert.equal(color({ CLICOLOR: "0" }, true), false);
});

Deno.test("wantsColor() obeys variables, of which an empty one does not count", () => {
  assert.equal(color({ NO_COLOR: "1" }, true), false);
  assert.equal(color({ NO_COLOR: "" }, true), true);
  assert.equal(color({ FORCE_COLOR: "1" }, false), true);
  assert.equal(color({ FORCE_COLOR: "0" }, true), false);
  assert.equal(color({ CLICOLOR_FORCE: "1" }, false), true);
  assert.equal(color({ NO_COLOR: "1", FORCE_COLOR: "1" }, true), false);
});

Deno.test("wantsColor() obeys the flag first of all", () => {
  assert.equal(color({ NO_COLOR: "1" }, false, "always"), true);
  assert.equal(color({ FORCE_COLOR: "1" }, true, "never"), false);
});
