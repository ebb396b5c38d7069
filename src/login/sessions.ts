import { resolveBotocore } from "../readers/botocore_resolve.ts";
import type { View } from "../readers/view.ts";
import type { Member, Session } from "./session.ts";
import { sessionProblem } from "./session_problem.ts";
import { baseOf, rootOf, valueOf } from "./sso_root.ts";

/** All that can be signed in to, and the profiles that cannot. */
export interface Sessions {
  readonly sessions: readonly Session[];
  /** The profiles that belong to no session. */
  readonly outside: ReadonlyMap<string, Outside>;
}

/** Why a profile belongs to no session. */
export interface Outside {
  readonly reason: string;
  /** It is meant to: it does not work, rather than not be of SSO. */
  readonly broken: boolean;
}

/** Without this scope a token lists no accounts, and is not refreshed. */
const ACCESS = "sso:account:access";

interface Draft {
  readonly name?: string;
  readonly startUrl: string;
  readonly region: string;
  readonly scopes: readonly string[];
  readonly members: Member[];
}

/** Sorts the profiles of both files by the session that they sign in through, as the AWS CLI reads them. */
export function sessionsOf(view: View): Sessions {
  const drafts = new Map<string, Draft>();
  const outside = new Map<string, Outside>();
  for (const [name, settings] of view.sessions) {
    const scopes = valueOf(settings, "sso_registration_scopes").split(",")
      .map((scope) => scope.trim()).filter(Boolean);
    drafts.set(`session ${name}`, {
      name,
      startUrl: valueOf(settings, "sso_start_url"),
      region: valueOf(settings, "sso_region"),
      scopes: scopes.length > 0 ? scopes : [ACCESS],
      members: [],
    });
  }
  for (const profile of view.profiles.keys()) place(profile);
  return { sessions: [...drafts.values()].map(finish), outside };

  function place(profile: string): void {
    const resolution = resolveBotocore(view, profile);
    const { sso, assumes } = baseOf(resolution);
    const root = rootOf(view, profile);
    const problem = "error" in resolution ? resolution.message : undefined;
    if (!problem && !sso) {
      const reason = "it does not take its credentials from SSO";
      outside.set(profile, { reason, broken: false });
      return;
    }
    if (!root) {
      const reason = problem ?? "it has no SSO settings";
      outside.set(profile, { reason, broken: false });
      return;
    }
    const name = valueOf(root, "sso_session");
    const startUrl = valueOf(root, "sso_start_url");
    const region = valueOf(root, "sso_region");
    const member: Member = {
      profile,
      account: valueOf(root, "sso_account_id") || undefined,
      role: valueOf(root, "sso_role_name") || undefined,
      ...(assumes ? { assumes } : {}),
      ...(problem ? { problem } : {}),
    };
    if (name) {
      const session = drafts.get(`session ${name}`);
      if (session) session.members.push(member);
      else {
        const reason =
          `it names the session "${name}", which the config file does not have`;
        outside.set(profile, { reason, broken: true });
      }
      return;
    }
    if (!startUrl) {
      const reason = problem ?? "sso_start_url is missing";
      outside.set(profile, { reason, broken: true });
      return;
    }
    const key = `url ${startUrl}`;
    const known = drafts.get(key);
    if (!known) {
      drafts.set(key, { startUrl, region, scopes: [], members: [member] });
      return;
    }
    known.members.push(
      known.region === region || problem ? member : {
        ...member,
        problem:
          `sso_region is "${region}" here and "${known.region}" in profile ${
            known.members[0].profile
          }: one start URL has one token`,
      },
    );
  }

  function finish(draft: Draft): Session {
    const bundles = [...draft.members.map(({ profile }) => profile), "default"]
      .map((profile) => valueOf(view.profiles.get(profile), "ca_bundle"));
    const caBundle = bundles.find(Boolean);
    const problem = sessionProblem(draft);
    return {
      ...draft,
      key: draft.name ?? draft.startUrl,
      ...(caBundle ? { caBundle } : {}),
      ...(problem ? { problem } : {}),
    };
  }
}
