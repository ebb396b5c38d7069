import { createHash } from "node:crypto";
import { readFileSync, unlinkSync } from "node:fs";
import { join } from "node:path";
import { makeCacheFolder } from "./cache_folder.ts";
import { replaceFile } from "./replace_file.ts";
import type { Session } from "./session.ts";
import { fieldsOf, formatTime, parseTime } from "./token.ts";

/** How a sign-in is done: each needs a client of its own, since grants differ. */
export type Flow = "authorization-code" | "device-code";

/** This program as Identity Center knows it: valid for 90 days, then made anew. */
export interface Registration {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly expiresAt: Date;
}

/**
 * One with less left is not used: a token is refreshed with it for as long as the session lasts,
 * and it must not end on the same day.
 */
const LEAST_LEFT = 24 * 3_600_000;

/** The registration kept for this session and flow, if it can still be used. */
export function readRegistration(
  folder: string,
  of: { session: Session; flow: Flow; now: Date },
): Registration | undefined {
  const text = textOf(fileOf(folder, of));
  const { clientId, clientSecret, expiresAt } = fieldsOf(text ?? "") ?? {};
  const end = typeof expiresAt === "string" ? parseTime(expiresAt) : undefined;
  if (
    typeof clientId !== "string" || typeof clientSecret !== "string" || !end ||
    end.getTime() - of.now.getTime() < LEAST_LEFT
  ) return undefined;
  return { clientId, clientSecret, expiresAt: end };
}

/** Keeps a registration; in the form of the AWS CLI's, in a file of our own. */
export function writeRegistration(
  folder: string,
  of: { session: Session; flow: Flow; registration: Registration },
): void {
  const { clientId, clientSecret, expiresAt } = of.registration;
  makeCacheFolder(folder);
  replaceFile(
    fileOf(folder, of),
    JSON.stringify({
      clientId,
      clientSecret,
      expiresAt: formatTime(expiresAt),
      ...(of.session.scopes.length > 0 ? { scopes: of.session.scopes } : {}),
      ...(of.flow === "authorization-code"
        ? { grantTypes: ["authorization_code", "refresh_token"] }
        : {}),
    }),
  );
}

/** Forgets a registration that the service does not know any more. */
export function removeRegistration(
  folder: string,
  of: { session: Session; flow: Flow },
): void {
  try {
    unlinkSync(fileOf(folder, of));
  } catch {
    // It was not there.
  }
}

/**
 * A key of our own: the AWS CLI 2.9.19 uses whatever stands under its key for both flows, and
 * would be refused with a client that lacks the grant.
 */
function fileOf(
  folder: string,
  { session, flow }: { session: Session; flow: Flow },
): string {
  const key = JSON.stringify({
    flow,
    region: session.region,
    scopes: session.scopes,
    session_name: session.name ?? null,
    startUrl: session.startUrl,
    tool: "awscfg",
  });
  const name = createHash("sha1").update(key, "utf8").digest("hex");
  return join(folder, `${name}.json`);
}

function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}
