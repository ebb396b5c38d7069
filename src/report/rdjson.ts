import { urlOf } from "./documentation.ts";
import type { Place, Result, Shown, ShownFix } from "./result.ts";

const severities = {
  error: "ERROR",
  warning: "WARNING",
  info: "INFO",
} as const;

/**
 * The Diagnostic Format of reviewdog, whose columns count bytes of UTF-8.
 * https://github.com/reviewdog/reviewdog/tree/master/proto/rdf
 */
export function rdjson(result: Result): string {
  const bytes = byteColumns(result);
  const location = (place: Place) => ({
    path: place.path,
    range: rangeOf(place, bytes),
  });
  const diagnostics = result.findings.map((finding) => {
    const { rule, message, severity, related } = finding;
    const url = urlOf(rule);
    const suggestions = suggestionsOf(finding).map((place) => ({
      range: rangeOf(place, bytes),
      text: place.text,
    }));
    return {
      message,
      location: location(finding),
      severity: severities[severity],
      code: { value: rule, ...(url === undefined ? {} : { url }) },
      ...(suggestions.length > 0 ? { suggestions } : {}),
      ...(related.length > 0
        ? {
          relatedLocations: related.map((one) => ({
            message: one.message,
            location: location(one),
          })),
        }
        : {}),
    };
  });
  return `${
    JSON.stringify({ source: { name: "awscfg" }, diagnostics }, undefined, 2)
  }\n`;
}

/** Each suggestion is taken by itself, so a fix of several edits is none. */
function suggestionsOf(
  { path, fix, suggestions }: Shown,
): readonly (Place & { readonly text: string })[] {
  const all: readonly ShownFix[] = fix ? [fix, ...suggestions] : suggestions;
  return all.flatMap(({ edits = [] }) =>
    edits.length === 1 && edits[0].path === path ? edits : []
  );
}

type Bytes = (path: string, line: number, column: number) => number;

function rangeOf(
  { path, start, end }: Place,
  bytes: Bytes,
): Record<string, unknown> {
  return {
    start: { line: start.line, column: bytes(path, start.line, start.column) },
    end: { line: end.line, column: bytes(path, end.line, end.column) },
  };
}

function byteColumns({ line }: Result): Bytes {
  const encoder = new TextEncoder();
  return (path, number, column) => {
    const text = line(path, number)?.text ?? "";
    return encoder.encode(text.slice(0, column - 1)).length + 1;
  };
}
