import type { Client, Sections, Setting, Settings, View } from "./view.ts";

/** The three kinds of named section that a view holds. */
export type Group = "profiles" | "sessions" | "services";

/** One way in which two views of one client differ. A section without `key` is as a whole there or not. */
export interface Difference {
  readonly client: Client;
  readonly group: Group;
  /** The section's name. */
  readonly name: string;
  /** Flat: `s3.addressing_style`. */
  readonly key?: string;
  /** Missing when it comes to life. */
  readonly before?: Setting;
  /** Missing when it vanishes. */
  readonly after?: Setting;
  /** For a whole section: whether it was there, and its settings on the side where it is. */
  readonly section?: { readonly was: boolean; readonly settings: Settings };
}

const groups: readonly Group[] = ["profiles", "sessions", "services"];

/** What a client reads after that it did not read before, and the other way round. */
export function differences(
  before: View,
  after: View,
  same: Sameness = sameness(),
): readonly Difference[] {
  const found: Difference[] = [];
  eachDifference(before, after, { same, visit: (one) => found.push(one) });
  return found;
}

/** The same one by one: there may be half a million, of which few matter. */
export function eachDifference(
  before: View,
  after: View,
  { same, visit }: {
    readonly same: Sameness;
    readonly visit: (difference: Difference) => void;
  },
): void {
  const { client } = before;
  for (const group of groups) {
    compareSections(before[group], after[group], {
      client,
      group,
      same,
      visit,
    });
  }
}

/** Remembers which maps were found equal: plain sections share theirs among all clients. */
export type Sameness = (a: Settings, b: Settings) => boolean;

/**
 * A fresh memory, for comparing the views of all clients of two workspaces. Of each map it knows the
 * last comparison alone: the clients ask for the same pairs one after the other. (A `WeakMap` for
 * each of ten thousand maps made every garbage collection take seconds.)
 */
export function sameness(): Sameness {
  const known = new Map<
    Settings,
    { readonly other: Settings; readonly equal: boolean }
  >();
  return (a, b) => {
    if (a === b) return true;
    const last = known.get(a);
    if (last?.other === b) return last.equal;
    const answer = equal(a, b);
    known.set(a, { other: b, equal: answer });
    return answer;
  };
}

function equal(a: Settings, b: Settings): boolean {
  if (a.size !== b.size) return false;
  for (const [key, one] of a) {
    const other = b.get(key);
    if (!other || one.value !== other.value || !one.nested !== !other.nested) {
      return false;
    }
    if (one.nested && !equal(one.nested, other.nested!)) return false;
  }
  return true;
}

interface Section {
  readonly client: Client;
  readonly group: Group;
  readonly same: Sameness;
  readonly visit: (difference: Difference) => void;
}

function compareSections(before: Sections, after: Sections, at: Section): void {
  const { client, group, same, visit } = at;
  for (const [name, settings] of before) {
    const now = after.get(name);
    if (!now) visit({ client, group, name, section: { was: true, settings } });
    else if (!same(settings, now)) {
      compareSettings(settings, now, { ...at, name, prefix: "" });
    }
  }
  for (const [name, settings] of after) {
    if (!before.has(name)) {
      visit({ client, group, name, section: { was: false, settings } });
    }
  }
}

const none: Settings = new Map();

function compareSettings(
  before: Settings,
  after: Settings,
  at: Section & { readonly name: string; readonly prefix: string },
): void {
  const { client, group, name, prefix, visit } = at;
  for (const [key, was] of before) {
    const now = after.get(key);
    if (!now || was.value !== now.value || !was.nested !== !now.nested) {
      visit({
        client,
        group,
        name,
        key: prefix + key,
        before: was,
        after: now,
      });
    }
    if (was.nested || now?.nested) {
      compareSettings(was.nested ?? none, now?.nested ?? none, {
        ...at,
        prefix: `${prefix}${key}.`,
      });
    }
  }
  for (const [key, now] of after) {
    if (before.has(key)) continue;
    visit({
      client,
      group,
      name,
      key: prefix + key,
      before: undefined,
      after: now,
    });
    if (now.nested) {
      compareSettings(none, now.nested, { ...at, prefix: `${prefix}${key}.` });
    }
  }
}
