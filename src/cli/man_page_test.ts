import assert from "node:assert/strict";
import { commands } from "./flags.ts";
import { mainManPage, manPage } from "./man_page.ts";

const options = { version: "1.2.3", date: "2026-01-31" };

Deno.test("mainManPage() names every command", () => {
  const page = mainManPage(commands, options);
  assert.match(page, /^\.TH AWSCFG 1 2026-01-31 "awscfg 1\.2\.3"/);
  for (const { name } of commands) {
    assert.ok(page.includes(`.BR awscfg\\-${name} (1)\n`), name);
  }
});

Deno.test("manPage() shows every flag, its value and its choices", () => {
  for (const command of commands) {
    const page = manPage(command, options);
    for (const { name, choices = [] } of command.flags) {
      assert.ok(page.includes(`--${name}`.replaceAll("-", "\\-")), name);
      for (const choice of choices) {
        assert.ok(page.includes(choice.replaceAll("-", "\\-")), choice);
      }
    }
  }
});

Deno.test("manPage() leaves nothing to roff that is text", () => {
  const page = manPage({
    name: "x",
    summary: "A \\ and a - dash",
    about: ".nothing is\n'an order here…",
    flags: [],
  }, options);
  assert.ok(page.includes("A \\e and a \\- dash"));
  assert.ok(page.includes("\n\\&.nothing is\n\\&'an order here...\n"));
});
