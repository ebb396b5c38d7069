import assert from "node:assert/strict";
import { type Diagnostic, lint } from "../src/lint/lint.ts";
import { type Safety, safetyOf } from "../src/lint/safety.ts";
import type { Rule } from "../src/lint/rule.ts";
import type { Workspace } from "../src/model/document.ts";
import { open } from "./harness.ts";
import { rules } from "./mod.ts";

/** Fixes that leave every client that works as it was, in their rule's first example. */
const safe = [
  "credential-source-invalid",
  "duplicate-key",
  "duplicate-section",
  "file-encoding-bom",
  "indented-comment",
  "indented-key",
  "inline-comment-in-value",
  "key-not-lowercase",
  "line-endings",
  "missing-final-newline",
  "output-invalid",
  "region-empty",
  "region-invalid",
  "region-is-availability-zone",
  "region-literal-none",
  "role-arn-malformed",
  "source-profile-has-prefix-word",
  "sso-account-id-format",
  "value-quoted",
];

/** Fixes that bring something to life, or take something from a client that reads it. */
const unsafe = [
  "access-keys-swapped",
  "config-missing-profile-prefix",
  "credentials-profile-prefix",
  "default-section-uppercase",
  "deprecated-security-token",
  "key-hyphenated",
  "missing-section-header",
  "nested-block-flattened",
  "section-glued-to-value",
  "session-token-with-long-term-key",
  "sso-redundant-inline",
  "sso-scopes-missing",
  "sso-start-url-inconsistent",
];

interface Judged {
  readonly workspace: Workspace;
  readonly found: readonly Diagnostic[];
  readonly verdicts: ReadonlyMap<Diagnostic, Safety>;
}

function judge(rule: Rule): readonly Judged[] {
  return rule.examples().flatMap(({ bad, host, settings, now }) => {
    if (!bad) return [];
    const workspace = open(bad);
    const found = lint(workspace, [rule], { host, settings, now }).filter((
      { fix },
    ) => fix);
    return found.length > 0
      ? [{ workspace, found, verdicts: safetyOf(workspace, found) }]
      : [];
  });
}

function first(id: string): Safety {
  const [{ found, verdicts }] = judge(rules.find((rule) => rule.id === id)!);
  return verdicts.get(found[0])!;
}

for (const id of safe) {
  Deno.test(`safetyOf() finds the fix of ${id} safe`, () => {
    assert.deepEqual(first(id), { safe: true, changes: [] });
  });
}

for (const id of unsafe) {
  Deno.test(`safetyOf() finds the fix of ${id} unsafe`, () => {
    assert.equal(first(id).safe, false);
  });
}

for (const rule of rules) {
  const judged = judge(rule);
  if (judged.length === 0) continue;
  Deno.test(`safetyOf() judges each fix of ${rule.id} as it does alone`, () => {
    for (const { workspace, found, verdicts } of judged) {
      for (const one of found) {
        const verdict = verdicts.get(one)!;
        assert.equal(
          verdict.safe,
          safetyOf(workspace, [one]).get(one)!.safe,
          one.message,
        );
        if (one.fix!.guess) assert.equal(verdict.safe, false);
        if (!verdict.safe && !one.fix!.guess) {
          assert.ok(
            verdict.changes.length > 0,
            "an unsafe fix says what changes",
          );
        }
      }
    }
  });
}

Deno.test("safetyOf() tells apart fixes that share a section", () => {
  const workspace = open({
    config:
      "[profile dev]\nREGION = eu-west-1\nsso-session = corp\noutput = JSON\n\n[profile other]\nregion = us_east_1\n",
  });
  const found = lint(workspace, rules).filter(({ fix }) => fix);
  const verdicts = safetyOf(workspace, found);
  assert.deepEqual(found.map((one) => [one.rule, verdicts.get(one)!.safe]), [
    ["key-not-lowercase", true],
    ["key-hyphenated", false],
    ["output-invalid", true],
    ["region-invalid", true],
  ]);
});
