import { isBefore } from "./version.ts";

/** A client whose declared version does not read `[sso-session]`. */
export interface TooOld {
  readonly client: string;
  /** The version that must be able to read the files. */
  readonly version: string;
  /** The first version that reads sessions; nothing where none does. */
  readonly since?: string;
}

/**
 * The first versions that read `sso_session`, by the names that `minimumClients` has. Sources:
 * changelogs of the clients; terraform is its S3 backend (hashicorp/terraform-provider-aws#42085),
 * go the config module of v2, rust a version known to work.
 */
export const sessionSupport: ReadonlyMap<string, string | undefined> = new Map([
  ["cli", "2.9.0"],
  ["cli1", "1.27.10"],
  ["botocore", "1.29.10"],
  ["boto3", "1.26.10"],
  ["js", "3.209.0"],
  ["js2", "2.1253.0"],
  ["go", "1.18.0"],
  ["go1", "1.44.298"],
  ["java", "2.18.12"],
  ["java1", undefined],
  ["dotnet", "3.7.103.10"],
  ["rust", "1.0"],
  ["terraform", "1.6"],
  ["aws-vault", "7.0"],
  ["granted", "0.20.1"],
  ["aws2-wrap", "1.3.1"],
  ["aws-sso-util", undefined],
]);

/** Of the clients that must be able to read the files, those that are too old for sessions. */
export function tooOldForSessions(
  minimumClients: Readonly<Record<string, string>>,
): readonly TooOld[] {
  return Object.entries(minimumClients).flatMap(([client, version]) => {
    if (!sessionSupport.has(client)) return [];
    const since = sessionSupport.get(client);
    if (since === undefined) return [{ client, version }];
    return isBefore(version, since) ? [{ client, version, since }] : [];
  });
}
