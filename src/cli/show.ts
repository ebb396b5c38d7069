import { indexOf } from "../lint/index.ts";
import { openDocuments } from "../model/document.ts";
import { modelled } from "../readers/modelled.ts";
import { type Client, clients } from "../readers/view.ts";
import { compare, profileNames } from "../report/comparison.ts";
import { showProfile } from "../report/show_profile.ts";
import { showProfiles } from "../report/show_profiles.ts";
import { drawMermaid, drawTree, treeOf } from "../report/tree.ts";
import { suggest } from "../text/suggest.ts";
import { wantsColor } from "./color.ts";
import type { Io } from "./io.ts";
import { refuse, say } from "./say.ts";
import { readSources } from "./sources.ts";

/** What `awscfg show` was asked for. */
export interface ShowFlags {
  readonly client?: readonly string[];
  readonly json?: boolean;
  readonly tree?: boolean;
  readonly format?: string;
  readonly color?: string;
}

/** `awscfg show`: what each client makes of a profile, or of all. */
export function show(
  io: Io,
  operands: readonly string[],
  flags: ShowFlags,
): number {
  const [profile, another] = operands;
  if (another !== undefined) return refuse(io, "show takes one profile");
  const odd = flags.client?.find((name) =>
    !clients.some((one) => one === name)
  );
  if (odd !== undefined) {
    return refuse(io, `There is no client "${odd}" (${clients.join(", ")})`);
  }
  const asked = clients.filter((client) =>
    !flags.client || flags.client.length === 0 || flags.client.includes(client)
  );
  const { groups, problems, warnings } = readSources(io, { operands: [] });
  for (const warning of warnings) say(io, warning);
  if (problems.length > 0) return refuse(io, problems.join("; "));
  if (groups.length === 0) return 0;
  const workspace = openDocuments(groups[0].files);
  if (flags.tree || flags.format === "mermaid") {
    const roots = treeOf(indexOf(workspace.documents));
    io.write(
      "stdout",
      flags.format === "mermaid" ? drawMermaid(roots) : drawTree(roots),
    );
    return 0;
  }
  const names = profileNames(workspace, asked);
  const unknown = profile !== undefined && !names.includes(profile);
  if (unknown && !indexOf(workspace.documents).profiles.has(profile)) {
    const near = suggest(profile, names);
    return refuse(
      io,
      `There is no profile "${profile}"${
        near ? `; did you mean "${near}"?` : ""
      }`,
    );
  }
  const comparisons = (profile === undefined ? names : [profile]).map((name) =>
    compare(workspace, name, asked)
  );
  if (flags.json || flags.format === "json") {
    io.write(
      "stdout",
      `${
        JSON.stringify(
          { version: 1, profiles: comparisons.map(plain) },
          null,
          2,
        )
      }\n`,
    );
  } else {
    const color = wantsColor(io, "stdout", flags.color);
    io.write(
      "stdout",
      profile === undefined
        ? showProfiles(comparisons, { color })
        : showProfile(comparisons[0], { color, modelled }),
    );
  }
  return 0;
}

function plain(
  { profile, columns, differing }: ReturnType<typeof compare>,
): Record<string, unknown> {
  return {
    profile,
    differing: [...differing],
    clients: Object.fromEntries(
      [...columns].map((
        [client, column]: [Client, object],
      ) => [client, column]),
    ),
  };
}
