import assert from "node:assert/strict";
import fc from "fast-check";
import {
  type GeneratedFiles,
  generatedFiles,
} from "../conformance/generate.ts";
import { applyFixes, compatible, fixAll } from "../src/lint/fix.ts";
import { lint } from "../src/lint/lint.ts";
import { safeFixes } from "../src/lint/safety.ts";
import { openDocuments, type Workspace } from "../src/model/document.ts";
import { encode } from "../src/syntax/decode.ts";
import { rules } from "./mod.ts";

function open({ config, credentials }: GeneratedFiles): Workspace {
  return openDocuments([
    ...(config
      ? [{ path: "config", kind: "config" as const, bytes: config }]
      : []),
    ...(credentials
      ? [{
        path: "credentials",
        kind: "credentials" as const,
        bytes: credentials,
      }]
      : []),
  ]);
}

const every = (
  _: Workspace,
  found: readonly ReturnType<typeof lint>[number][],
) => new Set(found);

Deno.test("lint() says the same of the same file, in order, and never throws", () => {
  fc.assert(
    fc.property(generatedFiles(), (files) => {
      const found = lint(open(files), rules);
      assert.deepEqual(lint(open(files), rules), found);
      for (let at = 1; at < found.length; at++) {
        const [a, b] = [found[at - 1].span, found[at].span];
        assert.ok(a.path !== b.path || a.start <= b.start);
      }
    }),
    { numRuns: 400 },
  );
});

Deno.test("a fix leaves every byte outside of its edits as it was", () => {
  fc.assert(
    fc.property(generatedFiles(), (files) => {
      const workspace = open(files);
      const chosen = compatible(
        lint(workspace, rules).filter(({ fix }) => fix),
      );
      const after = applyFixes(workspace, chosen.map(({ fix }) => fix!));
      const reencoded = new Set(
        chosen.flatMap(({ fix }) => fix!.reencode ?? []),
      );
      workspace.documents.forEach(({ path, text, encoding }, at) => {
        const edits = chosen.flatMap(({ fix }) => fix!.edits).filter((
          { span },
        ) => span.path === path)
          .toSorted((a, b) =>
            a.span.start - b.span.start || a.span.end - b.span.end
          );
        let expected = "";
        let from = 0;
        for (const { span, text: made } of edits) {
          expected += text.slice(from, span.start) + made;
          from = span.end;
        }
        expected += text.slice(from);
        const bytes = encode(
          expected,
          reencoded.has(path) ? "utf-8" : encoding,
        );
        assert.deepEqual(after.documents[at].bytes, bytes);
      });
    }),
    { numRuns: 400 },
  );
});

for (const [what, allowed] of [["safe", safeFixes], ["all", every]] as const) {
  Deno.test(`fixing twice changes nothing the second time: ${what} fixes`, () => {
    fc.assert(
      fc.property(generatedFiles(), (files) => {
        const fixed = fixAll(open(files), rules, { allowed });
        assert.ok(!fixed.restless);
        assert.deepEqual(
          fixAll(fixed.workspace, rules, { allowed }).applied,
          [],
        );
      }),
      { numRuns: 150 },
    );
  });
}
