import type { Document } from "../model/document.ts";
import { lineEnd } from "../model/lines.ts";
import type { TextEdit } from "../text/edit.ts";
import type { Candidate } from "./candidate.ts";
import { completion } from "./completion.ts";
import { type Block, markedBlocks } from "./marked_blocks.ts";
import { canMove, movedProfile } from "./move.ts";
import { appended, placedSession } from "./place.ts";
import { profileEdits } from "./profile_edits.ts";
import type { Session } from "./session.ts";
import { sessionText } from "./session_text.ts";

/** A session with all the edits that move its profiles to it, not yet proven. */
export interface Draft {
  readonly session: Session;
  readonly edits: readonly TextEdit[];
  /** Profiles that go from the credentials file to config. */
  readonly travelled: readonly Candidate[];
}

/** How profiles are moved. */
export interface DraftOptions {
  readonly keepInline: boolean;
  /** Whether a profile of the credentials file may go to config. */
  readonly mayTravel: (candidate: Candidate) => boolean;
}

/** The edits for each session. */
export function draftsOf(
  config: Document,
  sessions: readonly Session[],
  options: DraftOptions,
): readonly Draft[] {
  const ground: Ground = {
    config,
    blocks: markedBlocks(config),
    names: new Set(
      config.sections.filter(({ type }) =>
        type === "profile" || type === "default"
      ).map(({ name }) => name),
    ),
    gone: new Set(),
    appends: 0,
  };
  return sessions.map((session) => draft(session, ground, options));
}

/** What all drafts share. */
interface Ground {
  readonly config: Document;
  readonly blocks: readonly Block[];
  /** The profiles of config. */
  readonly names: ReadonlySet<string>;
  /** Lines of the credentials file that are out already. */
  readonly gone: Set<number>;
  /** How many drafts write at the end of config. */
  appends: number;
}

function draft(
  session: Session,
  ground: Ground,
  { keepInline, mayTravel }: DraftOptions,
): Draft {
  const { config, blocks, names, gone } = ground;
  const eol = lineEnd(config);
  const placed = session.existing
    ? undefined
    : placedSession(config, session, blocks);
  const edits = [...placed ? [placed] : [], ...completion(session)];
  const tail = session.existing || placed
    ? []
    : [sessionText(session, session.members[0].section, eol)];
  const changed = edits.length + tail.length > 0;
  const travelled: Candidate[] = [];
  const members: Candidate[] = [];
  for (const candidate of session.members) {
    if (
      keepInline || !mayTravel(candidate) ||
      !canMove(candidate, { config, names })
    ) {
      const own = profileEdits(candidate, session, { keepInline });
      edits.push(...own);
      if (own.length > 0) members.push(candidate);
      continue;
    }
    const { text, edit } = movedProfile(candidate, session, { eol, gone });
    travelled.push(candidate);
    members.push(candidate);
    tail.push(text);
    edits.push(edit);
  }
  if (tail.length > 0) {
    edits.push(appended(config, tail, { eol, first: ground.appends++ === 0 }));
  }
  return {
    // Those that keep their inline keys, and have them in this spelling, need nothing.
    session: changed ? session : { ...session, members },
    edits,
    travelled,
  };
}
