/**
 * Rules that say of a value that it is none at all: a placeholder, a variable, a header that hangs
 * behind it. Rules about the form of values yield to them, so that one mistake is one finding.
 */
export const notAValue: readonly string[] = [
  "placeholder-value",
  "unexpanded-variable",
  "region-literal-none",
  "section-glued-to-value",
  "non-ascii-in-value",
  "lone-quote-value",
  "merge-conflict-marker",
];
