import type { Workspace } from "../model/document.ts";
import { resolve, view } from "../readers/read.ts";
import type { Fix } from "../text/edit.ts";
import type { Span } from "../text/span.ts";
import { foreignOf } from "./foreign.ts";
import { indexOf } from "./index.ts";
import { isWritable, onMarkup, type Place, place } from "./place.ts";
import type {
  Finding,
  Host,
  Input,
  Rule,
  RuleSettings,
  Severity,
} from "./rule.ts";
import type { Levels } from "./settings.ts";
import { settle } from "./settle.ts";
import { isSuppressed, type Suppression, suppressionsOf } from "./suppress.ts";

/** A finding, signed with the rule that made it. */
export interface Diagnostic {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly help?: string;
  readonly span: Span;
  /** `default`, `profile NAME`, `sso-session NAME`, `services NAME` or the text of the header. */
  readonly section?: string;
  readonly related: readonly {
    readonly span: Span;
    readonly message: string;
  }[];
  readonly fix?: Fix;
  readonly suggestions: readonly Fix[];
}

/** What lint is asked for. */
export interface LintOptions {
  readonly settings?: Partial<RuleSettings>;
  readonly host?: Host;
  /** The time; without it rules about dates are silent. */
  readonly now?: Date;
  /** A rule's severity, or "off", by its id. */
  readonly severities?: Levels;
  /** The same for single files, by their paths: before what is said of all. */
  readonly levels?: Readonly<Record<string, Levels>>;
  /** Ids of rules there are beyond those that run: a suppression may name them. */
  readonly known?: Iterable<string>;
}

/** Runs the rules over both files; findings in order of files and places, each once. */
export function lint(
  workspace: Workspace,
  rules: readonly Rule[],
  options: LintOptions = {},
): readonly Diagnostic[] {
  const { documents } = workspace;
  const suppressions = documents.flatMap(suppressionsOf);
  const places = new Map(
    documents.map((document) => [document.path, place(document)]),
  );
  const lines = new Set<string>();
  const lineOf = ({ path, start }: Span) =>
    `${places.get(path)?.lines().position(start).line}:${path}`;
  const told = (span: Span) => lines.has(lineOf(span));
  const input = inputOf(workspace, { rules, options, suppressions, told });
  const templates = new Set(
    documents.filter(input.index.templated).map(({ path }) => path),
  );
  const run = (rule: Rule): Diagnostic[] => {
    const severity = options.severities?.[rule.id];
    if (severity === "off") return [];
    const made: Diagnostic[] = [];
    // Of a file that is none of AWS no other rule hears.
    const asked = rule.foreign ? { ...input, documents } : input;
    for (const finding of rule.check(asked)) {
      if (
        templates.has(finding.span.path) &&
        (!rule.templates ||
          onMarkup(places.get(finding.span.path)!, finding.span))
      ) continue;
      if (isSuppressed(suppressions, rule.id, finding.span)) continue;
      const { path } = finding.span;
      const level = options.levels?.[path]?.[rule.id] ?? severity;
      if (level === "off") continue;
      const { fix, ...rest } = finding;
      const said = fix && !isWritable(fix, places) ? rest : finding;
      made.push(
        sign(rule, said, { severity: level, place: places.get(path) }),
      );
    }
    return made;
  };
  const early = settle(
    rules.filter(({ late }) => !late).flatMap(run),
    rules,
    places,
  );
  for (const { span } of early) lines.add(lineOf(span));
  const found = [...early, ...rules.filter(({ late }) => late).flatMap(run)];
  const order = new Map(documents.map(({ path }, at) => [path, at]));
  return found.sort((a, b) =>
    order.get(a.span.path)! - order.get(b.span.path)! ||
    a.span.start - b.span.start || a.span.end - b.span.end ||
    (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0)
  );
}

function inputOf(
  workspace: Workspace,
  { rules, options, suppressions, told }: {
    rules: readonly Rule[];
    options: LintOptions;
    suppressions: readonly Suppression[];
    told: Input["told"];
  },
): Input {
  const documents = workspace.documents.filter((document) =>
    !foreignOf(document)
  );
  return {
    documents,
    index: indexOf(documents),
    view: (client) => view(client, workspace),
    resolve: (client, profile) => resolve(client, workspace, profile),
    settings: {
      clients: [],
      minimumClients: {},
      extraRegions: new Set(),
      extraKeys: new Set(),
      ...options.settings,
    },
    ...(options.host ? { host: options.host } : {}),
    ...(options.now ? { now: options.now } : {}),
    told,
    suppressions,
    ran: new Set(
      rules.map(({ id }) => id).filter((id) =>
        options.severities?.[id] !== "off"
      ),
    ),
    ruleIds: new Set([...rules.map(({ id }) => id), ...options.known ?? []]),
  };
}

function sign(
  rule: Rule,
  finding: Finding,
  { severity, place }: { severity?: Severity; place?: Place },
): Diagnostic {
  const section = place?.section(finding.span.start);
  return {
    rule: rule.id,
    severity: severity ?? finding.severity ?? rule.severity,
    message: finding.message,
    ...(finding.help ? { help: finding.help } : {}),
    span: finding.span,
    ...(section === undefined ? {} : { section }),
    related: finding.related ?? [],
    ...(finding.fix ? { fix: finding.fix } : {}),
    suggestions: finding.suggestions ?? [],
  };
}
