import type { Diagnostic } from "../lint/lint.ts";
import type { Safety } from "../lint/safety.ts";
import { openDocuments } from "../model/document.ts";
import { type Result, resultOf } from "./result.ts";

/** What a test says of a finding; the rest is filled in. */
export type Said = Partial<Omit<Diagnostic, "span">> & {
  readonly start: number;
  readonly end: number;
  readonly path?: string;
  readonly safe?: boolean;
};

/** A result over one config file, for tests of formats. */
export function openResult(
  text: string,
  said: readonly Said[],
  { path = "config", columns = 80, color = false } = {},
): Result {
  const { documents } = openDocuments([
    { path, kind: "config", bytes: new TextEncoder().encode(text) },
  ]);
  const safety = new Map<Diagnostic, Safety>();
  const diagnostics = said.map(({ start, end, safe = true, ...rest }) => {
    const made: Diagnostic = {
      rule: "some-rule",
      severity: "error",
      message: "It is wrong",
      span: { path, start, end },
      related: [],
      suggestions: [],
      ...rest,
    };
    safety.set(made, { safe, changes: [] });
    return made;
  });
  return resultOf({ documents, diagnostics, safety, files: 1, columns, color });
}
