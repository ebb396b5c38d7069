import type { Document, Workspace } from "../model/document.ts";
import type { Client, View } from "../readers/view.ts";
import type { Resolution } from "../readers/resolve.ts";
import type { Fix } from "../text/edit.ts";
import { LineIndex } from "../text/position.ts";
import type { Span } from "../text/span.ts";
import { foreignOf } from "./foreign.ts";
import { indexOf, isTemplate } from "./index.ts";
import type {
  Finding,
  Host,
  Input,
  Rule,
  RuleSettings,
  Severity,
} from "./rule.ts";
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
  readonly severities?: Readonly<Record<string, Severity | "off">>;
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
  const input = inputOf(workspace, { rules, options, suppressions });
  const places = new Map(
    documents.map((document) => [document.path, place(document)]),
  );
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
      made.push(
        sign(rule, finding, { severity, place: places.get(finding.span.path) }),
      );
    }
    return made;
  };
  const early = settle(
    rules.filter(({ late }) => !late).flatMap(run),
    rules,
    places,
  );
  const found = [...early, ...rules.filter(({ late }) => late).flatMap(run)];
  const order = new Map(documents.map(({ path }, at) => [path, at]));
  return found.sort((a, b) =>
    order.get(a.span.path)! - order.get(b.span.path)! ||
    a.span.start - b.span.start || a.span.end - b.span.end ||
    (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0)
  );
}

interface Place {
  readonly document: Document;
  readonly lines: () => LineIndex;
  readonly section: (offset: number) => string | undefined;
}

function place(document: Document): Place {
  let lines: LineIndex | undefined;
  const { sections } = document;
  return {
    document,
    lines: () => lines ??= new LineIndex(document.text),
    section: (offset) => {
      let low = 0;
      let high = sections.length - 1;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if (document.lines[sections[middle].firstLine].start <= offset) {
          low = middle;
        } else high = middle - 1;
      }
      const section = sections[low];
      if (!section || section.type === "preamble") return undefined;
      return section.type === "default"
        ? "default"
        : section.type === "other"
        ? section.name
        : `${section.type} ${section.name}`;
    },
  };
}

function inputOf(
  workspace: Workspace,
  { rules, options, suppressions }: {
    rules: readonly Rule[];
    options: LintOptions;
    suppressions: readonly Suppression[];
  },
): Input {
  const documents = workspace.documents.filter((document) =>
    !foreignOf(document)
  );
  return {
    documents,
    index: indexOf(documents),
    view: (client: Client): View => {
      throw new Error(`No reader for ${client}`);
    },
    resolve: (client: Client, _profile: string): Resolution => {
      throw new Error(`No reader for ${client}`);
    },
    settings: {
      clients: [],
      minimumClients: {},
      extraRegions: new Set(),
      extraKeys: new Set(),
      ...options.settings,
    },
    ...(options.host ? { host: options.host } : {}),
    ...(options.now ? { now: options.now } : {}),
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

/** One mistake, one finding: a rule is silent on a line where one that it yields to has spoken. */
function settle(
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

function onMarkup({ document, lines }: Place, span: Span): boolean {
  const index = lines();
  const { line } = index.position(span.start);
  return isTemplate(
    document.text.slice(
      index.start(line),
      line < index.count ? index.start(line + 1) : undefined,
    ),
  );
}
