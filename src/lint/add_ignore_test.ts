import assert from "node:assert/strict";
import { rules } from "../../rules/mod.ts";
import { openDocuments } from "../model/document.ts";
import { addIgnores } from "./add_ignore.ts";
import { lint } from "./lint.ts";
import type { Rule } from "./rule.ts";

function silence(text: string, wanted: readonly string[], kind = "config") {
  const workspace = openDocuments([{
    path: kind,
    kind: kind as "config",
    bytes: new TextEncoder().encode(text),
  }]);
  const chosen = rules.filter(({ id }) => wanted.includes(id));
  const found = lint(workspace, chosen);
  assert.ok(found.length > 0, "there is something to silence");
  const silenced = addIgnores(workspace, found, "our own");
  return {
    ...silenced,
    text: silenced.workspace.documents[0].text,
    left: lint(silenced.workspace, chosen),
  };
}

Deno.test("addIgnores() writes above the line, once for all its rules", () => {
  const { text, left, comments } = silence(
    '[default]\r\nregion = "us_east_1"\r\noutput = jsno\r\n',
    ["region-invalid", "value-quoted", "output-invalid"],
  );
  assert.match(
    text,
    /^\[default\]\r\n# awscfg-ignore [\w, -]+ -- our own\r\nregion = "us_east_1"\r\n# awscfg-ignore output-invalid -- our own\r\noutput/,
  );
  assert.deepEqual(left, []);
  assert.equal(comments, 2);
});

Deno.test("addIgnores() writes above the key that opens a block", () => {
  const { text, left } = silence(
    "[default]\ns3 =\n  max_queue_size = 1\n  addressing_style = pth\nregion = eu-west-1\n",
    ["value-invalid"],
  );
  assert.match(
    text,
    /^\[default\]\n# awscfg-ignore value-invalid -- our own\ns3 =\n {2}max/,
  );
  assert.deepEqual(left, []);
});

Deno.test("addIgnores() silences what is said of the whole file at its top", () => {
  const whole: Rule = {
    id: "whole",
    severity: "error",
    summary: "",
    why: "",
    examples: () => [],
    check: ({ documents }) =>
      documents.map(({ path }) => ({
        span: { path, start: 0, end: 0 },
        message: "Whole",
      })),
  };
  const workspace = openDocuments([{
    path: "config",
    kind: "config",
    bytes: new TextEncoder().encode("\ufeff[default]\n"),
  }]);
  const silenced = addIgnores(workspace, lint(workspace, [whole]), "our own");
  assert.equal(
    silenced.workspace.documents[0].text,
    "\ufeff# awscfg-ignore-file whole -- our own\n[default]\n",
  );
  assert.deepEqual(lint(silenced.workspace, [whole]), []);
});

Deno.test("addIgnores() leaves what no comment reaches", () => {
  const { text, unreachable } = silence(
    "[default]\nregion = eu-west-1\n# awscfg-ignore nothing-known\n",
    ["ignore-unknown"],
  );
  assert.doesNotMatch(text, /our own/);
  assert.equal(unreachable.length, 1);
});
