import type { Property, Section } from "../model/document.ts";
import { type Portal, portal } from "../reference/portal.ts";
import type { Index, Profile } from "./index.ts";
import { type MeantValue, meantValue } from "./meant_value.ts";

/** A profile with SSO settings of its own, in either file. Values may be empty. */
export interface SsoProfile {
  readonly profile: Profile;
  /** The name of the session. */
  readonly session?: MeantValue;
  readonly account?: MeantValue;
  readonly role?: MeantValue;
  readonly startUrl?: MeantValue;
  readonly region?: MeantValue;
}

/** An sso-session as a person means it, in either file and however its header is spelt. */
export interface SsoSession {
  readonly name: string;
  readonly sections: readonly Section[];
  readonly startUrl?: MeantValue;
  readonly region?: MeantValue;
  readonly scopes?: MeantValue;
}

/** All that the files say about IAM Identity Center. */
export interface Sso {
  /** Profiles with at least one of the five SSO settings. */
  readonly profiles: readonly SsoProfile[];
  readonly sessions: ReadonlyMap<string, SsoSession>;
  /** The names of sessions that profiles use, whether they exist or not. */
  readonly used: ReadonlySet<string>;
  /** What a start URL says; looked at once, since most profiles have the same. */
  readonly portal: (url: string) => Portal;
}

const fields = {
  sso_session: "session",
  sso_account_id: "account",
  sso_role_name: "role",
  sso_start_url: "startUrl",
  sso_region: "region",
  sso_registration_scopes: "scopes",
} as const;

type Key = keyof typeof fields;
type Found<T> = { -readonly [key in keyof T]: T[key] };

const made = new WeakMap<Index, Sso>();

/** The SSO settings of both files; sorted once, though many rules ask. */
export function sso(index: Index): Sso {
  let found = made.get(index);
  if (!found) made.set(index, found = gather(index));
  return found;
}

/** Whether a setting is there and has a value. */
export function isSet(setting: MeantValue | undefined): setting is MeantValue {
  return setting !== undefined && setting.value !== "";
}

/** Whether a profile asks for an account's credentials, not for a bearer token alone. */
export function wantsCredentials({ account, role }: SsoProfile): boolean {
  return isSet(account) || isSet(role);
}

/** Whether aws-sso-util, which knows no sessions, needs the portal inline (its documentation). */
export function belongsToAwsSsoUtil({ profile: { get } }: SsoProfile): boolean {
  return get("sso_auto_populated") !== undefined ||
    get("credential_process")?.value.includes("aws-sso-util") === true;
}

function gather(index: Index): Sso {
  const profiles = new Map<string, Found<SsoProfile>>();
  const sessions = new Map<string, Found<SsoSession>>(
    [...index.sessions].map(([name, sections]) => [name, { name, sections }]),
  );
  for (const key of Object.keys(fields) as Key[]) {
    // In order of files and lines, so that the last, which counts, is set last.
    for (const property of index.settings(key)) put(key, property);
  }
  const all = [...profiles.values()];
  const portals = new Map<string, Portal>();
  return {
    profiles: all,
    sessions,
    used: new Set(all.flatMap(({ session }) => session?.value ?? [])),
    portal: (url) => {
      let of = portals.get(url);
      if (!of) portals.set(url, of = portal(url));
      return of;
    },
  };

  function put(key: Key, property: Property): void {
    const { type, name } = property.section;
    const field = fields[key];
    if (type === "sso-session") {
      if (field !== "startUrl" && field !== "region" && field !== "scopes") {
        return;
      }
      const of = sessions.get(name)!;
      // In the credentials file it is misplaced: what stands in config counts for most clients.
      const misplaced = property.section.document.kind === "credentials";
      if (!misplaced || !of[field]) of[field] = meantValue(property);
    } else if (type === "profile" || type === "default") {
      if (field === "scopes") return;
      let of = profiles.get(name);
      if (!of) {
        profiles.set(name, of = { profile: index.profiles.get(name)! });
      }
      of[field] = meantValue(property);
    }
  }
}
