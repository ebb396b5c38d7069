import { urlOf } from "./documentation.ts";
import type { Place, Result, Shown, ShownFix } from "./result.ts";
import { countsOf } from "./summary.ts";

/** For programs; the shape is a contract. */
export function json(result: Result): string {
  const { error, warning, info, fixable } = countsOf(result.findings);
  return JSON.stringify(
    {
      version: 1,
      diagnostics: result.findings.map(diagnosticOf),
      summary: { files: result.files, error, warning, info, fixable },
    },
    undefined,
    2,
  ) + "\n";
}

/** One finding, as `json` and `jsonl` write it. */
export function diagnosticOf(finding: Shown): Record<string, unknown> {
  const { rule, severity, message, help, path, section, related } = finding;
  const { fix, suggestions, clients } = finding;
  const url = urlOf(rule);
  return {
    rule,
    ...(url === undefined ? {} : { url }),
    severity,
    message,
    ...(help === undefined ? {} : { help }),
    path,
    ...(section === undefined ? {} : { section }),
    range: rangeOf(finding),
    ...(clients
      ? {
        clients: Object.fromEntries(
          Object.entries(clients).map(([client, { status }]) => [
            client,
            status,
          ]),
        ),
      }
      : {}),
    ...(related.length === 0 ? {} : {
      related: related.map((one) => ({
        message: one.message,
        path: one.path,
        range: rangeOf(one),
      })),
    }),
    ...(fix ? { fix: fixOf(fix) } : {}),
    ...(suggestions.length === 0
      ? {}
      : { suggestions: suggestions.map(fixOf) }),
  };
}

function fixOf({ title, safety, edits }: ShownFix): Record<string, unknown> {
  if (!edits) return { title, safety, withheld: true };
  return {
    title,
    safety,
    edits: edits.map((edit) => ({
      path: edit.path,
      range: rangeOf(edit),
      text: edit.text,
    })),
  };
}

function rangeOf({ start, end }: Place): Record<string, unknown> {
  return { start, end };
}
