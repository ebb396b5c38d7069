import type { Section } from "../model/document.ts";
import type { Candidate } from "./candidate.ts";

/** A session after the migration, and who comes to use it. */
export interface Session {
  readonly name: string;
  readonly startUrl: string;
  readonly region: string;
  /** Empty where the session that is there says none. */
  readonly scopes: string;
  /** The section that is there already. */
  readonly existing?: Section;
  readonly members: readonly Candidate[];
  /** Other spellings of the start URL that give way to this one. */
  readonly variants: readonly string[];
}
