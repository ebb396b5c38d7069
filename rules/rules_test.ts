import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import process from "node:process";
import type { Rule } from "../src/lint/rule.ts";
import { tryExample, tryWithOthers } from "./harness.ts";

const passedOver = new Set(["mod.ts", "harness.ts"]);
const wanted = process.env.AWSCFG_RULES?.split(",");
const names = readdirSync(new URL(".", import.meta.url))
  .filter((name) =>
    name.endsWith(".ts") && !name.endsWith("_test.ts") && !passedOver.has(name)
  )
  .map((name) => name.slice(0, -3))
  .filter((name) => !wanted || wanted.includes(name))
  .sort();
const rules: Rule[] = [];
for (const name of names) {
  const module = await import(`./${name}.ts`);
  const exported = Object.values(module);
  Deno.test(`${name}: exports one rule of its name`, () => {
    assert.equal(exported.length, 1);
    assert.equal((exported[0] as Rule).id, name.replaceAll("_", "-"));
  });
  rules.push(...exported as Rule[]);
}

for (const rule of rules) {
  const examples = rule.examples();
  Deno.test(`${rule.id}: has a bad example, a summary and a reason`, () => {
    assert.ok(examples.some(({ bad }) => bad));
    assert.ok(rule.summary.length > 0 && !rule.summary.endsWith("."));
    assert.ok(rule.why.trim().length > 80);
  });
  for (const example of examples) {
    Deno.test(`${rule.id}: ${example.title}`, () =>
      tryExample(rule, example, rules));
    if (!wanted) {
      Deno.test(`${rule.id}: ${example.title}: one mistake, one finding`, () =>
        tryWithOthers(rule, example, rules));
    }
  }
}
