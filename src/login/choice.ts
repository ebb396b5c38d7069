import { suggest } from "../text/suggest.ts";
import { type Failure, isFailure } from "./failure.ts";
import type { Machine } from "./machine.ts";
import { labelOf, type Session, shownUrl } from "./session.ts";
import type { Sessions } from "./sessions.ts";

/** The sessions that the user named; remarks are lines to say before. */
export interface Choice {
  readonly sessions: readonly Session[];
  readonly remarks: readonly string[];
}

/** Finds what NAMEs stand for: a session, a profile, or the start URL of legacy profiles. */
export function namedSessions(
  { sessions, outside }: Sessions,
  names: readonly string[],
): Choice | Failure {
  const found = new Set<Session>();
  const remarks: string[] = [];
  for (const name of names) {
    const session = sessions.find((one) => one.name === name);
    const byProfile = sessions.find(({ members }) =>
      members.some(({ profile }) => profile === name)
    );
    if (session && (byProfile || outside.has(name))) {
      remarks.push(
        `"${name}" is both a session and a profile: the session is meant`,
      );
    }
    const chosen = session ?? byProfile ??
      sessions.find((one) => one.startUrl === name);
    if (chosen) {
      found.add(chosen);
      continue;
    }
    const other = outside.get(name);
    if (other) {
      return fail(`Profile "${name}" cannot be signed in to: ${other.reason}`);
    }
    const near = suggest(name, [
      ...sessions.flatMap((one) => [
        ...(one.name ? [one.name] : []),
        ...one.members.map(({ profile }) => profile),
      ]),
      ...outside.keys(),
    ]);
    return fail(
      `There is no session and no profile "${name}"${
        near ? `; did you mean "${near}"?` : ""
      }`,
    );
  }
  return { sessions: [...found], remarks };
}

/** The only session, or the one that the user chooses. */
export async function anySession(
  machine: Machine,
  { sessions, verb }: { sessions: readonly Session[]; verb: string },
): Promise<Choice | Failure> {
  if (sessions.length <= 1) return { sessions, remarks: [] };
  // Prompts are loaded only where somebody can be asked.
  const { canAsk, choose } = await import("./prompts.ts");
  if (!canAsk(machine)) {
    return fail(
      `There are ${sessions.length} sessions (${
        sessions.map(labelOf).join(", ")
      }): name one, or use --all`,
    );
  }
  const key = await choose(
    `Which session do you want to ${verb}?`,
    sessions.map((one) => ({
      value: one.key,
      label: labelOf(one),
      hint: `${
        one.name ? `${shownUrl(one.startUrl)}, ` : ""
      }${one.members.length} profile${one.members.length === 1 ? "" : "s"}`,
    })),
  );
  if (isFailure(key)) return key;
  return { sessions: sessions.filter((one) => one.key === key), remarks: [] };
}

function fail(message: string): Failure {
  return { code: "config", message };
}
