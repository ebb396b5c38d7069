import type { Property, Section } from "../model/document.ts";
import { meaning } from "../model/meaning.ts";
import { type Portal, portal } from "../reference/portal.ts";
import { isPlausibleRegion } from "../reference/regions.ts";
import type { Span } from "../text/span.ts";
import { ownerOf } from "./owner.ts";

/** A profile that names its portal inline. */
export interface Candidate {
  readonly profile: string;
  readonly section: Section;
  /** The first of each, as a person meant it: without quotes and inline comments. */
  readonly startUrl: string;
  /** Equal for two spellings of one portal; empty where there is no URL. */
  readonly canonical: string;
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
  portalOf: (url: string) => Portal = portal,
): Candidate | Left {
  const { name: profile, properties } = section;
  const leave = (
    reason: string,
    at: readonly Span[] = [section.nameSpan],
  ): Left => ({ profile, section, reason, at });
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
    return leave("its header is not that of a profile: awscfg lint says why");
  }
  const owner = ownerOf(sections);
  if (owner) return leave(`${owner} reads its inline keys`);

  const values = new Map<string, string>();
  for (const property of properties) {
    const { name, keySpan } = property;
    if (!inlineKeys.has(name) && name !== "sso_session") continue;
    if (values.has(name)) {
      const all = properties.filter((one) => one.name === name);
      return leave(`${name} is written twice`, all.map((one) => one.keySpan));
    }
    if (goesOn(property)) {
      return leave(`the value of ${name} goes on in the next line`, [keySpan]);
    }
    values.set(name, meaning(property));
  }
  const session = values.get("sso_session");
  const startUrl = values.get("sso_start_url") ?? "";
  const region = values.get("sso_region") ?? "";
  const scopes = values.get("sso_registration_scopes");
  if (session === "") return leave("sso_session is empty");
  // Half migrated: what is missing inline stands in the session.
  if (session === undefined && startUrl === "") {
    return leave("sso_start_url is missing");
  }
  if (session === undefined && region === "") {
    return leave("sso_region is missing");
  }
  const { kind, canonical } = portalOf(startUrl);
  const at = (key: string) =>
    inline.filter(({ name }) => name === key).map((one) => one.valueSpan);
  if (startUrl !== "" && (kind === "not-a-url" || !isPlain(startUrl))) {
    return leave("sso_start_url is no URL", at("sso_start_url"));
  }
  if (region !== "" && !isPlausibleRegion(region)) {
    return leave("sso_region is no region", at("sso_region"));
  }
  return {
    profile,
    section,
    startUrl,
    canonical: startUrl === "" ? "" : canonical,
    region,
    ...(scopes ? { scopes } : {}),
    ...(session === undefined ? {} : { session }),
    inline,
  };
}

/** Whether more than comments is indented below a setting. */
function goesOn({ section: { document }, line, endLine }: Property): boolean {
  return document.lines.slice(line + 1, endLine).some(({ kind }) =>
    kind !== "comment" && kind !== "blank"
  );
}

/** What can be written into a file of any encoding, and is one word for every client. */
function isPlain(url: string): boolean {
  return /^[\x21-\x7e]+$/.test(url);
}
