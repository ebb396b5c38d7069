import type { Left } from "../migrate/candidate.ts";
import { shownName } from "../migrate/shown_name.ts";
import type { Session } from "../migrate/session.ts";
import type { Workspace } from "../model/document.ts";
import { maskValue } from "../model/mask.ts";
import { tableOf } from "../report/table.ts";
import { LineIndex } from "../text/position.ts";
import { printable } from "../text/printable.ts";
import type { Span } from "../text/span.ts";
import type { GroupPlan } from "./migrate_group.ts";

/** So many profiles are named, the others counted. */
const NAMED = 6;

/** Sessions with the profiles that come to use them, spellings that give way, and what is left and why. */
export function migrateSummary({ plan, before }: GroupPlan): string {
  const { sessions, left } = plan;
  const parts: string[] = [];
  if (sessions.length > 0) {
    parts.push(tableOf([
      ["SESSION", "", "START URL", "REGION", "PROFILES"],
      ...sessions.map((session) => [
        nameOf(session.name),
        session.existing ? "there" : "new",
        shownUrl(session.startUrl),
        session.region,
        profilesOf(session),
      ]),
    ]));
  }
  const variants = sessions.flatMap(({ name, variants }) =>
    variants.map((url) =>
      `${shownUrl(url)} is the same portal as that of ${nameOf(name)}\n`
    )
  );
  if (variants.length > 0) parts.push(variants.join(""));
  if (left.length > 0) {
    const placeOf = placesIn(before);
    parts.push(tableOf([
      ["LEFT", "WHERE", "WHY"],
      ...left.map((one) => leftRow(one, placeOf)),
    ]));
  }
  return parts.join("\n");
}

function leftRow(
  { profile, section, reason, at }: Left,
  placeOf: (span: Span) => string,
): readonly string[] {
  const own = placeOf(section.nameSpan);
  const others = [...new Set(at.map(placeOf))].filter((one) => one !== own);
  return [
    nameOf(profile),
    own,
    printable(reason) + (others.length > 0 ? ` (${others.join(", ")})` : ""),
  ];
}

function placesIn({ documents }: Workspace): (span: Span) => string {
  const indexes = new Map(
    documents.map(({ path, text }) => [path, new LineIndex(text)]),
  );
  return ({ path, start }) =>
    `${printable(path)}:${indexes.get(path)!.position(start).line}`;
}

function profilesOf({ members }: Session): string {
  const names = members.slice(0, NAMED).map(({ profile }) => nameOf(profile));
  const more = members.length - names.length;
  return `${members.length}: ${names.join(", ")}${
    more > 0 ? ` and ${more} more` : ""
  }`;
}

function nameOf(name: string): string {
  return printable(shownName(name));
}

/** A start URL without what nobody may see of it. */
export function shownUrl(url: string): string {
  return printable(maskValue("sso_start_url", url));
}
