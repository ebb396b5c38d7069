import { clientTitles } from "../readers/client_titles.ts";
import { sessionSupport } from "../reference/session_support.ts";
import type { Io } from "./io.ts";
import type { GroupPlan } from "./migrate_group.ts";
import type { MigrateRequest } from "./migrate_request.ts";
import type { Outcome } from "./migrate_write.ts";
import { say } from "./say.ts";
import { shownName } from "../migrate/shown_name.ts";

/** Sessions that are named one by one in a command. */
const NAMED = 5;

/** Who it is proven for, and who not. */
export function sayProof(
  io: Io,
  plans: readonly GroupPlan[],
  { keepInline }: MigrateRequest,
): void {
  for (const { plan: { proven, unproven, fix } } of plans) {
    if (fix.edits.length === 0) continue;
    say(
      io,
      `proven: every profile resolves as before for ${
        proven.map((client) => clientTitles[client]).join(", ")
      }`,
    );
    for (const { client, path, message } of unproven) {
      say(
        io,
        `not proven for ${
          clientTitles[client]
        }, which cannot read ${path} as it is: ${message}`,
      );
    }
    if (keepInline) {
      say(
        io,
        "not proven for Rust, which refuses a profile that has sso_session and inline settings",
      );
    }
  }
}

/** What to do next, where nothing was written. */
export function sayBefore(
  io: Io,
  plans: readonly GroupPlan[],
  { action, operands }: MigrateRequest,
): void {
  const count = movedIn(plans);
  const left = plans.reduce((sum, { plan }) => sum + plan.left.length, 0);
  const rest = left > 0 ? `, ${profiles(left)} left` : "";
  const todo = plans.some(({ plan }) => plan.fix.edits.length > 0);
  if (!todo) {
    if (plans.length > 0) say(io, `nothing to migrate${rest}`);
    return;
  }
  const note = action === "show"
    ? "; secrets are masked, so this is no patch"
    : "";
  say(
    io,
    `${profiles(count)} to move${rest}${note}: ${
      command("--write", operands)
    } does it`,
  );
}

/** What was done, and what the user must know then. */
export function sayAfter(
  io: Io,
  { todo, plans, outcome, request }: {
    readonly todo: readonly GroupPlan[];
    readonly plans: readonly GroupPlan[];
    readonly outcome: Outcome;
    readonly request: MigrateRequest;
  },
): void {
  const { written, backups, problems } = outcome;
  const left = plans.reduce((sum, { plan }) => sum + plan.left.length, 0);
  for (const problem of problems) say(io, problem);
  for (const file of backups) say(io, `kept what was there as ${file}`);
  if (written.length === 0) return;
  if (problems.length === 0) {
    say(
      io,
      `moved ${profiles(movedIn(todo))}${
        left > 0 ? `, ${profiles(left)} left` : ""
      }${
        backups.length > 0
          ? `; to go back: ${command("--undo", request.operands)}`
          : ""
      }`,
    );
  }
  const names = [
    ...new Set(
      todo.flatMap(({ plan }) =>
        plan.sessions.map(({ name }) => shownName(name))
      ),
    ),
  ];
  say(
    io,
    `sign in again, since the token is kept under the name of the session: awscfg login ${
      names.length > NAMED ? "--all" : names.join(" ")
    }`,
  );
  say(io, `sessions are read by ${versions()}`);
}

/** The first versions that read sessions, and the clients that never do. */
function versions(): string {
  const since = listed.flatMap(([client, title]) => {
    const version = sessionSupport.get(client);
    return version === undefined ? [] : [`${title} ${version}`];
  });
  const never = listed.filter(([client]) => !sessionSupport.get(client))
    .map(([, title]) => title);
  return `${since.join(", ")} and later; never by ${never.join(" and ")}`;
}

const listed: readonly (readonly [string, string])[] = [
  ["cli", "AWS CLI"],
  ["boto3", "boto3"],
  ["js", "JS"],
  ["go", "Go config"],
  ["rust", "Rust"],
  ["java", "Java"],
  ["dotnet", ".NET"],
  ["terraform", "Terraform"],
  ["java1", "Java 1"],
  ["aws-sso-util", "aws-sso-util"],
];

function movedIn(plans: readonly GroupPlan[]): number {
  return plans.reduce((sum, { plan }) => sum + plan.moved.length, 0);
}

function profiles(count: number): string {
  return `${count} profile${count === 1 ? "" : "s"}`;
}

function command(flag: string, operands: readonly string[]): string {
  return ["awscfg migrate", flag, ...operands].join(" ");
}
