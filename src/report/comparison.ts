import type { Workspace } from "../model/document.ts";
import { maskLine, maskValue } from "../model/mask.ts";
import { resolve, view } from "../readers/read.ts";
import type { Resolution } from "../readers/resolve.ts";
import type { Client, Setting, View } from "../readers/view.ts";
import { parseArn } from "../reference/arn.ts";
import { LineIndex } from "../text/position.ts";

/** A value as a client sees it, masked where it may be a secret, and where it stands. */
export interface Cell {
  readonly value: string;
  /** `path:line` */
  readonly at?: string;
}

/** What is compared, in the order in which it is shown. */
export const rowNames = [
  "source",
  "session",
  "start_url",
  "sso_region",
  "account",
  "role",
  "region",
  "output",
  "endpoint",
] as const;

export type RowName = typeof rowNames[number];

/** What one client makes of a profile. */
export type Column = Readonly<Partial<Record<RowName, Cell>>>;

/** What the clients make of a profile, side by side. */
export interface Comparison {
  readonly profile: string;
  readonly columns: ReadonlyMap<Client, Column>;
  /** Rows in which two clients differ. */
  readonly differing: ReadonlySet<RowName>;
  /** Clients that leave such a profile to the program that uses them: they differ from nobody. */
  readonly aside: readonly Client[];
}

/** Every profile that some client sees, in the order of the files. */
export function profileNames(
  workspace: Workspace,
  clients: readonly Client[],
): readonly string[] {
  return [
    ...new Set(
      clients.flatMap((client) => [...view(client, workspace).profiles.keys()]),
    ),
  ];
}

/** Compares what clients make of a profile. */
export function compare(
  workspace: Workspace,
  profile: string,
  clients: readonly Client[],
): Comparison {
  const place = placer(workspace);
  const aside = clients.filter((client) =>
    leavesAside(resolve(client, workspace, profile), client)
  );
  const columns = new Map(
    clients.filter((client) => !aside.includes(client) || clients.length === 1)
      .map((client) => [client, column(workspace, { client, profile, place })]),
  );
  const differing = new Set(rowNames.filter((row) => {
    // The AWS CLI alone knows output; that the others do not is no difference.
    const relevant = row === "output" ? [] : [...columns.values()];
    return new Set(relevant.map((one) => one[row]?.value ?? "")).size > 1;
  }));
  return { profile, columns, differing, aside };
}

/** The common runtime knows neither SSO nor login in a profile: a program asks for them by itself. */
function leavesAside(resolution: Resolution, client: Client): boolean {
  if (client !== "crt") return false;
  if ("error" in resolution) return resolution.error === "source-empty";
  return resolution.source === "none" &&
    resolution.from.some(({ key }) => key !== "credential_source");
}

type Placer = (setting: Setting | undefined) => string | undefined;

function placer({ documents }: Workspace): Placer {
  const indexes = new Map<string, LineIndex>();
  return (setting) => {
    const document = documents.find(({ path }) => path === setting?.path);
    if (!setting || !document) return undefined;
    let index = indexes.get(document.path);
    if (!index) {
      indexes.set(document.path, index = new LineIndex(document.text));
    }
    return `${document.path}:${index.position(setting.start).line}`;
  };
}

function column(
  workspace: Workspace,
  { client, profile, place }: {
    client: Client;
    profile: string;
    place: Placer;
  },
): Column {
  const read = view(client, workspace);
  if (read.error) {
    // .NET quotes the line at which it stumbles.
    const message = read.error.message.replace(
      /<(?!path>)(.*)>/s,
      (_, line) => `<${maskLine(line)}>`,
    );
    return {
      source: {
        value: `cannot read the file: ${
          message.replaceAll("<path>", () => read.error!.path)
        }`,
      },
    };
  }
  const settings = read.profiles.get(profile);
  if (!settings) return { source: { value: "does not see the profile" } };
  const of = (key: string): Cell | undefined => {
    const setting = settings.get(key);
    return setting && setting.value !== ""
      ? { value: maskValue(key, setting.value), at: place(setting) }
      : undefined;
  };
  const made: Partial<Record<RowName, Cell | undefined>> = {
    ...ofResolution(resolve(client, workspace, profile), read, place),
    region: of("region"),
    output: client === "botocore" ? of("output") : undefined,
    endpoint: of("endpoint_url") ?? of("services"),
  };
  return Object.fromEntries(
    Object.entries(made).filter(([, cell]) => cell !== undefined),
  );
}

const words = {
  static: "access keys",
  process: "credential_process",
  "web-identity": "web identity token",
  login: "aws login",
  token: "bearer token alone",
  none: "none: looks elsewhere",
} as const;

function ofResolution(
  resolution: Resolution,
  read: View,
  place: Placer,
): Partial<Record<RowName, Cell>> {
  const from = (key: string) =>
    place(resolution.from.find((setting) => setting.key === key));
  if ("error" in resolution) {
    return {
      source: {
        value: `fails: ${resolution.message}`,
        at: place(resolution.from[0]),
      },
    };
  }
  if (resolution.source === "sso") {
    const { session, start_url, region, account, role } = resolution;
    return {
      source: {
        value: session === undefined ? "SSO, legacy" : "SSO",
        at: from("sso_session") ?? from("sso_start_url"),
      },
      ...(session === undefined
        ? {}
        : { session: { value: session, at: from("sso_session") } }),
      start_url: {
        value: maskValue("sso_start_url", start_url),
        at: from("sso_start_url"),
      },
      sso_region: { value: region, at: from("sso_region") },
      account: { value: account, at: from("sso_account_id") },
      role: { value: role, at: from("sso_role_name") },
    };
  }
  if (resolution.source === "role") {
    const arn = parseArn(resolution.role_arn);
    const base = ofResolution(resolution.base, read, place).source!.value;
    return {
      source: { value: `role, assumed with ${base}`, at: from("role_arn") },
      ...(arn
        ? {
          account: { value: arn.account, at: from("role_arn") },
          role: {
            value: arn.resource.replace(/^role\//, ""),
            at: from("role_arn"),
          },
        }
        : {}),
    };
  }
  return {
    source: { value: words[resolution.source], at: place(resolution.from[0]) },
  };
}
