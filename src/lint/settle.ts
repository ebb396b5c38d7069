import type { Diagnostic } from "./lint.ts";
import type { Place } from "./place.ts";
import type { Rule } from "./rule.ts";

/** One mistake, one finding: a rule is silent on a line where one that it yields to has spoken. */
export function settle(
  found: readonly Diagnostic[],
  rules: readonly Rule[],
  places: ReadonlyMap<string, Place>,
): readonly Diagnostic[] {
  const yields = new Map(
    rules.filter((rule) => rule.yields).map((
      rule,
    ) => [rule.id, new Set(rule.yields)]),
  );
  if (yields.size === 0 || found.length < 2) return found;
  const byLine = new Map<string, Set<string>>();
  const lineOf = ({ span }: Diagnostic) =>
    `${places.get(span.path)?.lines().position(span.start).line}:${span.path}`;
  for (const diagnostic of found) {
    const line = lineOf(diagnostic);
    byLine.set(line, (byLine.get(line) ?? new Set()).add(diagnostic.rule));
  }
  return found.filter((diagnostic) => {
    const to = yields.get(diagnostic.rule);
    if (!to) return true;
    const there = byLine.get(lineOf(diagnostic))!;
    return there.size === 1 ||
      ![...there].some((rule) =>
        rule !== diagnostic.rule && (to.has("*") || to.has(rule))
      );
  });
}
