import { meaning } from "../model/meaning.ts";
import { maskValue } from "../model/mask.ts";
import { credentialKinds } from "../lint/credential_kinds.ts";
import type { Index, Profile } from "../lint/index.ts";
import { portal } from "../reference/portal.ts";

/** What hangs on what: sessions, the profiles that use them, and the roles that are assumed with those. */
export interface Node {
  readonly kind: "session" | "portal" | "profile" | "missing";
  readonly name: string;
  /** What a person wants to know of it: the portal, the account and role. */
  readonly note: string;
  readonly children: readonly Node[];
}

/** Draws the files as a person means them: sessions and portals first, then profiles that stand alone. */
export function treeOf(index: Index): readonly Node[] {
  const users = usersOf(index);
  const seen = new Set<string>();
  const node = (profile: Profile): Node => {
    seen.add(profile.name);
    const children = (users.get(profile.name) ?? []).filter(({ name }) =>
      !seen.has(name)
    ).map(node);
    return {
      kind: "profile",
      name: profile.name,
      note: noteOf(profile),
      children,
    };
  };
  const roots: Node[] = [];
  const bySession = new Map<string, Profile[]>();
  for (const profile of index.profiles.values()) {
    const session = sessionOf(profile);
    if (session !== undefined) {
      bySession.set(session, [...bySession.get(session) ?? [], profile]);
    }
  }
  for (const [name, [section]] of index.sessions) {
    const url = section.properties.find((one) => one.name === "sso_start_url");
    const children = (bySession.get(`session ${name}`) ?? []).map(node);
    roots.push({
      kind: "session",
      name,
      note: url ? maskValue("sso_start_url", meaning(url)) : "",
      children,
    });
  }
  for (const [key, profiles] of bySession) {
    const name = key.slice(key.indexOf(" ") + 1);
    if (key.startsWith("portal ")) {
      roots.push({
        kind: "portal",
        name: maskValue("sso_start_url", name),
        note: "legacy",
        children: profiles.map(node),
      });
    } else if (!index.sessions.has(name)) {
      roots.push({
        kind: "missing",
        name,
        note: "no such sso-session",
        children: profiles.map(node),
      });
    }
  }
  for (const profile of index.profiles.values()) {
    const source = sourceOf(profile);
    if (
      seen.has(profile.name) ||
      (source !== undefined && index.profiles.has(source) &&
        !loops(index, profile))
    ) continue;
    const own = node(profile);
    roots.push(
      source !== undefined && !index.profiles.has(source)
        ? {
          kind: "missing",
          name: source,
          note: "no such profile",
          children: [own],
        }
        : own,
    );
  }
  return roots;
}

/** The tree as lines. */
export function drawTree(roots: readonly Node[]): string {
  const lines: string[] = [];
  const draw = (
    { kind, name, note, children }: Node,
    { first, rest }: { first: string; rest: string },
  ): void => {
    const title = kind === "session"
      ? `sso-session ${name}`
      : kind === "missing"
      ? `${name} (!)`
      : name;
    lines.push(`${first}${title}${note ? `  ${note}` : ""}`);
    children.forEach((child, at) => {
      const last = at === children.length - 1;
      draw(child, {
        first: rest + (last ? "└─ " : "├─ "),
        rest: rest + (last ? "   " : "│  "),
      });
    });
  };
  for (const root of roots) draw(root, { first: "", rest: "" });
  return lines.map((line) => `${line}\n`).join("");
}

/** The tree as a Mermaid flow chart. */
export function drawMermaid(roots: readonly Node[]): string {
  const lines = ["flowchart LR"];
  let count = 0;
  const draw = (
    { kind, name, note, children }: Node,
    parent?: string,
  ): void => {
    const id = `n${count++}`;
    const text = [kind === "session" ? `sso-session ${name}` : name, note]
      .filter((part) => part !== "").map(escape).join("<br>");
    lines.push(
      `  ${id}${
        kind === "profile"
          ? `["${text}"]`
          : kind === "missing"
          ? `{{"${text}"}}`
          : `(["${text}"])`
      }`,
    );
    if (parent) lines.push(`  ${parent} --> ${id}`);
    for (const child of children) draw(child, id);
  };
  for (const root of roots) draw(root);
  return lines.join("\n") + "\n";
}

function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll(
    "<",
    "&lt;",
  ).replaceAll(">", "&gt;");
}

function usersOf(index: Index): ReadonlyMap<string, readonly Profile[]> {
  const users = new Map<string, Profile[]>();
  for (const profile of index.profiles.values()) {
    const source = sourceOf(profile);
    if (source === undefined || source === profile.name) continue;
    users.set(source, [...users.get(source) ?? [], profile]);
  }
  return users;
}

function sourceOf(profile: Profile): string | undefined {
  const source = profile.get("source_profile");
  return profile.get("role_arn") && source && source.value !== ""
    ? meaning(source)
    : undefined;
}

/** Whether a chain of roles comes back to where it began, so that nothing else shows it. */
function loops(index: Index, profile: Profile): boolean {
  const seen = new Set([profile.name]);
  for (
    let at = sourceOf(profile);
    at !== undefined;
    at = index.profiles.get(at) && sourceOf(index.profiles.get(at)!)
  ) {
    if (seen.has(at)) return true;
    seen.add(at);
  }
  return false;
}

function sessionOf(profile: Profile): string | undefined {
  const session = profile.get("sso_session");
  if (session && session.value !== "") return `session ${meaning(session)}`;
  const url = profile.get("sso_start_url");
  return url && url.value !== ""
    ? `portal ${portal(meaning(url)).canonical}`
    : undefined;
}

function noteOf(profile: Profile): string {
  const of = (key: string) => {
    const property = profile.get(key);
    return property && property.value !== ""
      ? maskValue(key, meaning(property))
      : undefined;
  };
  const role = of("role_arn");
  if (role) return role;
  const account = of("sso_account_id");
  if (account) return `${account} ${of("sso_role_name") ?? ""}`.trimEnd();
  const [kind] = credentialKinds(profile);
  return kind === "keys"
    ? "access keys"
    : kind === "process"
    ? "credential_process"
    : kind === "login"
    ? "aws login"
    : kind === "web-identity"
    ? "web identity"
    : "";
}
