import { picked } from "./picked.ts";
import { pythonRepr } from "./python_text.ts";
import type { Resolution } from "./resolve.ts";
import type { Setting, Settings, View } from "./view.ts";

/** `credentials.py:SSOProvider`: an account or a role makes it an SSO profile, nothing else. */
export function botocoreSso(view: View, name: string): Resolution | undefined {
  const profile = view.profiles.get(name)!;
  if (!profile.has("sso_role_name") && !profile.has("sso_account_id")) {
    return undefined;
  }
  const resolved = withSession(view, profile);
  if ("error" in resolved) return resolved;
  const { settings, session } = resolved;
  const required = [
    "sso_role_name",
    "sso_account_id",
    "sso_start_url",
    "sso_region",
  ];
  const missing = required.filter((key) => !settings.has(key));
  if (missing.length > 0) {
    const message =
      `The profile "${name}" is configured to use SSO but is missing required configuration: ${
        missing.join(", ")
      }`;
    const from = picked(settings, "sso_session", ...required);
    return { error: "sso-incomplete", message, from };
  }
  const block = picked(settings, ...required).find(({ nested }) => nested);
  if (block) {
    // The dict is only refused when it is used, by whatever comes to use it.
    const message = `${block.key} is a block of settings, not a value`;
    return { error: "other", message, from: [block] };
  }
  const token = session ? tokenError(view, { name, session }) : undefined;
  if (token) return token;
  const [role, account, start_url, region] = required.map((key) =>
    settings.get(key)!.value
  );
  return {
    source: "sso",
    ...(session ? { session: session.value } : {}),
    start_url,
    region,
    account,
    role,
    from: picked(settings, "sso_session", ...required),
  };
}

/** `tokens.py:SSOTokenProvider`: a session makes a bearer token, for the operations that take one. */
export function botocoreToken(
  view: View,
  name: string,
): Resolution | undefined {
  const session = view.profiles.get(name)!.get("sso_session");
  if (!session || tokenError(view, { name, session })) return undefined;
  const from = picked(
    view.sessions.get(session.value),
    "sso_start_url",
    "sso_region",
  );
  return { source: "token", from: [session, ...from] };
}

type WithSession = {
  readonly settings: Settings;
  readonly session?: Setting;
};

/** `_resolve_sso_session_reference`: what stands in both must be the same, to the letter. */
function withSession(
  view: View,
  profile: Settings,
): WithSession | Extract<Resolution, { error: unknown }> {
  const reference = profile.get("sso_session");
  if (!reference) return { settings: profile };
  if (reference.nested) {
    const message = "unhashable type: 'dict'";
    return { error: "other", message, from: [reference] };
  }
  const session = view.sessions.get(reference.value);
  if (!session) {
    const message =
      `The specified sso-session does not exist: "${reference.value}"`;
    return { error: "sso-session-missing", message, from: [reference] };
  }
  for (const [key, theirs] of session) {
    const own = profile.get(key);
    if (!own || same(own, theirs)) continue;
    const message =
      `The value for ${key} is inconsistent between profile (${own.value}) and sso-session (${theirs.value}).`;
    return { error: "sso-mismatch", message, from: [own, theirs] };
  }
  const settings = new Map([...profile, ...session]);
  return { settings, session: reference };
}

function same(one: Setting, other: Setting): boolean {
  const { nested } = one;
  if (!nested || !other.nested) {
    return !nested && !other.nested && one.value === other.value;
  }
  return nested.size === other.nested.size &&
    [...nested].every(([key, { value }]) =>
      other.nested!.get(key)?.value === value
    );
}

/** `tokens.py:SSOTokenProvider._load_sso_config`, which takes both from the session's own section. */
function tokenError(
  view: View,
  { name, session }: { name: string; session: Setting },
): Resolution | undefined {
  const from = [session];
  const using =
    `The profile "${name}" is configured to use the SSO token provider but`;
  if (session.nested) {
    return { error: "other", message: "unhashable type: 'dict'", from };
  }
  const section = view.sessions.get(session.value);
  if (!section?.size) {
    const message =
      `${using} the "${session.value}" sso_session configuration does not exist.`;
    return { error: "sso-session-missing", message, from };
  }
  const missing = ["sso_start_url", "sso_region"].filter((key) =>
    !section.has(key)
  );
  if (missing.length === 0) return undefined;
  const message = `${using} is missing the following configuration: [${
    missing.map(pythonRepr).join(", ")
  }].`;
  return { error: "sso-incomplete", message, from };
}
