import assert from "node:assert/strict";
import { rules } from "../../rules/mod.ts";
import { page } from "./page.ts";
import { table } from "./table.ts";

Deno.test("page() tells of every rule what it finds, why, and how to silence it", () => {
  for (const rule of rules) {
    const text = page(rule);
    assert.ok(text.startsWith(`# ${rule.id}\n\n${rule.summary} (`));
    assert.ok(text.includes(rule.why.trim()));
    assert.ok(text.includes(`# awscfg-ignore ${rule.id}`));
    for (const { title } of rule.examples()) assert.ok(text.includes(title));
    assert.equal((text.match(/^```/gm) ?? []).length % 2, 0, rule.id);
    // deno-lint-ignore no-control-regex
    assert.doesNotMatch(text, /[\x00-\x08\x0b-\x1f\ufeff]/, rule.id);
  }
});

Deno.test("table() has a line for each rule", () => {
  assert.equal(table(rules, "").trimEnd().split("\n").length, rules.length + 2);
});
