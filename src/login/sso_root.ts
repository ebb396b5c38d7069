import type { Resolution } from "../readers/resolve.ts";
import type { Settings, View } from "../readers/view.ts";

/** What stands at the end of a chain of roles. */
export function baseOf(
  resolution: Resolution,
): { readonly sso: boolean; readonly assumes?: string } {
  let at = resolution;
  let assumes: string | undefined;
  while ("source" in at && at.source === "role") {
    assumes ??= at.role_arn;
    at = at.base;
  }
  // A session without account and role gives a token, and no credentials.
  const sso = "source" in at && (at.source === "sso" || at.source === "token");
  return { sso, ...(assumes ? { assumes } : {}) };
}

/** The settings of the profile with SSO keys that a profile comes to, however incomplete. */
export function rootOf(view: View, profile: string): Settings | undefined {
  const visited = new Set<string>();
  for (let name = profile; !visited.has(name);) {
    visited.add(name);
    const settings = view.profiles.get(name);
    const source = valueOf(settings, "source_profile");
    if (valueOf(settings, "role_arn") && source && source !== name) {
      name = source;
      continue;
    }
    return valueOf(settings, "sso_session") ||
        valueOf(settings, "sso_start_url")
      ? settings
      : undefined;
  }
  return undefined;
}

/** A value as the services are asked with it; empty where there is none. */
export function valueOf(settings: Settings | undefined, key: string): string {
  return settings?.get(key)?.value.trim() ?? "";
}
