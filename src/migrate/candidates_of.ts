import type { Document, Section, Workspace } from "../model/document.ts";
import { isTemplate } from "../model/template.ts";
import { type Portal, portal } from "../reference/portal.ts";
import { tooOldForSessions } from "../reference/session_support.ts";
import {
  type Candidate,
  candidateOf,
  isInline,
  type Left,
} from "./candidate.ts";

/** Which profiles may be moved. */
export interface CandidateOptions {
  /** Which profiles are asked for; all by default. */
  readonly wanted?: (profile: string) => boolean;
  /** Whether a file may be changed; every one by default. Profiles of another are not looked at. */
  readonly mayWrite?: (document: Document) => boolean;
  /** Leave the inline keys, for clients that do not know sessions. */
  readonly keepInline?: boolean;
  /** The oldest versions that must be able to read the files, by client. */
  readonly minimumClients?: Readonly<Record<string, string>>;
}

/** Finds the profiles that name a portal inline: those that can be moved, and those that are left, with the reason. */
export function candidatesOf(
  { documents }: Workspace,
  {
    wanted = () => true,
    mayWrite = () => true,
    keepInline = false,
    minimumClients = {},
  }: CandidateOptions,
): { readonly candidates: readonly Candidate[]; readonly left: Left[] } {
  const profiles = new Map<string, Section[]>();
  const templates = new Set<Document>();
  for (const document of documents) {
    if (isTemplate(document.text)) templates.add(document);
    for (const section of document.sections) {
      if (section.type !== "profile" && section.type !== "default") continue;
      const list = profiles.get(section.name);
      if (list) list.push(section);
      else profiles.set(section.name, [section]);
    }
  }
  const forbidden = keepInline ? undefined : tooOld(minimumClients);
  // Ten thousand profiles share a few portals.
  const portals = new Map<string, Portal>();
  const portalOf = (url: string): Portal => {
    let known = portals.get(url);
    if (!known) portals.set(url, known = portal(url));
    return known;
  };
  const candidates: Candidate[] = [];
  const left: Left[] = [];
  for (const [profile, sections] of profiles) {
    for (const section of sections) {
      const { document } = section;
      if (!isInline(section) || !wanted(profile) || !mayWrite(document)) {
        continue;
      }
      const reason = templates.has(document)
        ? "the file is a template"
        : forbidden;
      const made = reason === undefined
        ? candidateOf(section, sections, portalOf)
        : { profile, section, reason, at: [section.nameSpan] };
      if ("reason" in made) left.push(made);
      else candidates.push(made);
    }
  }
  return { candidates, left };
}

/** Why a project forbids sessions, if it does. */
function tooOld(
  minimumClients: Readonly<Record<string, string>>,
): string | undefined {
  const [first] = tooOldForSessions(minimumClients);
  if (!first) return undefined;
  const { client, version, since } = first;
  return since === undefined
    ? `${client} must be able to read it, and never reads sessions`
    : `${client} ${version} must be able to read it, and reads sessions from ${since} on`;
}
