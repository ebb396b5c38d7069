import { freeName, renameSession } from "../src/lint/rename_session.ts";
import type { Rule } from "../src/lint/rule.ts";
import { ini } from "../src/text/ini.ts";

/** The common runtime keeps profiles and sessions under one name. */
export const profileNamedLikeSession: Rule = {
  id: "profile-named-like-session",
  severity: "info",
  summary: "A profile and an sso-session have the same name",
  why: `
Most clients keep \`[profile corp]\` and \`[sso-session corp]\` apart. The common runtime, on which Swift
and \`awscrt\` are built, loses the session when it merges the files, so that the profile cannot sign in
there. It also makes \`aws sso login\` harder to talk about: \`--profile corp\` or \`--sso-session corp\`.

Rename the session, not the profile: its name stands in these files alone. The token is kept under
that name, so you sign in once more. If \`crt\` is named in the setting \`clients\`, this is a warning with
a fix.
`,
  yields: ["sso-session-misplaced", "sso-session-name-spaces"],
  examples: () => [
    {
      title: "Clients of the common runtime must read the file",
      settings: { clients: ["crt"] },
      bad: { config: files("corp") },
      says: [
        'config:6:14 "corp" is a profile too: clients of the common runtime (Swift, awscrt) lose the session',
      ],
      good: { config: files("corp-sso") },
    },
  ],
  *check({ index, settings }) {
    const matters = settings.clients.includes("crt");
    for (const [name, [section]] of index.sessions) {
      const profile = index.profiles.get(name);
      if (!profile) continue;
      const to = freeName(index, `${name}-sso`);
      const fix = {
        title: `Call the session "${to}"`,
        edits: renameSession(index, name, to),
      };
      yield {
        span: section.nameSpan,
        severity: matters ? "warning" : "info",
        message:
          `"${name}" is a profile too: clients of the common runtime (Swift, awscrt) lose the session`,
        related: [{
          span: profile.sections[0].headerSpan,
          message: "the profile",
        }],
        ...(matters ? { fix } : { suggestions: [fix] }),
      };
    }
  },
};

function files(session: string): string {
  return ini`
    [profile corp]
    sso_session = ${session}
    sso_account_id = 123456789011
    sso_role_name = ReadOnly

    [sso-session ${session}]
    sso_start_url = https://my-sso-portal.awsapps.com/start
    sso_region = us-east-1
    sso_registration_scopes = sso:account:access
  `;
}
