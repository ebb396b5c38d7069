import type { Property, Section } from "../model/document.ts";
import { meaning } from "../model/meaning.ts";
import type { Span } from "../text/span.ts";

/** A profile that names its portal inline. */
export interface Candidate {
  readonly profile: string;
  readonly section: Section;
  /** The first of each, as a person meant it: without quotes and inline comments. */
  readonly startUrl: string;
  readonly region: string;
  /** The profile's own, which no client reads there; moved to the session. */
  readonly scopes?: string;
  /** The session that it names already: it is half migrated. */
  readonly session?: string;
  /** The lines that give way to `sso_session`. */
  readonly inline: readonly Property[];
}

/** A profile that stays as it is, and why. */
export interface Left {
  readonly profile: string;
  readonly section: Section;
  /** Without a full stop, for a table. */
  readonly reason: string;
  /** The lines that it is about. */
  readonly at: readonly Span[];
}

/** Keys that give way to `sso_session`. */
const inlineKeys: ReadonlySet<string> = new Set([
  "sso_start_url",
  "sso_region",
  "sso_registration_scopes",
]);

/** Whether a section names a portal inline, in whole or in part. */
export function isInline({ properties }: Section): boolean {
  return properties.some(({ name }) =>
    name === "sso_start_url" || name === "sso_region"
  );
}

/** Reads a profile with inline keys as a candidate, or says why it has to stay. */
export function candidateOf(
  section: Section,
  sections: readonly Section[],
): Candidate | Left {
  const { name: profile, properties } = section;
  const leave = (
    reason: string,
    at: readonly Span[] = [section.nameSpan],
  ): Left => ({ profile, section, reason, at });
  const of = (key: string) => properties.filter(({ name }) => name === key);
  const inline = properties.filter(({ name }) => inlineKeys.has(name));

  const twin = sections.find((one) =>
    one !== section && one.document === section.document
  );
  if (twin) {
    return leave("it is written twice in one file: merge the two first", [
      section.nameSpan,
      twin.nameSpan,
    ]);
  }
  const other = sections.find((one) => one !== section && isInline(one));
  if (other) {
    return leave("both files name a portal for it", [
      section.nameSpan,
      other.nameSpan,
    ]);
  }
  if (section.form !== "plain" && section.form !== "malformed") {
    return leave(
      "no client reads its header as a profile: run awscfg lint first",
    );
  }
  const tool = ownedBy(section);
  if (tool) return leave(`${tool} reads its inline keys`);
  for (const key of inlineKeys) {
    const all = of(key);
    if (all.length > 1) {
      return leave(
        `"${key}" is written twice`,
        all.map(({ keySpan }) => keySpan),
      );
    }
  }
  const [url] = of("sso_start_url");
  const [region] = of("sso_region");
  const [scopes] = of("sso_registration_scopes");
  const [session] = of("sso_session");
  // Half migrated: what is missing inline stands in the session.
  if (!session && (!url || meaning(url) === "")) {
    return leave("sso_start_url is missing");
  }
  if (!session && (!region || meaning(region) === "")) {
    return leave("sso_region is missing");
  }
  if (session && meaning(session) === "") {
    return leave("sso_session is empty", [session.keySpan]);
  }
  return {
    profile,
    section,
    startUrl: url ? meaning(url) : "",
    region: region ? meaning(region) : "",
    ...(scopes && meaning(scopes) !== "" ? { scopes: meaning(scopes) } : {}),
    ...(session ? { session: meaning(session) } : {}),
    inline,
  };
}

/** The tool that needs a profile in its legacy form, if there is one. */
function ownedBy({ properties }: Section): string | undefined {
  for (const { name, value } of properties) {
    if (
      name === "credential_process" &&
      /(?:^|[\/\\\s"'])aws-sso-util(?:\.exe)?["']?(?:\s|$)/.test(value)
    ) return "aws-sso-util";
    if (name === "sso_auto_populated") return "aws-sso-util";
    if (
      name.startsWith("granted_sso_") || name === "granted_generated_from" ||
      name === "common_fate_generated_from"
    ) {
      return "Granted";
    }
  }
  return undefined;
}
