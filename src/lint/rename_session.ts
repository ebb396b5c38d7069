import { replace, type TextEdit } from "../text/edit.ts";
import type { Index } from "./index.ts";
import { type MeantValue, meantValue } from "./meant_value.ts";
import { rewriteHeader } from "./rewrite_header.ts";

/** Gives an sso-session another name, in its header and in every profile that uses it. */
export function renameSession(
  index: Index,
  name: string,
  to: string,
): readonly TextEdit[] {
  const headers = index.sessions.get(name) ?? [];
  const references = referencesOf(index).get(name) ?? [];
  return [
    ...headers.map((section) => rewriteHeader(section, `[sso-session ${to}]`)),
    ...references.map(({ span }) => replace(span, to)),
  ];
}

const made = new WeakMap<Index, ReadonlyMap<string, readonly MeantValue[]>>();

/** The settings that name a session, by its name. */
function referencesOf(
  index: Index,
): ReadonlyMap<string, readonly MeantValue[]> {
  let found = made.get(index);
  if (!found) {
    found = Map.groupBy(
      index.settings("sso_session").map(meantValue),
      ({ value }) => value,
    );
    made.set(index, found);
  }
  return found;
}

/** The name, with a number behind it if a session, profile or services section has it. */
export function freeName(index: Index, name: string): string {
  const taken = (one: string) =>
    index.sessions.has(one) || index.profiles.has(one) ||
    index.services.has(one);
  let free = name;
  for (let number = 2; taken(free); number++) free = `${name}-${number}`;
  return free;
}
