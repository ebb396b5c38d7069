import { findKey, type Key, type SectionKind } from "../reference/keys.ts";
import { valueProblem } from "../reference/values.ts";
import type { Group } from "./compare.ts";
import type { Setting, View } from "./view.ts";

const kinds: Readonly<Record<Group, SectionKind>> = {
  profiles: "profile",
  sessions: "sso-session",
  services: "services",
};

/** Where a setting stands in a view; `key` is flat: `s3.addressing_style`. */
export interface Place {
  readonly group: Group;
  readonly key: string;
}

/**
 * Whether a setting counts for a client: the client knows its key in that kind of section, and the
 * value is valid. Valid is what passes the key's type, names something that exists, and is not
 * empty unless that means something.
 */
export function counts(
  view: View,
  { group, key }: Place,
  setting: Setting,
): boolean {
  return known(view, { group, key }) &&
    refusal(view, { group, key }, setting) === undefined;
}

/** Whether the client knows the key; of one about which nothing is known it is assumed. */
export function known(view: View, { group, key }: Place): boolean {
  const found = lookUp({ group, key });
  return found !== undefined && found.clients[view.client] !== "no";
}

/** Why a value is not valid for a client, or nothing. */
export function refusal(
  view: View,
  { group, key }: Place,
  { value, nested }: Setting,
): string | undefined {
  const found = lookUp({ group, key });
  if (!found || nested) return undefined;
  const problem = valueProblem(found, value, view.client);
  if (problem !== undefined) return problem;
  // Any text passes as a key, since stand-ins of the service take any; but no key has quotes.
  if (/^(?:secret-)?access-key/.test(found.type) && /["']/.test(value)) {
    return "no key has quotes";
  }
  if (found.type === "sso-session-name" && !view.sessions.has(value)) {
    return "no such sso-session";
  }
  if (found.type === "services-name" && !view.services.has(value)) {
    return "no such services section";
  }
  if (key === "source_profile" && !view.profiles.has(value)) {
    return "no such profile";
  }
  return undefined;
}

function lookUp({ group, key }: Place): Key | undefined {
  const dot = key.indexOf(".");
  return findKey(key, kinds[group]) ??
    (dot === -1
      ? undefined
      : findKey(key.slice(dot + 1), kinds[group], key.slice(0, dot)));
}
