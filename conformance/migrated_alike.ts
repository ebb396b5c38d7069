import { isDeepStrictEqual } from "node:util";
import { portal } from "../src/reference/portal.ts";
import { isPlausibleRegion } from "../src/reference/regions.ts";
import type { Answer } from "./ask.ts";

type Plain = Readonly<Record<string, unknown>>;

/** Keys that a migration moves from profiles to sessions. */
const moving =
  /^(?:sso_start_url|sso_region|sso_session|sso_registration_scopes)$/i;

/** What a client answers otherwise after a migration, and how many profiles it resolved alike. */
export function migratedAlike(
  was: Answer,
  is: Answer,
): { readonly alike: number; readonly problems: readonly string[] } {
  const problems: string[] = [];
  let alike = 0;
  const [before, after] = [was.read, is.read].map(settingsOf);
  for (const [profile, settings] of Object.entries(before)) {
    // Go reads nothing of a profile that it refuses.
    const failed = "error" in (was.resolves?.[profile] as Plain ?? {});
    const now = Object.entries(after[profile] ?? {}).filter(([key]) =>
      !failed || key in settings
    );
    if (!isDeepStrictEqual(settings, Object.fromEntries(now))) {
      problems.push(
        `${profile} reads ${JSON.stringify(after[profile])} and not ${
          JSON.stringify(settings)
        }`,
      );
    }
  }
  for (const [profile, real] of Object.entries(was.resolves ?? {})) {
    const old = normal(real as Plain);
    if (old === undefined) continue;
    const now = normal(is.resolves?.[profile] as Plain);
    if (isDeepStrictEqual(old, now)) alike++;
    else {
      problems.push(
        `${profile} resolves to ${
          JSON.stringify(is.resolves?.[profile])
        } and not ${JSON.stringify(real)}`,
      );
    }
  }
  return { alike, problems };
}

/** All settings of all profiles that stay. */
function settingsOf(read: unknown): Record<string, Plain> {
  const profiles = (read as { readonly profiles?: Record<string, Plain> })
    .profiles ?? {};
  return Object.fromEntries(
    Object.entries(profiles).map(([name, settings]) => [
      name,
      Object.fromEntries(
        Object.entries(settings).filter(([key]) => !moving.test(key)),
      ),
    ]),
  );
}

/** A resolution that worked, without what a migration may change; of others nothing is promised. */
function normal(resolution: Plain | undefined): Plain | undefined {
  if (!resolution || "error" in resolution || resolution.source === "none") {
    return undefined;
  }
  if (resolution.source === "role") {
    const base = normal(resolution.base as Plain);
    return base && { ...resolution, base };
  }
  if (resolution.source !== "sso") return resolution;
  const { session: _, start_url, ...rest } = resolution;
  const url = String(start_url);
  // A value with quotes or a comment in it never worked.
  if (!/^https:\/\/[^\s"']+$/.test(url)) return undefined;
  if (!isPlausibleRegion(String(rest.region))) return undefined;
  return { ...rest, portal: portal(url).canonical };
}
