import type { Rule } from "../lint/rule.ts";
import { urlOf } from "./documentation.ts";
import type { Place, Result, Shown, ShownFix } from "./result.ts";
import { printable } from "../text/printable.ts";

/** What a SARIF log tells beside the findings. */
export interface SarifOptions {
  /** The rules, for their texts. */
  readonly rules: readonly Rule[];
  readonly version: string;
  /** GitHub's hash of a line, where it may be told. */
  readonly hash: (path: string, line: number) => string | undefined;
}

const levels = { error: "error", warning: "warning", info: "note" } as const;
const problems = {
  error: "error",
  warning: "warning",
  info: "recommendation",
} as const;

/** SARIF 2.1.0, as GitHub's code scanning wants it. */
export function sarif(result: Result, options: SarifOptions): string {
  const { findings } = result;
  const ids = [...new Set(findings.map(({ rule }) => rule))].sort();
  const known = new Map(options.rules.map((rule) => [rule.id, rule]));
  const indexes = new Map(ids.map((id, at) => [id, at]));
  return `${
    JSON.stringify(
      {
        $schema: "https://json.schemastore.org/sarif-2.1.0.json",
        version: "2.1.0",
        runs: [{
          tool: {
            driver: {
              name: "awscfg",
              semanticVersion: options.version,
              rules: ids.map((id) => ruleOf(id, known.get(id))),
            },
          },
          columnKind: "utf16CodeUnits",
          invocations: [{ executionSuccessful: true }],
          results: findings.map((finding) => ({
            ...resultOf(finding, options),
            ruleIndex: indexes.get(finding.rule),
          })),
        }],
      },
      undefined,
      2,
    )
  }\n`;
}

function ruleOf(id: string, rule: Rule | undefined): Record<string, unknown> {
  const summary = rule?.summary ?? id;
  const severity = rule?.severity ?? "warning";
  const why = `${rule?.why.trim() ?? summary}\n\nMore: awscfg explain ${id}`;
  const url = urlOf(id);
  return {
    id,
    shortDescription: { text: summary },
    fullDescription: { text: summary },
    help: { text: why, markdown: why },
    ...(url === undefined ? {} : { helpUri: url }),
    defaultConfiguration: { level: levels[severity] },
    properties: {
      tags: ["aws", "configuration"],
      precision: "very-high",
      "problem.severity": problems[severity],
    },
  };
}

function resultOf(
  finding: Shown,
  { hash }: SarifOptions,
): Record<string, unknown> {
  const { rule, severity, message, path, start, related } = finding;
  const { fix, suggestions, help } = finding;
  const fingerprint = hash(path, start.line);
  const fixes = (fix ? [fix, ...suggestions] : suggestions).flatMap(fixOf);
  return {
    ruleId: rule,
    level: levels[severity],
    message: {
      text: printable(help === undefined ? message : `${message}. ${help}`),
    },
    locations: [{ physicalLocation: locationOf(finding) }],
    ...(related.length > 0
      ? {
        relatedLocations: related.map((one, id) => ({
          id,
          physicalLocation: locationOf(one),
          message: { text: printable(one.message) },
        })),
      }
      : {}),
    ...(fingerprint === undefined ? {} : {
      partialFingerprints: { primaryLocationLineHash: fingerprint },
    }),
    ...(fixes.length > 0 ? { fixes } : {}),
  };
}

function locationOf(place: Place): Record<string, unknown> {
  return {
    artifactLocation: { uri: uriOf(place.path) },
    region: regionOf(place),
  };
}

function regionOf({ start, end }: Place): Record<string, unknown> {
  return {
    startLine: start.line,
    startColumn: start.column,
    endLine: end.line,
    endColumn: end.column,
  };
}

/** A fix whose edits are withheld is left out. */
function fixOf({ title, edits }: ShownFix): readonly unknown[] {
  if (!edits || edits.length === 0) return [];
  const paths = [...new Set(edits.map(({ path }) => path))];
  return [{
    description: { text: printable(title) },
    artifactChanges: paths.map((path) => ({
      artifactLocation: { uri: uriOf(path) },
      replacements: edits.filter((edit) => edit.path === path).map((edit) => ({
        deletedRegion: regionOf(edit),
        insertedContent: { text: edit.text },
      })),
    })),
  }];
}

/** From the working folder on; absolute outside of it. */
function uriOf(path: string): string {
  // Half a character cannot be encoded.
  const encoded = path.replace(/\p{Cs}/gu, "\uFFFD").split("/").map(
    encodeURIComponent,
  ).join("/");
  if (path.startsWith("/")) return `file://${encoded}`;
  return /^[a-z]:\//i.test(path)
    ? `file:///${path.slice(0, 2)}${encoded.slice(encoded.indexOf("/"))}`
    : encoded;
}
