import { maskRuns, secretsOf } from "../model/mask.ts";
import { shownName } from "../migrate/shown_name.ts";
import { LineIndex } from "../text/position.ts";
import type { TextEdit } from "../text/edit.ts";
import type { Span } from "../text/span.ts";
import type { GroupPlan } from "./migrate_group.ts";
import { shownUrl } from "./migrate_summary.ts";
import type { Outcome } from "./migrate_write.ts";

/** The plan for programs, without a secret; the shape is a contract. */
export function migrateJson(
  plans: readonly GroupPlan[],
  outcome?: Outcome,
): string {
  const sum = (count: (group: GroupPlan) => number) =>
    plans.reduce((all, one) => all + count(one), 0);
  return JSON.stringify(
    {
      version: 1,
      sessions: plans.flatMap(sessionsOf),
      left: plans.flatMap(leftOf),
      unproven: plans.flatMap(({ plan }) => plan.unproven),
      ...editsOf(plans),
      ...(outcome
        ? { written: outcome.written, backups: outcome.backups }
        : {}),
      summary: {
        sessions: sum(({ plan }) => plan.sessions.length),
        moved: sum(({ plan }) => plan.moved.length),
        left: sum(({ plan }) => plan.left.length),
      },
    },
    undefined,
    2,
  ) + "\n";
}

function sessionsOf({ plan }: GroupPlan): readonly unknown[] {
  return plan.sessions.map(
    ({ name, startUrl, region, scopes, existing, members, variants }) => ({
      name: shownName(name),
      startUrl: shownUrl(startUrl),
      region,
      ...(scopes ? { scopes: maskRuns(scopes) } : {}),
      isNew: existing === undefined,
      profiles: members.map(({ profile }) => shownName(profile)),
      variants: variants.map(shownUrl),
    }),
  );
}

function leftOf({ plan, before }: GroupPlan): readonly unknown[] {
  const placeOf = placesIn(before.documents);
  return plan.left.map(({ profile, reason, at, section }) => ({
    profile: shownName(profile),
    reason,
    path: section.document.path,
    range: placeOf(section.nameSpan).range,
    related: at.filter((span) => span !== section.nameSpan).map(placeOf),
  }));
}

/** The edits, unless a secret stands in the text of one: a profile that goes to the other file may hold anything. */
function editsOf(plans: readonly GroupPlan[]): Record<string, unknown> {
  const edits = plans.flatMap(({ plan, before }) => {
    const placeOf = placesIn(before.documents);
    return plan.fix.edits.map((edit) => ({
      ...placeOf(edit.span),
      text: edit.text,
      secret: holdsSecret(edit),
    }));
  });
  return edits.some(({ secret }) => secret)
    ? { withheld: true }
    : { edits: edits.map(({ secret: _, ...edit }) => edit) };
}

function holdsSecret({ text }: TextEdit): boolean {
  return text.split(/\r\n?|\n/).some((line) => secretsOf(line).length > 0);
}

function placesIn(
  documents: readonly { readonly path: string; readonly text: string }[],
) {
  const indexes = new Map(
    documents.map(({ path, text }) => [path, new LineIndex(text)]),
  );
  return ({ path, start, end }: Span) => {
    const index = indexes.get(path)!;
    const range = { start: index.position(start), end: index.position(end) };
    return { path, range };
  };
}
